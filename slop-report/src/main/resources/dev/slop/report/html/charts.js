/*
 * Small multiples: one panel per model on shared axes. Charts are drawn as they come into view and removed when they
 * are far away, so that a page of a hundred prompts scrolls as one of three does.
 */
const FONT = "system-ui, sans-serif";
const TOP_GROUPS = 8;
const MOST_BARS = 120;
const MOST_KEPT = 20;
const LABELLED = 15;
const NARROWEST = 120;

/** Counts per model and group, and how many models gave a group. */
function tally(prompt) {
  const counts = new Map(prompt.shown.map((model) => [model, new Map()]));
  const totals = new Map(prompt.shown.map((model) => [model, 0]));
  const sharing = prompt.sharing ?? prompt.counts.map((pairs) => pairs.length / 2);
  prompt.counts.forEach((pairs, group) => {
    for (let i = 0; i < pairs.length; i += 2) {
      counts.get(pairs[i]).set(group, pairs[i + 1]);
      totals.set(pairs[i], totals.get(pairs[i]) + pairs[i + 1]);
    }
  });
  return { counts, totals, sharing };
}

/** Pixels at the size of the page's text, which grows with the screen. */
function scaled(pixels) {
  return Math.round(pixels * textScale);
}

let textScale = 1;

/** Charts that only some pages have: each adds its drawings by place. */
const moreCharts = [];

/** All charts are as wide as the column; asking each for its width would lay out a whole page that is not in view. */
function columnWidth() {
  textScale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return document.getElementById("prompts").clientWidth;
}

/** The groups with a bar of their own. Where there are many: those given more than once, and the rest as one bar. */
function barGroups(prompt) {
  const counts = prompt.counts.map((pairs) => pairs.reduce((sum, n, i) => sum + (i % 2 ? n : 0), 0));
  const few = counts.length <= TOP_GROUPS;
  const shown = counts.flatMap((count, group) => (few || count > 1 ? [group] : [])).slice(0, TOP_GROUPS);
  const rest = counts.length - shown.length;
  const once = counts.slice(shown.length).every((count) => count === 1);
  return { shown, rest, restLabel: `${rest} ${once ? "given once" : "others"}` };
}

function panels(prompt, width) {
  const minimum = scaled(prompt.kind === "number" ? 290 : 260);
  const columns = Math.max(1, Math.min(prompt.shown.length, Math.floor(width / minimum), 4));
  const rows = Math.ceil(prompt.shown.length / columns);
  const { shown, rest } = barGroups(prompt);
  const bars = shown.length + (rest > 0 ? 1 : 0);
  const inner = prompt.kind === "number" ? scaled(110) : Math.max(scaled(40), bars * scaled(24));
  return { columns, rows, inner, outer: inner + scaled(prompt.kind === "number" ? 72 : 44) };
}

function style() {
  return {
    ink: theme.colour("ink"),
    muted: theme.colour("muted"),
    rule: theme.colour("rule"),
    shared: theme.colour("accent"),
    own: theme.colour("own"),
    paper: theme.colour("paper"),
  };
}

function baseOption(colours, description) {
  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: colours.ink },
    aria: { enabled: true, label: { description }, decal: { show: false } },
    // Drawn, not HTML: what is in an answer can never become an element, and the style policy stays strict.
    tooltip: {
      renderMode: "richText",
      confine: true,
      backgroundColor: colours.paper,
      borderColor: colours.rule,
      textStyle: { color: colours.ink, fontSize: scaled(12) },
    },
    grid: [],
    xAxis: [],
    yAxis: [],
    series: [],
    title: [],
  };
}

/** Hatched, so that it is told apart from the shared answers without its colour. */
function ownDecal(colours) {
  return { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: -Math.PI / 4, color: colours.paper };
}

function bar(value, group, sharing, colours, extra) {
  const own = sharing[group] < 2;
  return {
    value,
    group,
    itemStyle: own
      ? { color: colours.own, decal: ownDecal(colours), ...extra }
      : { color: colours.shared, decal: { symbol: "none" }, ...extra },
  };
}

function addPanel(option, i, at, size, title, colours) {
  option.grid.push({ left: at.left, top: at.top + scaled(28), width: size.width, height: size.height });
  option.title.push({
    text: title,
    left: at.titleLeft,
    top: at.top,
    padding: 0,
    textStyle: { fontSize: scaled(13), lineHeight: scaled(18), fontWeight: 600, color: colours.ink, width: size.width + at.left - at.titleLeft, overflow: "truncate" },
  });
}

function share(count, total) {
  return total === 0 ? 0 : (100 * count) / total;
}

