"use strict";

/** Light, dark, or as the system has it. The choice is kept where the browser lets a file keep anything. */
const theme = (() => {
  const choices = ["auto", "light", "dark"];
  const listeners = [];
  const system = matchMedia("(prefers-color-scheme: dark)");
  let choice = stored();
  let onPaper = false;

  function stored() {
    try {
      return choices.includes(localStorage.getItem("slop-theme")) ? localStorage.getItem("slop-theme") : "auto";
    } catch {
      return "auto";
    }
  }

  function apply() {
    document.documentElement.dataset.theme =
      onPaper ? "light" : choice === "auto" ? (system.matches ? "dark" : "light") : choice;
    document.getElementById("theme").textContent = `Theme: ${choice}`;
    listeners.forEach((listener) => listener());
  }

  function next() {
    choice = choices[(choices.indexOf(choice) + 1) % choices.length];
    try {
      localStorage.setItem("slop-theme", choice);
    } catch {
      // A page from disk may have no storage; the choice then lasts as long as the page.
    }
    apply();
  }

  /** Paper is light, whatever the screen is. */
  function print(printing) {
    onPaper = printing;
    apply();
  }

  return {
    start() {
      const button = document.getElementById("theme");
      button.hidden = false;
      button.addEventListener("click", next);
      system.addEventListener("change", apply);
      addEventListener("beforeprint", () => print(true));
      addEventListener("afterprint", () => print(false));
      apply();
    },
    onChange(listener) {
      listeners.push(listener);
    },
    /** A colour of the style sheet, as the charts need it. */
    colour(name) {
      return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
    },
  };
})();
