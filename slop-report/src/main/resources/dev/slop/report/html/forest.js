/** A forest plot: per model a dot for the mean and a line for its interval, one panel per measure. */
const FOREST_PANELS = [
  { key: "entropy", title: "Entropy, bits", percent: false },
  { key: "top", title: "Most common answer", percent: true },
  { key: "distinct", title: "Different, of all", percent: true },
];

function forestShape(forest, width) {
  const columns = width < scaled(640) ? 1 : 3;
  const inner = forest.models.length * scaled(24) + 8;
  return { columns, inner, outer: inner + scaled(68), rows: Math.ceil(FOREST_PANELS.length / columns) };
}

function forestHeight(forest, width) {
  const { rows, outer } = forestShape(forest, width);
  return rows * outer;
}

function forestOption(forest, width) {
  const colours = style();
  const option = baseOption(colours, "Means per model with intervals.");
  const { columns, inner, outer } = forestShape(forest, width);
  const longest = Math.max(...forest.models.map((model) => model.length));
  const labelWidth = Math.min(scaled(longest * 7), width * (columns === 1 ? 0.4 : 0.22));
  const gap = scaled(32);
  const panelWidth = (width - labelWidth - gap * columns) / columns;
  FOREST_PANELS.forEach((panel, i) => {
    const scale = panel.percent ? 100 : 1;
    const column = i % columns;
    const left = labelWidth + 8 + column * (panelWidth + gap);
    const top = Math.floor(i / columns) * outer;
    const rows = forest[panel.key];
    const line = [];
    const dots = [];
    rows.forEach((estimate, row) => {
      if (estimate) {
        const [value, lower, upper] = estimate.map((number) => (number === null ? null : number * scale));
        line.push([lower ?? value, row], [upper ?? value, row], ["-", "-"]);
        dots.push([value, row, lower, upper]);
      }
    });
    addPanel(option, i, { left, top, titleLeft: left }, { width: panelWidth, height: inner }, panel.title, colours);
    option.yAxis.push({
      gridIndex: i,
      type: "category",
      inverse: true,
      data: forest.models,
      axisTick: { show: false },
      axisLine: { show: false },
      splitLine: { show: true, lineStyle: { color: colours.rule } },
      axisLabel: { show: column === 0, color: colours.ink, fontSize: scaled(12), width: labelWidth, overflow: "truncate", interval: 0 },
    });
    option.xAxis.push({
      gridIndex: i,
      type: "value",
      min: 0,
      max: panel.percent ? 100 : undefined,
      interval: panel.percent ? 25 : undefined,
      splitNumber: 4,
      splitLine: { show: false },
      axisLine: { show: true, lineStyle: { color: colours.muted } },
      axisLabel: { color: colours.muted, fontSize: scaled(11), hideOverlap: true, formatter: panel.percent ? "{value}%" : "{value}" },
    });
    option.series.push(
      {
        type: "line",
        xAxisIndex: i,
        yAxisIndex: i,
        data: line,
        connectNulls: false,
        symbol: "none",
        silent: true,
        lineStyle: { width: 2, color: colours.shared },
      },
      {
        type: "scatter",
        xAxisIndex: i,
        yAxisIndex: i,
        data: dots,
        symbolSize: 9,
        itemStyle: { color: colours.shared, borderColor: colours.paper, borderWidth: 1 },
        tooltip: {
          formatter: ({ value: [value, row, lower, upper] }) => {
            const unit = panel.percent ? " %" : "";
            const ends = [lower, upper].map((end) => (end === null ? "∞" : end.toFixed(panel.percent ? 0 : 2)));
            return `${forest.models[row]}\n${value.toFixed(panel.percent ? 0 : 2)}${unit}, ${ends.join(" to ")}${unit}`;
          },
        },
      },
    );
  });
  return option;
}