function numberChart(option, prompt, data, width, colours) {
  const { columns, inner, outer } = panels(prompt, width);
  const { counts, totals, sharing } = tally(prompt);
  const [low, high] = prompt.range;
  const step = Math.max(1, Math.ceil((high - low + 1) / MOST_BARS));
  const cells = Math.ceil((high - low + 1) / step);
  const categories = Array.from({ length: cells }, (_, i) => (step === 1 ? `${low + i}` : `${low + i * step}–${low + (i + 1) * step - 1}`));
  const values = prompt.labels.map(Number);
  const gap = scaled(44);
  const panelWidth = (width - gap * columns) / columns - scaled(10);
  let largest = 0;
  const perModel = prompt.shown.map((model) => {
    const bins = new Map();
    for (const [group, count] of counts.get(model)) {
      const cell = Math.floor((values[group] - low) / step);
      if (cell >= 0 && cell < cells) {
        const bin = bins.get(cell) ?? { count: 0, group };
        bin.count += count;
        bins.set(cell, bin);
        largest = Math.max(largest, share(bin.count, totals.get(model)));
      }
    }
    return bins;
  });
  prompt.shown.forEach((model, i) => {
    const at = { left: (i % columns) * (panelWidth + scaled(10) + gap) + gap, top: Math.floor(i / columns) * outer };
    at.titleLeft = at.left;
    addPanel(option, i, at, { width: panelWidth, height: inner }, data.models[model], colours);
    option.xAxis.push({
      gridIndex: i,
      type: "category",
      data: categories,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.muted } },
      axisLabel: {
        color: colours.muted,
        fontSize: scaled(11),
        interval: (index) => index === 0 || index === cells - 1 || (cells > 8 && index === Math.floor(cells / 2) - 1),
        hideOverlap: true,
      },
    });
    option.yAxis.push({
      gridIndex: i,
      type: "value",
      min: 0,
      max: Math.ceil(largest / 10) * 10,
      splitNumber: 2,
      axisLabel: { color: colours.muted, fontSize: scaled(11), formatter: "{value}%" },
      splitLine: { lineStyle: { color: colours.rule } },
    });
    option.series.push({
      type: "bar",
      xAxisIndex: i,
      yAxisIndex: i,
      barCategoryGap: "8%",
      barMinWidth: 2,
      label: {
        show: true,
        position: "top",
        distance: 2,
        color: colours.muted,
        fontSize: scaled(11),
        formatter: (hit) => (hit.value[1] >= LABELLED ? categories[hit.value[0]] : ""),
      },
      data: [...perModel[i]].map(([cell, bin]) => {
        // Bars this thin have no room for hatching; blue and orange are told apart by all.
        const made = bar(share(bin.count, totals.get(model)), bin.group, sharing, colours, { decal: { symbol: "none" } });
        made.value = [cell, made.value];
        made.count = bin.count;
        return made;
      }),
      tooltip: {
        formatter: (hit) => `${categories[hit.value[0]]}: ${hit.data.count} of ${totals.get(model)}`,
      },
    });
  });
}

function groupChart(option, prompt, data, width, colours) {
  const { columns, inner, outer } = panels(prompt, width);
  const { counts, totals, sharing } = tally(prompt);
  const { shown, rest, restLabel } = barGroups(prompt);
  const labels = shown.map((group) => prompt.labels[group]).concat(rest > 0 ? [restLabel] : []);
  // Labels stand once per row of panels: the axis is shared.
  const labelWidth = Math.min(scaled(prompt.kind === "text" ? 260 : 120), width * (columns === 1 ? 0.42 : 0.22));
  const gap = scaled(44);
  const panelWidth = (width - labelWidth - gap * columns) / columns;
  prompt.shown.forEach((model, i) => {
    const column = i % columns;
    const at = { left: labelWidth + 8 + column * (panelWidth + gap), top: Math.floor(i / columns) * outer };
    at.titleLeft = columns === 1 ? 0 : at.left;
    addPanel(option, i, at, { width: panelWidth, height: inner }, data.models[model], colours);
    const of = counts.get(model);
    const total = totals.get(model);
    const bars = shown.map((group) => {
      const count = of.get(group) ?? 0;
      const named = prompt.kind === "colour" && prompt.colours[group];
      const extra = named ? { color: named, borderColor: colours.muted, borderWidth: count > 0 ? 1 : 0, decal: { symbol: "none" } } : {};
      return bar(share(count, total), group, sharing, colours, extra);
    });
    if (rest > 0) {
      const count = [...of].reduce((sum, [group, n]) => sum + (shown.includes(group) ? 0 : n), 0);
      bars.push({ value: share(count, total), itemStyle: { color: colours.muted, decal: { symbol: "none" } } });
    }
    option.yAxis.push({
      gridIndex: i,
      type: "category",
      inverse: true,
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colours.muted } },
      axisLabel: { show: column === 0, color: colours.ink, fontSize: scaled(12), width: labelWidth, overflow: "truncate", interval: 0 },
    });
    option.xAxis.push({ gridIndex: i, type: "value", min: 0, max: 100, show: false });
    option.series.push({
      type: "bar",
      xAxisIndex: i,
      yAxisIndex: i,
      barWidth: "64%",
      data: bars,
      label: {
        show: true,
        position: "right",
        color: colours.muted,
        fontSize: scaled(11),
        formatter: (hit) => (hit.value > 0 ? `${Math.round((hit.value * total) / 100)}` : ""),
      },
      tooltip: {
        formatter: (hit) => `${labels[hit.dataIndex]}: ${Math.round((hit.value * total) / 100)} of ${total}`,
      },
    });
  });
}

