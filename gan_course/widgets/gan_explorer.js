// GANExplorer: the plane, the diagram, two charts and the controls around them.

const VIEW_NAMES = [
  ["real", "real points", "Points of the data: blue dots."],
  ["fake", "generated", "Points made by G from the same z at every moment, so that each can be followed: orange crosses."],
  ["surface", "D(x)", "What D says about every place: blue where it believes points real, orange where generated; the black line is 1/2."],
  ["best", "D*(x)", "The best answer D could give now, p_data/(p_data + p_g), both counted in cells, in a plane of its own; blank where neither has points."],
  ["manifold", "manifold", "Cells of equal probability of z, carried to the plane by G: the darker, the denser."],
  ["arrows", "gradients", "Where L_G pushes each generated point, through D: longer where G learns more."],
  ["verdicts", "verdicts", "What D says about real points (blue, up) and generated ones (orange, down): once G is perfect D is right half the time."],
  ["losses", "losses", "Both losses over time. Neither says how good the samples are."],
  ["divergences", "KL, JS", "Distances between histograms of 20,000 real and 2,000 generated points, in nats; the dotted line is the KL of fresh real points."],
  ["modes", "modes", "Rings around the modes: full where enough samples lie within three standard deviations (20 of 2,500: captured), dashed where at least one does (touched)."],
  ["diagram", "diagram", "What flows where."],
];
const CHART_WIDTH = 400;
const DATA_EXPLAIN = "Which points G has to learn. New data starts again.";
const DRAW_EXPLAIN = "Draw your own data: drag over the plane, then press Use drawing. By keyboard: arrows move, Space sets a point, Enter uses it.";

function makeViewToggles(model, onChange) {
  const row = el("div", { class: "gc-row", role: "group", "aria-label": "What is shown" });
  for (const [name, label, explain] of VIEW_NAMES) {
    const input = el("input", { type: "checkbox", "data-view": name });
    const show = () => { input.checked = model.get("views").includes(name); };
    input.addEventListener("change", () => {
      const rest = model.get("views").filter((view) => view !== name);
      put(model, "views", input.checked ? [...rest, name] : rest);
      onChange(name);
    });
    model.on("change:views", show);
    show();
    row.append(el("label", { "data-explain": explain }, input, label));
  }
  return row;
}

