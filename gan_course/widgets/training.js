// Controls shared by the widgets that train: play, steps, reset, pace, scrubber, settings, saving.

const EXPLAIN = {
  play: "Play or pause training (Space). One iteration is k steps of D and one step of G.",
  step: "One whole iteration: k steps of D, then one of G (S).",
  step_d: "Train D once; G is held constant (D).",
  step_g: "Train G once; D is held constant (G).",
  reset: "Start again from the seed with the present settings (R).",
  slow: "Slow motion lights up what happens in each turn of D and of G, in order. Pause holds it; Step then goes on by one move.",
  speed: "How many iterations a second; at full speed training uses all of one core.",
  rewind: "Rewind: look at an earlier moment. Training on from there forgets what came after it.",
  k: "k: how many steps D takes before each step of G (Algorithm 1 of Goodfellow et al., 2014).",
  seed: "The seed of weights, noise and data: the same seed gives the same run. A new seed starts again.",
  g_steps: "How many steps G takes in its turn; nearly always 1.",
  latent: "Columns of z. A new number starts again.",
  noise: "What z is drawn from: a standard normal, or uniformly from −1 to 1. A new choice starts again.",
  batch: "Rows in each batch. A new batch size starts again.",
  loss: "What both players minimise. A new loss counts from the next step on.",
  layers: "Hidden layers of the network. A new number starts again.",
  width: "Units in each hidden layer. A new number starts again.",
  optimizer: "How gradients become steps. A new optimiser starts with empty averages.",
  lr: "Learning rate: the size of each step.",
  picture: "Save the pictures as one PNG file.",
  numbers: "Save what was measured at each recorded moment as a CSV file.",
};
const PACES = [["full speed", 0], ["100/s", 100], ["20/s", 20], ["5/s", 5], ["1/s", 1]];

function makeButton(text, explain, act, attributes = {}) {
  return el("button", { type: "button", "data-explain": explain, onclick: act, ...attributes }, text);
}

// The bar with play, steps, reset, slow motion, speed, and the counter.
function makeToolbar(model) {
  const act = (what) => () => tell(model, { do: what });
  const toggle = () => tell(model, { do: model.get("playing") ? "pause" : "play" });
  const play = makeButton("▶ Play", EXPLAIN.play, toggle, { class: "gc-main", "data-do": "play" });
  const showPlay = () => {
    const playing = model.get("playing");
    play.textContent = playing ? "❚❚ Pause" : "▶ Play";
    play.setAttribute("aria-pressed", String(playing));
  };
  model.on("change:playing", showPlay);
  showPlay();
  const pace = el("select", { "data-trait": "speed" }, ...PACES.map(([name, value]) => el("option", { value }, name)));
  const showPace = () => { pace.value = String(model.get("speed")); };
  pace.addEventListener("change", () => put(model, "speed", Number(pace.value)));
  model.on("change:speed", showPace);
  showPace();
  const counter = el("span", { class: "gc-number", "data-role": "counter" });
  const bar = el("div", { class: "gc-row", role: "toolbar", "aria-label": "Training" },
    play,
    makeButton("Step", EXPLAIN.step, act("step"), { "data-do": "step" }),
    makeButton("Step D", EXPLAIN.step_d, act("step_d"), { "data-do": "step_d" }),
    makeButton("Step G", EXPLAIN.step_g, act("step_g"), { "data-do": "step_g" }),
    makeButton("Reset", EXPLAIN.reset, act("reset"), { "data-do": "reset" }),
    bindCheck(model, "slow", "slow motion", EXPLAIN.slow),
    el("label", { "data-explain": EXPLAIN.speed }, "speed", pace));
  return { bar, counter, toggle, act };
}

// The slider over recorded moments.
function makeScrubber(model, counter) {
  const input = el("input", { type: "range", min: 0, max: 0, step: 1, class: "gc-grow", "data-do": "rewind" });
  const where = el("output", { class: "gc-number" });
  let held = false;
  const send = onceAFrame(() => tell(model, { do: "rewind", index: Number(input.value), of: Number(input.max) + 1 }));
  input.addEventListener("pointerdown", () => { held = true; });
  input.addEventListener("pointerup", () => { held = false; });
  input.addEventListener("input", send);
  const show = (frame) => {
    if (!held) {
      input.max = Math.max(0, frame.moments - 1);
      input.value = frame.moment;
    }
    where.textContent = `moment ${frame.moment + 1} of ${frame.moments}`;
    input.setAttribute("aria-valuetext", `step ${frame.step}`);
  };
  const label = el("label", { class: "gc-grow", "data-explain": EXPLAIN.rewind }, "rewind", input, where);
  return { row: el("div", { class: "gc-row" }, label, counter), show };
}

