// InformationSlider: three curves with a dot on each.

const COIN_TEXT = {
  p: "p: how likely heads really is.",
  q: "q: how likely someone believes heads to be.",
  unit: "Bits use the logarithm to base 2, nats the natural one; a nat is 1.44 bits.",
  surprise: "Surprise of seeing heads: −log p. Sure things carry none, rare ones a lot.",
  entropy: "Entropy: the surprise to be expected, largest for a fair coin.",
  crossed: "Cross-entropy: the surprise to be expected by someone who believes q. It is lowest, H(p), where q = p (dotted); what lies above is the KL.",
};

function drawCurve(canvas, x, y, at, value, top, tones, title, floor) {
  const lines = [{ x, y, colour: tones.real }];
  if (floor !== null) lines.push({ x: [0, 1], y: [floor, floor], colour: tones.ink, dash: [2, 3], width: 1 });
  const scales = drawChart(canvas, 262, 190, lines, tones, { title, floor: 0, ceil: top, keys: false });
  if (value < 0 || value > top) return; // off the chart
  const context = canvas.getContext("2d");
  context.fillStyle = tones.fake;
  context.beginPath();
  context.arc(scales.px(at), scales.py(value), 5, 0, 2 * Math.PI);
  context.fill();
}

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-information", "Surprise, entropy, cross-entropy");
  const says = makeExplainer(root, "Move p and q. The orange dots follow.");
  const chart = (role) => el("canvas", { role: "img", "data-role": role, "data-explain": COIN_TEXT[role] });
  const charts = { surprise: chart("surprise"), entropy: chart("entropy"), crossed: chart("crossed") };
  const told = el("div", { class: "gc-number", "data-role": "numbers", "aria-live": "polite" });
  const draw = () => {
    if (!root.isConnected) { setTimeout(paint, 50); return; }
    const result = model.get("result");
    if (!result.x) return;
    const tones = coloursOf(root);
    const [p, q, unit, now] = [model.get("p"), model.get("q"), model.get("unit"), result.numbers];
    const x = float32(result.x);
    const most = unit === "bits" ? 8 : 5.5;
    drawCurve(charts.surprise, x, float32(result.surprise), p, now.surprise, most, tones, `surprise −log p, ${unit}`, null);
    drawCurve(charts.entropy, x, float32(result.entropy), p, now.entropy, unit === "bits" ? 1.1 : 0.77, tones, `entropy H(p), ${unit}`, null);
    drawCurve(charts.crossed, x, float32(result.crossed), q, now.cross_entropy, most, tones, `cross-entropy H(p, q), ${unit}`, now.entropy);
    const say = (value) => (value < 0 ? "∞" : value.toFixed(3));
    told.textContent = `surprise ${say(now.surprise)} · entropy ${say(now.entropy)} · cross-entropy ${say(now.cross_entropy)} = entropy + KL ${say(now.kl)} ${unit}`;
    for (const [name, value] of [["surprise", now.surprise], ["entropy", now.entropy], ["crossed", now.cross_entropy]]) {
      charts[name].setAttribute("aria-label", `${COIN_TEXT[name]} Now ${say(value)} ${unit}.`);
    }
  };
  const paint = onceAFrame(draw);
  const choose = { min: 0, max: 1, step: 0.01, show: (v) => v.toFixed(2) };
  model.on("change:result", paint);
  const stopTheme = onTheme(paint);
  root.append(
    el("div", { class: "gc-row" },
      bindRange(model, "p", "p", COIN_TEXT.p, choose),
      bindRange(model, "q", "q", COIN_TEXT.q, choose),
      bindSelect(model, "unit", "unit", COIN_TEXT.unit, () => model.get("options").unit)),
    el("div", { class: "gc-columns" }, charts.surprise, charts.entropy, charts.crossed),
    told, says, makeErrorLine(model));
  paint();
  return () => { stopTheme(); paint.cancel(); };
}

export default { render };
