// DensityGame: densities above, D and D* in the middle, threads from z to x below, charts at the side.

const LINE_WIDTH = 400;

// Threads from evenly likely z (bottom) to where G puts them (top), as in the paper's figure.
function drawThreads(canvas, threads, reachX, tones) {
  const height = 78, left = 38, right = 14;
  const context = contextOf(canvas, LINE_WIDTH, height);
  context.fillStyle = tones.paper;
  context.fillRect(0, 0, LINE_WIDTH, height);
  const wide = LINE_WIDTH - left - right;
  const px = (x) => left + ((x - reachX[0]) / (reachX[1] - reachX[0])) * wide;
  const pz = (z) => left + ((z + 2.6) / 5.2) * wide;
  context.save();
  context.beginPath();
  context.rect(left, 0, wide, height);
  context.clip();
  context.strokeStyle = tones.fake;
  context.lineWidth = 1;
  context.beginPath();
  for (let i = 0; i < threads.length; i += 2) {
    context.moveTo(pz(threads[i]), height - 16);
    context.lineTo(px(threads[i + 1]), 4);
  }
  context.stroke();
  context.restore();
  context.fillStyle = tones.faint;
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillText("x", 8, 14);
  context.fillText("z", 8, height - 14);
  context.fillText("each thread carries the same share of z", left + 60, height - 3);
}

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-density", "GAN on the line");
  const says = makeExplainer(root, "Blue: the data. Orange and dashed: the generator. Green: D. Black and dashed: D*, the best D there could be now.");
  const chart = (role, explain) => el("canvas", { role: "img", "data-role": role, "data-explain": explain });
  const densities = chart("densities", "The density of the data, and of what G makes from 20,000 evenly spread z.");
  const judged = chart("judged", "What D says about each place, and D* = p_data/(p_data + p_g); once G is perfect, D* is 1/2 everywhere.");
  const threads = chart("threads", "Each thread carries the same share of z to where G puts it: where threads crowd, p_g is high.");
  const losses = chart("losses", "Both losses over time.");
  const divergences = chart("divergences", "KL and JS between histograms of data and generated points, in nats.");
  const reading = el("div", { class: "gc-number", "data-role": "reading", "data-explain": "Steps of D so far, and the average of |D − D*| over places where samples fall." });
  const formula = el("div", { class: "gc-faint", "data-role": "formula" });
  const toolbar = makeToolbar(model);
  const scrubber = makeScrubber(model, toolbar.counter);
  const draw = (frame, tones, unhurried) => {
    const scene = model.get("scene");
    const x = float32(scene.x);
    const data = float32(scene.p_data);
    const p_g = float32(frame.p_g);
    // A generator that has just begun is one tall peak: the axis follows it up to four times the data's own.
    const most = Math.max(...data);
    const peak = Math.max(...p_g);
    const top = Math.max(1.5 * most, Math.min(1.05 * peak, 4 * most));
    const cut = peak > top ? ` (p_g reaches ${shortNumber(+peak.toPrecision(2))})` : "";
    drawChart(densities, LINE_WIDTH, 150, [
      { x, y: data, colour: tones.real, name: "p_data" },
      { x, y: p_g, colour: tones.fake, dash: [6, 3], name: "p_g" },
    ], tones, { title: `density${cut}`, floor: 0, ceil: top });
    drawChart(judged, LINE_WIDTH, 130, [
      { x, y: float32(frame.d), colour: tones.d, name: "D" },
      { x, y: float32(frame.d_star), colour: tones.ink, dash: [5, 3], name: "D*" },
    ], tones, { title: scene.reading === "critic" ? "critic, scaled" : "probability of real", floor: 0, ceil: 1.05 });
    drawThreads(threads, float32(frame.threads), [x[0], x[x.length - 1]], tones);
    if (!unhurried) return;
    const columns = columnsOf(float32(frame.curves));
    drawLosses(losses, LINE_WIDTH, 118, columns, frame, tones);
    drawDivergences(divergences, LINE_WIDTH, 118, columns, frame, scene.floor, tones);
    densities.setAttribute("aria-label", `Densities at step ${frame.step}: JS ${frame.numbers.js.toFixed(3)} nats`);
    judged.setAttribute("aria-label", "D and D* over the line");
    threads.setAttribute("aria-label", "Threads from z to x");
    const apart = Number.isFinite(frame.apart) ? ` · mean |D − D*| ${frame.apart.toFixed(2)}` : "";
    reading.textContent = `${frame.d_updates.toLocaleString("en")} steps of D${apart} · JS ${frame.numbers.js.toFixed(3)} nats`;
    formula.textContent = scene.formula;
  };
  const data = bindSelect(model, "data", "data", "Which density G has to learn. New data starts again.", () => model.get("options").data);
  root.append(
    toolbar.bar, scrubber.row,
    el("div", { class: "gc-columns" },
      el("div", { class: "gc-column" }, densities, judged, reading, threads),
      el("div", { class: "gc-column" }, losses, divergences, el("div", { class: "gc-row" }, data))),
    says, makeErrorLine(model), makeSettings(model, []), formula,
    makeSaving(model, "density-game", () => [densities, judged, threads, losses, divergences], () => coloursOf(root)));
  return runTraining(model, root, { toolbar, scrubber, draw, says, keys: {}, name: "density-game" }).stop;
}

export default { render };