// The text under the plane: modes, KL and JS, and how far the colours reach for a critic.
function readout(scene, frame, views) {
  const numbers = frame.numbers || {};
  const parts = [];
  if (views.includes("modes") && scene.modes && numbers.modes !== undefined) {
    parts.push(`modes ${numbers.modes} of ${scene.modes} captured, ${numbers.touched} touched · ${Math.round(100 * numbers.good)}% good samples`);
  }
  if (views.includes("divergences") && numbers.kl !== undefined) parts.push(`KL ${numbers.kl.toFixed(2)} · JS ${numbers.js.toFixed(2)} nats`);
  if (views.includes("surface") && scene.reading === "critic" && frame.ends) parts.push(`critic from ${frame.ends[0]} to ${frame.ends[1]}`);
  if (frame.mean_slope !== undefined) {
    const zoom = arrowZoom(float32(frame.arrow_slope), views.includes("arrows"));
    parts.push(`mean slope ${shortNumber(frame.mean_slope)}${zoom > 1 ? ` (arrows drawn ${zoom} times longer)` : ""}`);
  }
  return parts.join(" · ");
}

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-explorer", "GAN explorer");
  const says = makeExplainer(root, "Point at anything, or move to it with Tab, to read what it is. Keys: Space plays, S D G step, R resets.");
  const plane = el("canvas", { role: "img", tabindex: "0", "data-role": "plane", "data-explain": "The plane: hover to read D there." });
  const bestPlane = el("canvas", { role: "img", "data-role": "best", "data-explain": VIEW_NAMES.find((view) => view[0] === "best")[2] });
  const chart = (name) => el("canvas", { role: "img", "data-role": name, "data-explain": VIEW_NAMES.find((view) => view[0] === name)[2] });
  const [lossChart, divergenceChart, verdictChart] = ["losses", "divergences", "verdicts"].map(chart);
  const diagram = makeDiagram();
  const reading = el("div", { class: "gc-number", "data-role": "reading" });
  const formula = el("div", { class: "gc-faint", "data-role": "formula" });
  const toolbar = makeToolbar(model);
  const scrubber = makeScrubber(model, toolbar.counter);
  const kept = {};
  const keptBest = {};

  const finish = () => {
    if (pen.on && pen.points.length > 1) tell(model, { do: "draw", points: pen.points.map((p) => toData(p, model.get("scene"))) });
    setPen(false);
  };
  const pen = makePen(plane, () => life.paint(), finish);
  const drawButton = makeButton("Draw data", DRAW_EXPLAIN, () => (pen.on ? finish() : setPen(true)), { "data-do": "draw" });
  const setPen = (on) => {
    pen.on = on;
    pen.points = [];
    plane.classList.toggle("gc-drawing", on);
    drawButton.textContent = on ? "Use drawing" : "Draw data";
    drawButton.setAttribute("aria-pressed", String(on));
    if (on) plane.focus();
    says.say(on ? DRAW_EXPLAIN : "");
    life.paint();
  };

  const draw = (frame, tones, unhurried) => {
    const views = model.get("views");
    drawPlane(plane, model.get("scene"), frame, views, tones, pen.on ? pen : null, kept);
    bestPlane.classList.toggle("gc-hidden", !frame.best);
    if (frame.best) drawBest(bestPlane, frame, tones, keptBest);
    if (unhurried) drawAround(frame, views, tones);
  };
  // What the eye cannot follow at every frame: charts, numbers and labels.
  const drawAround = (frame, views, tones) => {
    const scene = model.get("scene");
    plane.setAttribute("aria-label", `Plane with ${model.get("data")} data at step ${frame.step}. ${readout(scene, frame, views)}`);
    lossChart.classList.toggle("gc-hidden", !views.includes("losses"));
    divergenceChart.classList.toggle("gc-hidden", !views.includes("divergences"));
    verdictChart.classList.toggle("gc-hidden", !frame.verdicts);
    if (frame.verdicts) drawVerdicts(verdictChart, CHART_WIDTH, 96, [...float32(frame.verdicts)], frame.right, tones);
    diagram.drawing.classList.toggle("gc-hidden", !views.includes("diagram"));
    const columns = columnsOf(float32(frame.curves));
    if (views.includes("losses")) drawLosses(lossChart, CHART_WIDTH, 118, columns, frame, tones);
    if (views.includes("divergences")) drawDivergences(divergenceChart, CHART_WIDTH, 118, columns, frame, scene.floor, tones);
    diagram.light(model.get("phase"));
    reading.textContent = readout(scene, frame, views);
    formula.textContent = scene.formula;
  };

  // Asked for, the manifold unfolds from the latent grid within a second, so that the eye can follow.
  const unfold = () => {
    const start = performance.now();
    const move = () => {
      kept.share = Math.min(1, (performance.now() - start) / 1000);
      life.paint();
      if (kept.share < 1 && root.isConnected) setTimeout(move, 40);
    };
    move();
  };

  plane.addEventListener("pointermove", (event) => {
    const frame = model.get("frame");
    if (pen.on || !frame.surface || says.classList.contains("gc-lit")) return;
    const box = plane.getBoundingClientRect();
    const [x, y] = toData([((event.clientX - box.left) / box.width) * PLANE_SIZE, ((event.clientY - box.top) / box.height) * PLANE_SIZE], model.get("scene"));
    const side = Math.round(Math.sqrt(frame.surface.byteLength / 2));
    const cell = (value, size) => Math.max(0, Math.min(side - 1, Math.floor((value / size) * side)));
    const raw = uint16(frame.surface)[cell(box.bottom - event.clientY, box.height) * side + cell(event.clientX - box.left, box.width)];
    const value = frame.ends[0] + (raw / 65534) * (frame.ends[1] - frame.ends[0]);
    says.say(`x = (${x.toFixed(2)}, ${y.toFixed(2)}): D = ${value.toFixed(2)}`);
  });

  // What the shades, the line and the rings mean, while they are shown.
  const keys = [
    ["surface", "gc-of-shades", "D: generated to real"], ["surface", "gc-of-half", "D = 1/2"],
    ["modes", "gc-of-captured", "mode captured"], ["modes", "gc-of-touched", "touched"], ["modes", "gc-of-missed", "not found"],
    ["arrows", "gc-of-arrow", "where G is pushed"],
  ].map(([view, look, text]) => el("span", { class: `gc-key ${look}`, "data-key": view }, text));
  const showKeys = () => {
    for (const key of keys) key.classList.toggle("gc-hidden", !model.get("views").includes(key.dataset.key));
  };
  model.on("change:views", showKeys);
  showKeys();
  const dataMenu = bindSelect(model, "data", "data", DATA_EXPLAIN, () => model.get("options").data);
  root.append(
    toolbar.bar, scrubber.row,
    el("div", { class: "gc-columns" },
      el("div", { class: "gc-column" }, plane, el("div", { class: "gc-row gc-faint" },
        el("span", { class: "gc-key" }, "real"), el("span", { class: "gc-key gc-of-fake" }, "generated"),
        ...keys, reading)),
      el("div", { class: "gc-column" }, bestPlane, diagram.drawing, verdictChart, lossChart, divergenceChart)),
    says, makeErrorLine(model),
    makeViewToggles(model, (name) => (name === "manifold" && model.get("views").includes(name) ? unfold() : life.paint())),
    el("div", { class: "gc-row" }, dataMenu, drawButton),
    makeSettings(model, []), formula,
    makeSaving(model, "gan-explorer", () => [plane, bestPlane, verdictChart, lossChart, divergenceChart], () => coloursOf(root)));
  const life = runTraining(model, root, { toolbar, scrubber, draw, says, keys: {}, name: "gan-explorer" });
  return life.stop;
}

export default { render };
