// LatentWalk: a pad with a sheet of pictures behind it, and the picture at the chosen place.

const PAD_SIZE = 350;

function render({ model, el: host }) {
  const root = makeRoot(host, "gc-latent", "Walk through the latent space");
  const says = makeExplainer(root, "Drag over the pad, or move with the arrow keys: neighbouring places make similar pictures.");
  const pad = el("canvas", {
    tabindex: "0", role: "application", "data-role": "pad",
    "data-explain": "A plane of the latent space, seen through G. Drag to walk; arrow keys take small steps.",
  });
  const now = el("canvas", { role: "img", "data-role": "now", "data-explain": "What G makes of the chosen z." });
  const where = el("output", { class: "gc-number", "data-role": "where" });
  const { classes, reach } = model.get("options");
  const name = () => (classes.length ? `, class ${classes[model.get("label")]}` : "");
  const draw = () => {
    if (!root.isConnected) { setTimeout(paint, 50); return; }
    const tones = coloursOf(root);
    const context = drawPicture(pad, model.get("sheet_now"), PAD_SIZE);
    const x = ((model.get("a") / reach + 1) / 2) * PAD_SIZE;
    const y = ((1 - model.get("b") / reach) / 2) * PAD_SIZE;
    for (const [colour, width] of [["#000", 5], [tones.fake, 2.5]]) {
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.beginPath();
      context.arc(x, y, 12, 0, 2 * Math.PI);
      context.stroke();
    }
    drawPicture(now, model.get("picture_now"), 230);
    where.textContent = `at (${model.get("a").toFixed(2)}, ${model.get("b").toFixed(2)})${name()}`;
    pad.setAttribute("aria-label", `Pad over the latent plane, ${where.textContent}`);
    now.setAttribute("aria-label", `Picture made by G ${where.textContent}`);
  };
  const paint = onceAFrame(draw);
  const inside = (value) => Math.max(-reach, Math.min(reach, value));
  let wanted = null;
  // One message for each frame at most: a fast pointer must not fill the kernel's mailbox.
  const send = onceAFrame(() => {
    model.set("a", wanted[0]);
    model.set("b", wanted[1]);
    model.save_changes();
    paint();
  });
  const go = (a, b) => {
    wanted = [inside(a), inside(b)];
    send();
  };
  const follow = (event) => {
    const box = pad.getBoundingClientRect();
    go((2 * (event.clientX - box.left) / box.width - 1) * reach, (1 - 2 * (event.clientY - box.top) / box.height) * reach);
  };
  pad.addEventListener("pointerdown", (event) => { pad.setPointerCapture(event.pointerId); follow(event); });
  pad.addEventListener("pointermove", (event) => { if (event.buttons & 1) follow(event); });
  pad.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1] }[event.key];
    if (!move) return;
    event.preventDefault();
    go(model.get("a") + move[0], model.get("b") + move[1]);
  });
  const bar = el("div", { class: "gc-row" });
  if (classes.length) {
    const menu = el("select", { "data-trait": "label" }, ...classes.map((text, i) => el("option", { value: i }, text)));
    const show = () => { menu.value = String(model.get("label")); };
    menu.addEventListener("change", () => put(model, "label", Number(menu.value)));
    model.on("change:label", show);
    show();
    bar.append(el("label", { "data-explain": "The class G is asked for: z stays, only y changes." }, "class", menu));
  }
  bar.append(
    bindNumber(model, "plane", "plane", "Seed of the two directions that span the plane: another number, another slice.", { min: 0, max: 99999, step: 1 }),
    el("button", { type: "button", "data-do": "home", "data-explain": "Back to the middle, z = 0.", onclick: () => go(0, 0) }, "Middle"),
    where);
  for (const change of ["change:picture_now", "change:sheet_now"]) model.on(change, paint);
  const stopTheme = onTheme(paint);
  root.append(bar, el("div", { class: "gc-columns" }, pad, now), says, makeErrorLine(model));
  paint();
  return () => { stopTheme(); paint.cancel(); send.cancel(); };
}

export default { render };
