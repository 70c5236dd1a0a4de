// AdversarialSlider: three pictures and two rows of bars.

const ATTACK_TEXT = {
  epsilon: "ε: the largest change of any pixel, in units of the pixel values.",
  method: "How the change is found.",
  target: "The class to aim at; without one the attack only moves away from the true class.",
  index: "Which picture.",
  bars: "What the classifier says before (blue) and after (orange, hatched).",
};

// What is written beside a pair of bars: "99 → 0%", or one number where both are the same.
function changed(before, after) {
  const [was, is] = [before, after].map((share) => Math.round(100 * share));
  return was === is ? `${is}%` : `${was} → ${is}%`;
}

// One pair of bars for each class; the higher of each row is written out.
function drawBars(canvas, result, classes, tones) {
  const row = Math.max(14, Math.min(24, 240 / classes.length));
  const width = 300, left = 90;
  const context = contextOf(canvas, width, Math.round(row * classes.length + 8));
  context.fillStyle = tones.paper;
  context.fillRect(0, 0, width, row * classes.length + 8);
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "middle";
  const full = width - left - 70;
  classes.forEach((name, i) => {
    const top = 4 + i * row;
    context.fillStyle = tones.ink;
    context.textAlign = "right";
    context.fillText(name.slice(0, 13) + (i === result.label ? " ✓" : ""), left - 6, top + row / 2);
    context.fillStyle = tones.real;
    context.fillRect(left, top + 1, Math.max(1, full * result.clean[i]), row / 2 - 2);
    context.fillStyle = tones.fake;
    const long = Math.max(1, full * result.attacked[i]);
    context.fillRect(left, top + row / 2, long, row / 2 - 2);
    context.strokeStyle = tones.paper;
    context.lineWidth = 1;
    context.beginPath();
    for (let x = left + 4; x < left + long; x += 5) {
      context.moveTo(x, top + row / 2);
      context.lineTo(x - 3, top + row - 2);
    }
    context.stroke();
    context.fillStyle = tones.faint;
    context.textAlign = "left";
    const most = Math.max(result.clean[i], result.attacked[i]);
    if (most >= 0.05) context.fillText(changed(result.clean[i], result.attacked[i]), left + Math.max(long, full * result.clean[i]) + 5, top + row / 2);
  });
}

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-attack", "Adversarial examples");
  const says = makeExplainer(root, "Move ε: the picture hardly changes, what the classifier says may.");
  const { classes, method, count, most } = model.get("options");
  const picture = (role, explain) => el("canvas", { role: "img", "data-role": role, "data-explain": explain });
  const before = picture("before", "The picture as it is.");
  const change = picture("change", "The change alone, magnified until its largest value fills the scale; middle grey is no change.");
  const after = picture("after", "The picture with the change: what the classifier sees.");
  const bars = picture("bars", ATTACK_TEXT.bars);
  const under = ["picture", "", ""].map((text) => el("div", { class: "gc-faint" }, text));
  const told = el("div", { "data-role": "verdict", "aria-live": "polite" });
  const draw = () => {
    if (!root.isConnected) { setTimeout(paint, 50); return; }
    const result = model.get("result");
    if (!result.before) return;
    drawPicture(before, result.before, 150);
    drawPicture(change, result.change, 150);
    drawPicture(after, result.after, 150);
    drawBars(bars, result, classes, coloursOf(root));
    const best = (values) => values.indexOf(Math.max(...values));
    const [was, is] = [best(result.clean), best(result.attacked)];
    under[1].textContent = result.largest > 0 ? `change (at most ${result.largest.toFixed(3)}) × ${Math.max(1, Math.round(result.magnified))}` : "no change";
    under[2].textContent = "sum of both";
    const share = (values, i) => `${classes[i]} (${Math.round(100 * values[i])}%)`;
    told.textContent = `${share(result.clean, was)} → ${share(result.attacked, is)}${was === is ? "" : ": the classifier has changed its mind"}`;
    before.setAttribute("aria-label", `Picture of class ${classes[result.label]}, seen as ${share(result.clean, was)}`);
    change.setAttribute("aria-label", under[1].textContent);
    after.setAttribute("aria-label", `Changed picture, seen as ${share(result.attacked, is)}`);
    bars.setAttribute("aria-label", told.textContent);
  };
  const paint = onceAFrame(draw);
  const target = el("select", { "data-trait": "target" }, el("option", { value: -1 }, "none"), ...classes.map((name, i) => el("option", { value: i }, name)));
  const showTarget = () => { target.value = String(model.get("target")); };
  target.addEventListener("change", () => put(model, "target", Number(target.value)));
  model.on("change:target", showTarget);
  showTarget();
  model.on("change:result", paint);
  const stopTheme = onTheme(paint);
  root.append(
    el("div", { class: "gc-row" },
      bindRange(model, "epsilon", "ε", ATTACK_TEXT.epsilon, { min: 0, max: most, step: most / 100, show: (v) => v.toFixed(3) }),
      bindSelect(model, "method", "method", ATTACK_TEXT.method, () => method),
      el("label", { "data-explain": ATTACK_TEXT.target }, "target", target),
      bindNumber(model, "index", "picture", ATTACK_TEXT.index, { min: 0, max: count - 1, step: 1 })),
    el("div", { class: "gc-columns" },
      ...[before, change, after].map((canvas, i) => el("div", { class: "gc-column" }, canvas, under[i])),
      bars),
    told, says, makeErrorLine(model));
  paint();
  return () => { stopTheme(); paint.cancel(); };
}

export default { render };
