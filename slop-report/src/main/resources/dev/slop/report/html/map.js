/*
 * Where answers lie in meaning: a scatter in the plane along which they spread most, with equal scales. A model has a
 * colour and a shape; marks of one text stand in a ring. The page has this script only if answers were embedded.
 */
const MAP_COLOURS = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999"];
const MAP_SHAPES = [
  "circle",
  "triangle",
  "rect",
  "diamond",
  "path://M3 0H7V3H10V7H7V10H3V7H0V3H3Z",
  "path://M0 0H10L5 9Z",
  "path://M5 0 6.5 3.4 10 3.8 7.4 6.2 8.1 10 5 8 1.9 10 2.6 6.2 0 3.8 3.5 3.4Z",
  "path://M0 2 2 0 5 3 8 0 10 2 7 5 10 8 8 10 5 7 2 10 0 8 3 5Z",
];
const MAP_LINE = 60;
const MAP_TEXT = 300;

/** Where a mark of a model and a text goes, and where a text's first mark is. */
function mapMarks(prompt, data) {
  const { x, y, m } = prompt.map;
  const series = new Map();
  const first = [];
  m.forEach((pairs, place) => {
    const givers = pairs.length / 2;
    for (let i = 0; i < givers; i++) {
      const model = pairs[2 * i];
      const count = pairs[2 * i + 1];
      const angle = (2 * Math.PI * i) / givers;
      const ring = givers > 1 ? scaled(4 + givers) : 0;
      if (!series.has(model)) {
        series.set(model, []);
      }
      const marks = series.get(model);
      if (i === 0) {
        first.push([model, marks.length]);
      }
      marks.push({
        value: [x[place], y[place]],
        place,
        symbolSize: scaled(Math.min(36, 9 * Math.sqrt(count))),
        symbolOffset: [ring * Math.cos(angle), ring * Math.sin(angle)],
      });
    }
  });
  const models = [...series.keys()].sort((a, b) => a - b);
  return {
    series: models.map((model) => ({ model, name: data.models[model], marks: series.get(model) })),
    first: first.map(([model, index]) => [models.indexOf(model), index]),
  };
}

function mapLegendRows(series, width) {
  let rows = 1;
  let used = 0;
  series.forEach(({ name }) => {
    const item = scaled(34) + scaled(7) * name.length;
    if (used > 0 && used + item > width) {
      rows++;
      used = 0;
    }
    used += item;
  });
  return rows;
}

function mapShape(prompt, data, width) {
  const { series, first } = mapMarks(prompt, data);
  const outer = Math.min(width, scaled(760));
  const legend = mapLegendRows(series, outer) * scaled(24) + scaled(8);
  const inner = outer - scaled(60);
  const range = (values) => [Math.min(...values), Math.max(...values)];
  const [left, right] = range(prompt.map.x);
  const [low, high] = range(prompt.map.y);
  const wide = Math.max(right - left, 1e-6);
  const tall = Math.max(high - low, 1e-6);
  const height = Math.max(scaled(180), Math.min(scaled(440), (inner * tall) / wide));
  const unit = 1.15 * Math.max(wide / inner, tall / height);
  const around = (from, to, pixels) => [(from + to - unit * pixels) / 2, (from + to + unit * pixels) / 2];
  return { series, first, outer, legend, inner, height, x: around(left, right, inner), y: around(low, high, height) };
}

function mapHeight(prompt, data, width) {
  const { legend, height } = mapShape(prompt, data, width);
  return legend + height + scaled(40);
}

function mapText(prompt, place) {
  const text = [...prompt.texts[prompt.map.t[place]]];
  return text.length > MAP_TEXT ? `${text.slice(0, MAP_TEXT).join("")}…` : text.join("");
}

function mapGivers(prompt, data, place) {
  const pairs = prompt.map.m[place];
  return pairs.flatMap((model, i) => (i % 2 ? [] : [`${data.models[model]} × ${pairs[i + 1]}`])).join(", ");
}

/** The library does not break lines of a drawn tooltip. */
function mapBroken(text) {
  return text
    .split("\n")
    .flatMap((line) => [...line].reduce((lines, c) => {
      const last = lines[lines.length - 1];
      if (last.length >= MAP_LINE || (last.length > MAP_LINE - 12 && c === " ")) {
        lines.push(c.trim());
      } else {
        lines[lines.length - 1] += c;
      }
      return lines;
    }, [""]))
    .join("\n");
}

function mapOption(prompt, data, width) {
  const colours = style();
  const option = baseOption(colours, `Map of the answers to ${prompt.id}.`);
  const shape = mapShape(prompt, data, width);
  const axis = (name, [min, max], gap) => ({
    type: "value",
    min,
    max,
    name,
    nameLocation: "middle",
    nameGap: gap,
    nameTextStyle: { color: colours.muted, fontSize: scaled(11) },
    axisLabel: { show: false },
    axisTick: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.muted } },
    splitLine: { lineStyle: { color: colours.rule } },
  });
  const percent = prompt.map.share.map((share) => `${Math.round(100 * share)} % of the variance`);
  option.grid = [{ left: scaled(36), top: shape.legend, width: shape.inner, height: shape.height }];
  option.xAxis = [axis(percent[0], shape.x, scaled(14))];
  option.yAxis = [axis(percent[1], shape.y, scaled(14))];
  option.legend = {
    left: scaled(28),
    top: 0,
    width: shape.outer - scaled(28),
    itemWidth: scaled(12),
    itemHeight: scaled(12),
    textStyle: { color: colours.ink, fontSize: scaled(12) },
    inactiveColor: colours.rule,
  };
  option.series = shape.series.map(({ model, name, marks }) => ({
    type: "scatter",
    name,
    symbol: MAP_SHAPES[(model + Math.floor(model / MAP_COLOURS.length)) % MAP_SHAPES.length],
    itemStyle: { color: MAP_COLOURS[model % MAP_COLOURS.length], borderColor: colours.ink, borderWidth: 0.8, opacity: 0.9 },
    data: marks,
  }));
  option.tooltip.formatter = ({ data: { place } }) => `${mapBroken(mapText(prompt, place))}\n${mapBroken(mapGivers(prompt, data, place))}`;
  return option;
}

/** By arrow keys from text to text; what is shown is also said. */
function walkMap(place, drawing, prompt, data) {
  const line = element("p", "more");
  line.setAttribute("aria-live", "polite");
  place.after(line);
  place.tabIndex = 0;
  const { first } = mapMarks(prompt, data);
  let at = 0;
  const show = () => {
    const [seriesIndex, dataIndex] = first[at];
    drawing.chart?.dispatchAction({ type: "showTip", seriesIndex, dataIndex });
    line.textContent = `${at + 1} of ${first.length}: ${mapText(prompt, at)} (${mapGivers(prompt, data, at)})`;
  };
  place.addEventListener("focus", () => place.matches(":focus-visible") && show());
  place.addEventListener("blur", () => drawing.chart?.dispatchAction({ type: "hideTip" }));
  place.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      at = (at + step + first.length) % first.length;
      show();
    }
  });
}

moreCharts.push((data, drawings) =>
  document.querySelectorAll(".chart[data-meaning]").forEach((place) => {
    const prompt = data.prompts[Number(place.dataset.meaning)];
    place.classList.add("drawn");
    const drawing = new Drawing(place, (width) => mapOption(prompt, data, width), (width) => mapHeight(prompt, data, width));
    drawings.set(place, drawing);
    walkMap(place, drawing, prompt, data);
  }),
);
