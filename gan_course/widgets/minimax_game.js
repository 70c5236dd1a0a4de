// MinimaxGame: the plane with field and path, and both players over time.

const GAME_SIZE = 340;
const GAME_TEXT = {
  game: "What x minimises and y maximises.",
  method: "Simultaneous: both look at the same point. Alternating: y answers x's new place. Damped: each also pays for its own square.",
  eta: "Step size of both players.",
  damping: "How much each pays for its own square; only the damped method uses it.",
  rounds: "How many rounds are played.",
  show: "How many of the rounds are shown. Play runs through them.",
  plane: "Arrows show where both want to go. Click, or use the arrow keys, to start elsewhere. The cross is the equilibrium.",
};

function pairs(values) {
  return [0, 1].map((j) => Float32Array.from({ length: values.length / 2 }, (_, i) => values[2 * i + j]));
}

function drawGamePlane(canvas, result, start, shown, tones) {
  const context = contextOf(canvas, GAME_SIZE, GAME_SIZE);
  const px = (x) => ((x / result.reach + 1) / 2) * GAME_SIZE;
  const py = (y) => GAME_SIZE - px(y);
  context.fillStyle = tones.paper;
  context.fillRect(0, 0, GAME_SIZE, GAME_SIZE);
  const field = float32(result.field);
  let most = 1e-9;
  for (let i = 0; i < field.length; i += 4) most = Math.max(most, Math.hypot(field[i + 2], field[i + 3]));
  context.strokeStyle = tones.faint;
  context.lineWidth = 0.8;
  context.beginPath();
  for (let i = 0; i < field.length; i += 4) {
    const [x, y] = [px(field[i]), py(field[i + 1])];
    const [dx, dy] = [(22 * field[i + 2]) / most, (-22 * field[i + 3]) / most];
    context.moveTo(x, y);
    context.lineTo(x + dx, y + dy);
    context.moveTo(x + dx, y + dy);
    context.lineTo(x + 0.7 * dx - 0.18 * dy, y + 0.7 * dy + 0.18 * dx);
    context.moveTo(x + dx, y + dy);
    context.lineTo(x + 0.7 * dx + 0.18 * dy, y + 0.7 * dy - 0.18 * dx);
  }
  context.stroke();
  const scales = { px, py };
  const cut = (name) => pairs(float32(result[name]).slice(0, 2 * (shown + 1)));
  const [x, y] = cut("path");
  const [mx, my] = cut("mean");
  strokeLine(context, { x, y, colour: tones.fake, width: 1.4 }, scales);
  strokeLine(context, { x: mx, y: my, colour: tones.real, width: 1.6, dash: [5, 3] }, scales);
  context.fillStyle = tones.fake;
  for (let i = 0; i < x.length; i += 1) context.fillRect(px(x[i]) - 1.5, py(y[i]) - 1.5, 3, 3);
  context.fillStyle = tones.ink;
  context.beginPath();
  context.arc(px(start[0]), py(start[1]), 5, 0, 2 * Math.PI);
  context.fill();
  context.font = "bold 16px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText("+", px(0), py(0));
  context.font = "11px system-ui, sans-serif";
  context.fillText("x →", GAME_SIZE - 14, py(0) + 10);
  context.fillText("y ↑", px(0) + 14, 10);
}

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-game", "Minimax game");
  const says = makeExplainer(root, "x minimises V, y maximises it: the path is orange, its average so far blue and dashed.");
  const plane = el("canvas", { role: "img", tabindex: "0", "data-role": "plane", "data-explain": GAME_TEXT.plane });
  const chart = el("canvas", { role: "img", "data-role": "time", "data-explain": "Both players and their distance from the equilibrium, round by round." });
  const told = el("div", { "data-role": "verdict" });
  const formula = el("div", { class: "gc-faint" });
  const shown = el("input", { type: "range", min: 0, step: 1, class: "gc-grow", "data-do": "show" });
  const where = el("output", { class: "gc-number" });
  let clock = 0;
  const count = () => model.get("rounds");
  const stop = () => {
    clearInterval(clock);
    clock = 0;
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  };
  const toggle = () => {
    if (clock) { stop(); return; }
    if (Number(shown.value) >= count()) shown.value = 0;
    play.textContent = "❚❚ Pause";
    play.setAttribute("aria-pressed", "true");
    clock = setInterval(() => {
      shown.value = Number(shown.value) + 1;
      paint();
      if (Number(shown.value) >= count()) stop();
    }, 40);
  };
  const play = el("button", { type: "button", class: "gc-main", "data-do": "play", "data-explain": GAME_TEXT.show, onclick: toggle }, "▶ Play");
  const draw = () => {
    const result = model.get("result");
    if (!root.isConnected) { setTimeout(paint, 50); return; }
    if (!result.path) return;
    const tones = coloursOf(root);
    const now = Number(shown.value);
    drawGamePlane(plane, result, model.get("start"), now, tones);
    const [x, y] = pairs(float32(result.path));
    const round = Float32Array.from(x, (_, i) => i);
    const away = Float32Array.from(x, (v, i) => Math.hypot(v, y[i]));
    drawChart(chart, 400, 230, [
      { x: round, y: x, colour: tones.fake, name: "x" },
      { x: round, y, colour: tones.d, dash: [6, 3], name: "y" },
      { x: round, y: away, colour: tones.ink, dash: [2, 3], name: "distance" },
    ], tones, { title: "round by round", at: now < count() ? now : null });
    where.textContent = `round ${now} of ${count()}: x = ${shortNumber(x[now])}, y = ${shortNumber(y[now])}`;
    told.textContent = `After ${count()} rounds the path ${result.verdict}.`;
    formula.textContent = result.formula;
    plane.setAttribute("aria-label", `Path of ${model.get("method")} steps from (${model.get("start").join(", ")}): it ${result.verdict}.`);
    chart.setAttribute("aria-label", where.textContent);
  };
  const paint = onceAFrame(draw);
  const renew = () => {
    shown.max = count();
    shown.value = count();
    paint();
  };
  const startAt = (x, y) => {
    const reach = model.get("result").reach;
    const inside = (v) => Math.max(-reach, Math.min(reach, Math.round(v * 100) / 100));
    put(model, "start", [inside(x), inside(y)]);
  };
  plane.addEventListener("click", (event) => {
    const box = plane.getBoundingClientRect();
    const reach = model.get("result").reach;
    startAt((2 * (event.clientX - box.left) / box.width - 1) * reach, (1 - 2 * (event.clientY - box.top) / box.height) * reach);
  });
  plane.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key];
    if (!move) return;
    event.preventDefault();
    const [x, y] = model.get("start");
    startAt(x + move[0], y + move[1]);
  });
  shown.addEventListener("input", () => { stop(); paint(); });
  bindKeys(root, { " ": toggle });
  model.on("change:result", renew);
  const choices = (name) => () => model.get("options")[name];
  root.append(
    el("div", { class: "gc-row" },
      bindSelect(model, "game", "game", GAME_TEXT.game, choices("game")),
      bindSelect(model, "method", "method", GAME_TEXT.method, choices("method")),
      bindRange(model, "eta", "step size η", GAME_TEXT.eta, { min: 0.01, max: 1, step: 0.01, show: (v) => v.toFixed(2) }),
      bindRange(model, "damping", "damping γ", GAME_TEXT.damping, { min: 0, max: 2, step: 0.05, show: (v) => v.toFixed(2) }),
      bindNumber(model, "rounds", "rounds", GAME_TEXT.rounds, { min: 1, max: 1000, step: 1 })),
    el("div", { class: "gc-row" }, play, el("label", { class: "gc-grow", "data-explain": GAME_TEXT.show }, "show", shown), where),
    el("div", { class: "gc-columns" }, el("div", { class: "gc-column" }, plane, el("div", { class: "gc-row gc-faint" },
      ...[["start", "start"], ["path", "path"], ["mean", "average so far"]].map(([name, text]) => el("span", { class: `gc-key gc-of-${name}` }, text)))), el("div", { class: "gc-column" }, chart, told, formula)),
    says, makeErrorLine(model));
  const stopTheme = onTheme(paint);
  renew();
  return () => { stopTheme(); stop(); paint.cancel(); };
}

export default { render };
