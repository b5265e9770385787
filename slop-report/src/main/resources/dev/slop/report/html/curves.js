/** Rarefaction: per model the expected number of different answers, dashed beyond those that were sampled. */
const MOST_IN_BACKGROUND = 8;

function curvesShape(prompt, width) {
  const columns = Math.max(1, Math.min(prompt.curves.length, Math.floor(width / scaled(190)), 6));
  return { columns, rows: Math.ceil(prompt.curves.length / columns), inner: scaled(84), outer: scaled(84 + 62) };
}

function curvesHeight(prompt, width) {
  const { rows, outer } = curvesShape(prompt, width);
  return rows * outer;
}

/** [answers, different ones] of a curve. */
function points(curve) {
  return curve.flatMap((answers, i) => (i % 2 ? [] : [[answers, curve[i + 1]]]));
}

function curveLine(i, data, lineStyle, extra) {
  return { type: "line", xAxisIndex: i, yAxisIndex: i, data, symbol: "none", silent: true, lineStyle, ...extra };
}

function curvesOption(prompt, data, width) {
  const colours = style();
  const option = baseOption(colours, `Different answers to ${prompt.id} among so many, one panel per model on shared axes.`);
  const { columns, inner, outer } = curvesShape(prompt, width);
  const { totals } = tally(prompt);
  const gap = scaled(40);
  const panelWidth = (width - gap * columns) / columns - scaled(12);
  const curves = prompt.curves.map(points);
  const most = Math.max(...curves.flat().map(([answers]) => answers));
  const highest = 2 * Math.ceil(Math.max(...curves.flat().map(([, different]) => different)) / 2);
  curves.forEach((curve, i) => {
    const n = totals.get(prompt.shown[i]);
    const left = (i % columns) * (panelWidth + scaled(12) + gap) + gap;
    addPanel(option, i, { left, top: Math.floor(i / columns) * outer, titleLeft: left }, { width: panelWidth, height: inner }, data.models[prompt.shown[i]], colours);
    const text = { color: colours.muted, fontSize: scaled(11), hideOverlap: true };
    option.xAxis.push({ gridIndex: i, type: "value", min: 0, max: most, interval: most / 2, splitLine: { show: false }, axisLine: { lineStyle: { color: colours.muted } }, axisLabel: text });
    option.yAxis.push({ gridIndex: i, type: "value", min: 0, max: highest, interval: highest / 2, splitLine: { lineStyle: { color: colours.rule } }, axisLabel: text });
    if (curves.length <= MOST_IN_BACKGROUND) {
      curves.forEach((other, o) => o !== i && option.series.push(curveLine(i, other, { width: 1, color: colours.muted, opacity: 0.45 })));
    }
    option.series.push(
      curveLine(i, curve.filter(([answers]) => answers <= n), { width: 2, color: colours.shared }),
      curveLine(i, curve.filter(([answers]) => answers >= n), { width: 2, color: colours.shared, type: "dashed" }),
      {
        type: "scatter",
        xAxisIndex: i,
        yAxisIndex: i,
        data: curve.filter(([answers]) => answers === n),
        symbolSize: 8,
        itemStyle: { color: colours.shared, borderColor: colours.paper, borderWidth: 1 },
        label: { show: true, position: "top", color: colours.ink, fontSize: scaled(11), formatter: ({ value }) => `n = ${value[0]}` },
        tooltip: { formatter: ({ value: [answers, different] }) => `${different} different among ${answers}\n${curve[curve.length - 1][1]} expected among ${curve[curve.length - 1][0]}` },
      },
    );
  });
  return option;
}
