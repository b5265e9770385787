/** The list of all answers: searched and filtered in memory, shown a page at a time. */
const PAGE_SIZE = 50;
const LONG_TEXT = 700;

function unpack(data) {
  const rows = [];
  data.prompts.forEach((prompt, p) => {
    const { m, g, t, c, r, i } = prompt.answers;
    for (let k = 0; k < m.length; k++) {
      const group = g[k] < 0 ? -1 : g[k];
      rows.push({
        prompt: p,
        model: m[k],
        group,
        outcome: g[k] < 0 ? -1 - g[k] : 0,
        text: prompt.texts[t[k]],
        cleaned: c[k] < 0 ? (group < 0 ? "" : prompt.labels[group]) : prompt.texts[c[k]],
        rules: data.rules[r[k]],
        index: i[k],
      });
    }
  });
  return rows;
}

function fill(select, first, names, values) {
  select.replaceChildren(new Option(first, ""), ...names.map((name, i) => new Option(name, String(values ? values[i] : i))));
}

function trace(row) {
  const details = element("details", "trace");
  const changed = row.rules.length > 0;
  details.append(element("summary", "", changed ? "cleaned" : "taken as it is"));
  if (row.group < 0) {
    details.append(element("p", "", "Not measured."));
    return details;
  }
  const compared = element("p", "");
  compared.append("Compared as ");
  const code = element("bdi", "compared", row.cleaned);
  compared.append(code);
  details.append(compared);
  details.append(element("p", "", changed ? `Rules that changed it: ${row.rules.join(", ")}` : "No rule changed it."));
  return details;
}

function answerItem(row, data, show) {
  const item = element("li", row.group < 0 ? "answer unmeasured" : "answer");
  const head = element("p", "who");
  head.append(element("bdi", "model", data.models[row.model]));
  head.append(element("bdi", "prompt-id", data.prompts[row.prompt].id));
  head.append(element("span", "index", `#${row.index + 1}`));
  if (row.group < 0) {
    head.append(element("span", "outcome", data.outcomes[row.outcome]));
  } else {
    const same = element("button", "quiet same", `group ${row.group + 1}`);
    same.type = "button";
    same.setAttribute("aria-label", `Show all answers of group ${row.group + 1}`);
    same.addEventListener("click", () => show({ prompt: row.prompt, group: row.group }));
    head.append(same);
  }
  item.append(head, ...answerText(row.text), trace(row));
  return item;
}

/** The text; a long one by its beginning until all of it is asked for. */
function answerText(text) {
  const shown = element("div", "text", text === "" ? "(nothing)" : text);
  shown.dir = "auto";
  if (text.length <= LONG_TEXT) {
    return [shown];
  }
  shown.textContent = `${text.slice(0, LONG_TEXT)}…`;
  const all = element("button", "quiet", `Show all ${formatCount(text.length)} characters`);
  all.type = "button";
  all.addEventListener("click", () => {
    shown.textContent = text;
    all.remove();
  });
  return [shown, all];
}

