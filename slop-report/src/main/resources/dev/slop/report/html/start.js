document.documentElement.classList.add("js");
theme.start();

/** Where a large page skips what is out of view, sections find their height as they are reached: go there once more. */
addEventListener("hashchange", () => {
  const target = document.getElementById(location.hash.slice(1));
  if (target && document.body.classList.contains("large")) {
    [50, 250, 600].forEach((wait) => setTimeout(() => target.scrollIntoView({ block: "start" }), wait));
  }
});

readData()
  .then((data) => {
    startCharts(data);
    startMembers(data, startAnswers(data));
    document.documentElement.dataset.ready = "true";
  })
  .catch((error) => {
    document.getElementById("found").textContent = `Charts and the list of answers need a newer browser (${error.message}).`;
  });