function promptOption(prompt, data, width) {
  const colours = style();
  const option = baseOption(colours, `Answers to ${prompt.id}, one panel per model on shared axes.`);
  (prompt.kind === "number" ? numberChart : groupChart)(option, prompt, data, width, colours);
  return option;
}

/** Keeps a chart in step with its place: drawn when near, gone when far, redrawn on a new width or theme. */
class Drawing {
  constructor(place, optionFor, heightFor) {
    this.place = place;
    this.optionFor = optionFor;
    this.heightFor = heightFor;
    this.chart = null;
    this.width = 0;
  }

  reserve(width) {
    this.place.style.height = `${this.heightFor(width)}px`;
  }

  /** Draws, unless it is drawn at this width already; a window without a width keeps what it had. */
  draw(width, force = false) {
    if (width < NARROWEST || (this.chart && width === this.width && !force)) {
      return;
    }
    this.remove();
    this.width = width;
    this.reserve(width);
    // The library describes the chart in an attribute of its place; what the page says there is better.
    const label = this.place.getAttribute("aria-label");
    this.chart = echarts.init(this.place, null, { renderer: "svg", width, height: this.heightFor(width) });
    this.chart.setOption(this.optionFor(width));
    // With a view box it shrinks to the width of paper.
    this.place.querySelector("svg").setAttribute("viewBox", `0 0 ${width} ${this.heightFor(width)}`);
    this.place.setAttribute("aria-label", label);
    this.place.setAttribute("role", "img");
  }

  remove() {
    if (this.chart) {
      this.chart.dispose();
      this.chart = null;
    }
  }
}

function startCharts(data) {
  const drawings = new Map();
  document.querySelectorAll(".chart[data-prompt]").forEach((place) => {
    const prompt = data.prompts[Number(place.dataset.prompt)];
    if (prompt.labels.length > 0) {
      place.classList.add("drawn");
      const height = (width) => {
        const { rows, outer } = panels(prompt, width);
        return rows * outer + 4;
      };
      drawings.set(place, new Drawing(place, (width) => promptOption(prompt, data, width), height));
    }
  });
  document.querySelectorAll(".chart[data-curves]").forEach((place) => {
    const prompt = data.prompts[Number(place.dataset.curves)];
    place.classList.add("drawn");
    drawings.set(place, new Drawing(place, (width) => curvesOption(prompt, data, width), (width) => curvesHeight(prompt, width)));
  });
  const forest = document.getElementById("forest");
  if (data.forest.models.length > 0) {
    forest.classList.add("drawn");
    drawings.set(forest, new Drawing(forest, (width) => forestOption(data.forest, width), (width) => forestHeight(data.forest, width)));
  }
  moreCharts.forEach((add) => add(data, drawings));
  let width = columnWidth();
  drawings.forEach((drawing) => drawing.reserve(width));
  const near = new IntersectionObserver(
    (entries) =>
      entries.forEach((entry) => {
        if (entry.isIntersecting) {
          drawings.get(entry.target).draw(width);
        } else if (drawings.size > MOST_KEPT) {
          drawings.get(entry.target).remove();
        }
      }),
    { rootMargin: "800px 0px" },
  );
  drawings.forEach((_, place) => near.observe(place));
  const redraw = (force) => {
    width = columnWidth();
    drawings.forEach((drawing) => {
      if (drawing.chart) {
        drawing.draw(width, force);
      } else {
        drawing.reserve(width);
      }
    });
  };
  let waiting = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => redraw(false));
  });
  theme.onChange(() => redraw(true));
  addEventListener("beforeprint", () => drawings.forEach((drawing) => drawing.draw(width)));
}