// Fieldsets with the settings; what the student has brought along cannot be set here.
function makeSettings(model, extra) {
  const own = () => model.get("own") || [];
  const player = (who, name) => {
    const set = el("fieldset");
    // Numbers of the built-in parts would be untrue of the student's own: those are told in words.
    const show = () => {
      const facts = (model.get("brought") || {})[who] || {};
      const mine = own().includes(who === "g" ? "generator" : "discriminator");
      const made = own().includes("optimizers");
      const words = (what) => el("span", { "data-role": `${who}-${what}` }, facts[what] || "");
      set.replaceChildren(el("legend", {}, mine ? `${name} (yours)` : name),
        ...(mine ? [words("network")] : [
          bindNumber(model, `${who}_layers`, "layers", EXPLAIN.layers, { min: 0, max: 4, step: 1 }),
          bindNumber(model, `${who}_width`, "width", EXPLAIN.width, { min: 1, max: 256, step: 1 })]),
        ...(made ? [words("optimizer")] : [
          bindSelect(model, `${who}_optimizer`, "optimiser", EXPLAIN.optimizer, () => model.get("options").optimizers),
          bindNumber(model, `${who}_lr`, "rate", EXPLAIN.lr, { min: 0.000001, max: 10, step: "any" })]));
    };
    model.on("change:own", show);
    model.on("change:brought", show);
    show();
    return el("div", { class: "gc-row" }, set);
  };
  const latent = bindNumber(model, "latent_dim", "dimensions of z", EXPLAIN.latent, { min: 1, max: 128, step: 1 });
  latent.querySelector("input").disabled = own().includes("generator");
  return el("details", {},
    el("summary", { "data-explain": "Data, loss, networks, optimisers, seed." }, "Settings"),
    el("div", { class: "gc-row" }, ...extra,
      bindSelect(model, "loss", "loss", EXPLAIN.loss, () => model.get("options").loss),
      bindNumber(model, "k", "k", EXPLAIN.k, { min: 1, max: 20, step: 1 }),
      bindNumber(model, "g_steps", "G steps", EXPLAIN.g_steps, { min: 1, max: 20, step: 1 }),
      bindSelect(model, "noise", "noise", EXPLAIN.noise, () => model.get("options").noise),
      latent,
      bindNumber(model, "batch", "batch", EXPLAIN.batch, { min: 2, max: 4096, step: 1 }),
      bindNumber(model, "seed", "seed", EXPLAIN.seed, { min: 0, max: 2147483647, step: 1 })),
    el("div", { class: "gc-row" }, player("g", "Generator"), player("d", "Discriminator")));
}

function makeSaving(model, name, canvases, colours) {
  const save = () => downloadPicture(`${name}.png`, canvases(), colours().paper);
  return el("div", { class: "gc-row" },
    makeButton("Save picture", EXPLAIN.picture, save, { "data-do": "picture" }),
    makeButton("Save numbers", EXPLAIN.numbers, () => tell(model, { do: "numbers" }), { "data-do": "numbers" }));
}

// Rows (step, loss of D, loss of G, KL, JS) as columns.
function columnsOf(rows) {
  return [0, 1, 2, 3, 4].map((j) => Float32Array.from({ length: rows.length / 5 }, (_, i) => rows[5 * i + j]));
}

// A line through the moments at which its number was measured.
function measured(step, values, look) {
  const known = [...values.keys()].filter((i) => Number.isFinite(values[i]));
  return { x: known.map((i) => step[i]), y: known.map((i) => values[i]), ...look };
}

// The two charts every training widget has; a line marks the moment that has been rewound to.
function markOf(columns, frame) {
  return frame.moment < frame.moments - 1 ? columns[0][frame.moment] : null;
}

function drawLosses(canvas, width, height, columns, frame, colours) {
  const [step, d, g] = columns;
  drawChart(canvas, width, height, [
    measured(step, d, { colour: colours.d, name: "loss of D" }),
    measured(step, g, { colour: colours.fake, dash: [5, 3], name: "loss of G" }),
    { x: step, y: [] }, // from the first moment on, as in the chart below
  ], colours, { title: "losses", at: markOf(columns, frame) });
  canvas.setAttribute("aria-label", `Losses, now D ${shortNumber(d[frame.moment])}, G ${shortNumber(g[frame.moment])}`);
}

function drawDivergences(canvas, width, height, columns, frame, floor, colours) {
  const [step, , , kl, js] = columns;
  drawChart(canvas, width, height, [
    measured(step, kl, { colour: colours.extra, name: "KL(data‖G)" }),
    measured(step, js, { colour: colours.ink, dash: [5, 3], name: "JS" }),
    { x: [step[0], step[step.length - 1]], y: [floor.kl, floor.kl], colour: colours.extra, dash: [1, 3], width: 1 },
  ], colours, { title: "divergence, nats", at: markOf(columns, frame), floor: 0 });
  canvas.setAttribute("aria-label", `KL now ${shortNumber(kl[frame.moment])}, JS ${shortNumber(js[frame.moment])} nats`);
}