function startAnswers(data) {
  const rows = unpack(data);
  const field = Object.fromEntries(
    ["text", "prompt", "model", "outcome", "group"].map((name) => [name, document.getElementById(`f-${name}`)]),
  );
  const form = document.getElementById("filter");
  const list = document.getElementById("list");
  const pages = document.getElementById("pages");
  let found = rows;
  let page = 0;

  fill(field.prompt, "all", data.prompts.map((prompt) => prompt.id));
  fill(field.model, "all", data.models);
  const outcomes = [...new Set(rows.map((row) => row.outcome))].sort((a, b) => a - b);
  fill(field.outcome, "all", outcomes.map((outcome) => data.outcomes[outcome]), outcomes);
  fill(field.group, "all", []);

  function fillGroups() {
    const prompt = field.prompt.value === "" ? null : data.prompts[Number(field.prompt.value)];
    field.group.disabled = prompt === null;
    fill(field.group, prompt ? "all" : "choose a prompt", prompt ? prompt.labels.map((label, g) => `${g + 1}. ${label}`) : []);
  }

  function matches(name, value) {
    return field[name].value === "" || field[name].value === String(value);
  }

  function filter() {
    const words = field.text.value.toLowerCase().trim();
    found = rows.filter(
      (row) =>
        matches("prompt", row.prompt) &&
        matches("model", row.model) &&
        matches("outcome", row.outcome) &&
        matches("group", row.group) &&
        (words === "" || row.text.toLowerCase().includes(words) || row.cleaned.toLowerCase().includes(words)),
    );
    page = 0;
    render();
  }

  function render() {
    const last = Math.max(0, Math.ceil(found.length / PAGE_SIZE) - 1);
    list.replaceChildren(...found.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((row) => answerItem(row, data, show)));
    document.getElementById("found").textContent =
      `${formatCount(found.length)} of ${formatCount(rows.length)} answers` +
      (rows.length < data.answers ? `; ${formatCount(data.answers - rows.length)} more stand in answers.csv alone` : "") +
      (data.shortened ? `; long ones are shortened to ${formatCount(data.textLimit)} characters, answers.csv has them whole` : "");
    pages.hidden = last === 0;
    document.getElementById("page").textContent = `Page ${page + 1} of ${last + 1}`;
    document.getElementById("previous").disabled = page === 0;
    document.getElementById("next").disabled = page === last;
  }

  function turn(by) {
    page += by;
    render();
    document.getElementById("found").scrollIntoView({ block: "start" });
  }

  /** Shows the answers of one group, wherever on the page that was asked for. */
  function show({ prompt, group }) {
    Object.values(field).forEach((input) => (input.value = ""));
    field.prompt.value = String(prompt);
    fillGroups();
    field.group.value = String(group);
    filter();
    document.getElementById("answers").scrollIntoView({ block: "start" });
    field.group.focus({ preventScroll: true });
  }

  field.prompt.addEventListener("change", fillGroups);
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => (fillGroups(), filter())));
  document.getElementById("previous").addEventListener("click", () => turn(-1));
  document.getElementById("next").addEventListener("click", () => turn(1));
  form.hidden = false;
  filter();
  return { rows, show };
}

/** In the tables of groups: every member on demand. */
function startMembers(data, answers) {
  document.querySelectorAll("table.groups").forEach((table) => {
    const prompt = Number(table.dataset.prompt);
    if (data.prompts[prompt].kind !== "text") {
      return;
    }
    table.querySelectorAll("tr[data-group]").forEach((row) => {
      const group = Number(row.dataset.group);
      const count = data.prompts[prompt].counts[group].reduce((sum, n, i) => sum + (i % 2 ? n : 0), 0);
      if (count < 2) {
        return;
      }
      const button = element("button", "quiet members", `all ${formatCount(count)}`);
      button.setAttribute("aria-label", `Show all ${count} answers of this group`);
      button.type = "button";
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => toggleMembers(row, button, prompt, group, data, answers));
      row.lastElementChild.append(" ", button);
    });
  });
}

function toggleMembers(row, button, prompt, group, data, answers) {
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) {
    row.nextElementSibling.remove();
    return;
  }
  const members = answers.rows.filter((answer) => answer.prompt === prompt && answer.group === group);
  const list = element("ol", "members");
  members.slice(0, PAGE_SIZE).forEach((answer) => {
    const item = element("li");
    item.append(element("bdi", "model", data.models[answer.model]));
    item.append(...answerText(answer.text));
    list.append(item);
  });
  const cell = element("td", "l");
  cell.colSpan = row.cells.length;
  cell.append(list);
  const more = element("button", "quiet", `Show ${members.length === 1 ? "it" : `all ${formatCount(members.length)}`} in the list of answers`);
  more.type = "button";
  more.addEventListener("click", () => answers.show({ prompt, group }));
  cell.append(more);
  const below = element("tr", "below");
  below.append(cell);
  row.after(below);
}
