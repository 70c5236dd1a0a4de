// Line charts on a canvas.

// A step of 1, 2 or 5 times a power of ten that cuts a span into about `count` parts.
function niceStep(span, count) {
  const rough = span / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * [1, 2, 5, 10].find((m) => m * power >= rough);
}

function shortNumber(value) {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 10000) return `${+(value / 1000).toPrecision(3)}k`;
  return String(+value.toPrecision(size < 1 ? 2 : 4));
}

// Lowest and highest finite value of all lines, with a little air; null if there is none.
function reach(lines, key) {
  let low = Infinity;
  let high = -Infinity;
  for (const line of lines) {
    for (const value of line[key]) {
      if (Number.isFinite(value)) { low = Math.min(low, value); high = Math.max(high, value); }
    }
  }
  return low <= high ? [low, high] : null;
}

// The frame of a chart: axes, grid, labels. Returns the two scales.
function drawAxes(context, width, height, xs, ys, colours, title) {
  const left = 38, right = 14, top = 18, bottom = 18;
  const px = (x) => left + ((x - xs[0]) / (xs[1] - xs[0] || 1)) * (width - left - right);
  const py = (y) => height - bottom - ((y - ys[0]) / (ys[1] - ys[0] || 1)) * (height - top - bottom);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height);
  context.font = "11px system-ui, sans-serif";
  context.strokeStyle = colours.line;
  context.lineWidth = 0.5;
  context.fillStyle = colours.faint;
  context.textAlign = "right";
  context.textBaseline = "middle";
  const stepY = niceStep(ys[1] - ys[0] || 1, 3);
  for (let y = Math.ceil(ys[0] / stepY) * stepY; y <= ys[1] + 1e-9; y += stepY) {
    context.beginPath();
    context.moveTo(left, py(y));
    context.lineTo(width - right, py(y));
    context.stroke();
    context.fillText(shortNumber(+y.toFixed(10)), left - 4, py(y));
  }
  context.textAlign = "center";
  context.textBaseline = "top";
  const stepX = niceStep(xs[1] - xs[0] || 1, 5);
  for (let x = Math.ceil(xs[0] / stepX) * stepX; x <= xs[1] + 1e-9; x += stepX) {
    context.fillText(shortNumber(+x.toFixed(10)), px(x), height - bottom + 4);
  }
  context.textAlign = "left";
  context.fillStyle = colours.ink;
  context.fillText(title, left, 3);
  return { px, py, left, right, top, bottom };
}

function strokeLine(context, line, scales) {
  context.strokeStyle = line.colour;
  context.lineWidth = line.width || 1.8;
  context.setLineDash(line.dash || []);
  context.beginPath();
  let pen = false;
  for (let i = 0; i < line.y.length; i += 1) {
    if (!Number.isFinite(line.y[i])) { pen = false; continue; }
    const x = scales.px(line.x[i]);
    const y = scales.py(line.y[i]);
    if (pen) context.lineTo(x, y);
    else context.moveTo(x, y);
    pen = true;
  }
  context.stroke();
  context.setLineDash([]);
}

// Names of the lines at the upper right, each after a piece of its own dash.
function drawKeys(context, lines, width, colours) {
  context.textAlign = "left";
  context.textBaseline = "top";
  let x = width - 8;
  for (const line of [...lines].reverse()) {
    if (!line.name) continue;
    x -= context.measureText(line.name).width;
    context.fillStyle = colours.ink;
    context.fillText(line.name, x, 3);
    x -= 24;
    strokeLine(context, { ...line, x: [0, 1], y: [0, 0] }, { px: (t) => x + t * 20, py: () => 9 });
    x -= 8;
  }
}

// Draw lines {x, y, colour, dash, name}; `at` marks one x with a vertical line. Returns the scales.
function drawChart(canvas, width, height, lines, colours, { title = "", at = null, floor = null, ceil = null, keys = true } = {}) {
  const context = contextOf(canvas, width, height);
  const xs = reach(lines, "x") || [0, 1];
  const ys = [...(reach(lines, "y") || [0, 1])];
  if (floor !== null) ys[0] = Math.min(floor, ys[0]);
  if (ceil !== null) ys[1] = ceil;
  if (ys[1] - ys[0] < 1e-9) ys[1] = ys[0] + 1;
  const scales = drawAxes(context, width, height, xs[0] === xs[1] ? [xs[0], xs[0] + 1] : xs, ys, colours, title);
  context.save();
  context.beginPath();
  context.rect(scales.left, scales.top - 2, width - scales.left - scales.right, height - scales.top - scales.bottom + 4);
  context.clip();
  for (const line of lines) strokeLine(context, line, scales);
  if (at !== null) {
    context.strokeStyle = colours.ink;
    context.lineWidth = 1;
    context.beginPath();
    context.moveTo(scales.px(at), scales.top);
    context.lineTo(scales.px(at), height - scales.bottom);
    context.stroke();
  }
  context.restore();
  if (keys) drawKeys(context, lines, width, colours);
  return scales;
}