// A line for buttons that have nobody to talk to: after a restart the kernel no longer knows this widget.
const NO_KERNEL = "No answer from the kernel. It is busy with another cell, or it was restarted: after a restart run this cell again.";
function watchAnswers(model, root, line) {
  let timer = 0;
  const heard = () => {
    clearTimeout(timer);
    timer = 0;
    if (line.textContent === NO_KERNEL) line.textContent = model.get("error") || "";
  };
  const asked = () => {
    if (!timer) timer = setTimeout(() => { line.textContent = NO_KERNEL; }, 3000);
  };
  // A button of training, or a setting, changes at least one of these in the kernel, and so here.
  for (const name of ["frame", "phase", "playing", "error", "scene", "brought"]) model.on(`change:${name}`, heard);
  model.on("msg:custom", heard);
  model.on("comm_live_update", () => { line.textContent = NO_KERNEL; });
  root.addEventListener("click", (event) => {
    const what = event.target.dataset && event.target.dataset.do;
    if (["play", "step", "step_d", "step_g", "reset"].includes(what)) asked();
  });
  return () => clearTimeout(timer);
}

// Frames drawn a second, and a word when nothing has come from the kernel for long.
function makePulse(model, counter) {
  const times = [];
  let heard = performance.now();
  let drawn = 0;
  const watch = setInterval(() => {
    const quiet = model.get("playing") && !model.get("slow") && performance.now() - heard > 3000;
    if (quiet) counter.textContent = "no news from the kernel: it is busy, or it was restarted; if restarted, run the cell again";
  }, 1000);
  const beat = (frame, unhurried, fresh) => {
    if (fresh) {
      heard = performance.now();
      drawn += 1;
      times.push(heard);
    }
    while (times.length > 1 && heard - times[0] > 2000) times.shift();
    Object.assign(counter.dataset, { step: frame.step, d: frame.d_updates, g: frame.g_updates, drawn, seq: frame.seq });
    if (!unhurried) return;
    const fps = times.length > 1 ? ((times.length - 1) * 1000) / (heard - times[0]) : 0;
    const pace = model.get("playing") && frame.rate ? ` · ${Math.round(frame.rate)} steps/s · ${Math.round(fps)} pictures/s` : "";
    const updates = ` · D ${frame.d_updates.toLocaleString("en")} · G ${frame.g_updates.toLocaleString("en")}`;
    counter.textContent = `step ${frame.step.toLocaleString("en")}${updates}${pace}`;
    counter.title = `${frame.d_updates} updates of D, ${frame.g_updates} updates of G`;
  };
  return { beat, stop: () => clearInterval(watch) };
}

// What every training widget does around its own drawing; returns the clean-up.
function runTraining(model, root, { toolbar, scrubber, draw, says, keys, name }) {
  const pulse = makePulse(model, toolbar.counter);
  let tones = null; // colours can be read only once the widget stands in the page
  let last = 0;
  let later = 0;
  let reported = 0;
  const paint = onceAFrame(() => {
    const frame = model.get("frame");
    if (!frame || frame.seq === undefined) return;
    if (!root.isConnected) {
      setTimeout(paint, 50);
      return;
    }
    tones = tones || coloursOf(root);
    // While playing, numbers and charts follow five times a second: nobody reads faster, and it leaves the
    // processor to the training. The last frame of all is always drawn in full.
    const unhurried = !model.get("playing") || performance.now() - last > 200;
    if (unhurried) last = performance.now();
    clearTimeout(later);
    if (!unhurried) later = setTimeout(paint, 250);
    draw(frame, tones, unhurried);
    if (unhurried) scrubber.show(frame);
    const fresh = frame.seq !== paint.seq;
    paint.seq = frame.seq;
    // Every message to a kernel costs it a few milliseconds: while playing, report every fourth frame only.
    if (fresh && (!model.get("playing") || frame.seq - reported >= 4)) {
      reported = frame.seq;
      tell(model, { do: "drawn", seq: frame.seq });
    }
    if (fresh || unhurried) pulse.beat(frame, unhurried, fresh);
  });
  const showPhase = () => {
    const phase = model.get("phase") || {};
    says.say(phase.text, Boolean(phase.name));
    paint();
  };
  const save = (message) => {
    if (message && message.kind === "numbers") downloadText(`${name}.csv`, message.csv);
  };
  model.on("change:frame", paint);
  model.on("change:scene", paint);
  model.on("change:phase", showPhase);
  model.on("msg:custom", save);
  bindKeys(root, {
    " ": toolbar.toggle, s: toolbar.act("step"), d: toolbar.act("step_d"), g: toolbar.act("step_g"), r: toolbar.act("reset"), ...keys,
  });
  model.on("change:playing", paint);
  const stopTheme = onTheme(() => {
    tones = null;
    last = 0;
    paint();
  });
  const stopWatching = watchAnswers(model, root, root.querySelector(".gc-error"));
  tell(model, { do: "here" });
  paint();
  return {
    paint,
    stop: () => {
      stopTheme();
      stopWatching();
      pulse.stop();
      clearTimeout(later);
      paint.cancel();
      tell(model, { do: "gone" });
    },
  };
}
