// The diagram of a GAN: what flows where, which part is at work in slow motion, and what each part is.

const PARTS = {
  noise: "z: noise, drawn afresh from a standard normal for every batch. It is where variety comes from.",
  generator: "G: the generator turns z into samples. It never sees the data; all it learns comes back through D.",
  fake: "G(z): generated samples, orange crosses on the plane.",
  real: "x: real points from the data, blue dots on the plane.",
  discriminator: "D: the discriminator judges each point by itself; near 1 means it believes the point real.",
  d_loss: "L_D: how wrong D was on both batches. D minimises it.",
  g_loss: "L_G: how badly G failed to fool D. G minimises it.",
  d_gradient: "The gradient of L_D flows into D only: in D's turn G is held constant.",
  g_gradient: "The gradient of L_G flows back through D, which is held constant, to the samples and on into G.",
};

function makeDiagram() {
  const drawing = svg("svg", { viewBox: "0 0 400 176", width: "400", role: "group", "aria-label": "Diagram of the GAN" },
    svg("defs", {}, svg("marker", { id: "gc-tip", viewBox: "0 0 8 8", refX: 7, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 10, markerHeight: 10, orient: "auto" },
      svg("path", { d: "M0,0 L8,4 L0,8 Z", fill: "currentColor" }))));
  const arrow = (d) => svg("path", { class: "gc-arrow", d, "marker-end": "url(#gc-tip)" });
  const part = (name, ...shapes) => svg("g", {
    class: "gc-part", "data-part": name, "data-explain": PARTS[name], tabindex: "0", role: "img", "aria-label": PARTS[name],
  }, ...shapes);
  const box = (name, x, y, w, h, text) => part(name,
    svg("rect", { x, y, width: w, height: h, rx: 5 }),
    svg("text", { x: x + w / 2, y: y + h / 2 + 4, "text-anchor": "middle" }, text.slice(0, 1), lowered(text.slice(1))));
  const lowered = (letter) => svg("tspan", { dy: "3", "font-size": "9" }, letter);
  const round = (name, x, y, text) => part(name,
    svg("circle", { cx: x, cy: y, r: 19 }),
    svg("text", { x, y: y + 4, "text-anchor": "middle" }, text));
  const back = (name, d, x, y) => part(name,
    svg("path", { d, "marker-end": "url(#gc-tip)" }),
    svg("text", { x, y, "text-anchor": "middle" }, name === "d_gradient" ? "∇ into D" : "∇ through D into G"));
  drawing.append(
    arrow("M41,104 H66"), arrow("M138,104 H160"), arrow("M202,104 H236 V92"), arrow("M202,44 H236 V56"),
    arrow("M318,66 H352 V53"), arrow("M318,82 H352 V106"),
    round("noise", 22, 104, "z"),
    box("generator", 68, 84, 70, 40, "G"),
    round("fake", 182, 104, "G(z)"),
    round("real", 182, 44, "x"),
    box("discriminator", 236, 54, 82, 40, "D"),
    box("d_loss", 340, 20, 54, 32, "LD"),
    box("g_loss", 340, 108, 54, 32, "LG"),
    back("d_gradient", "M367,20 V8 H277 V52", 307, 23),
    back("g_gradient", "M367,140 V158 H103 V127", 235, 172));
  const light = (phase) => {
    const lit = phase && phase.parts ? phase.parts : [];
    for (const node of drawing.querySelectorAll(".gc-part")) {
      node.classList.toggle("gc-lit", lit.includes(node.dataset.part));
      node.classList.toggle("gc-still", lit.length > 0 && !lit.includes(node.dataset.part));
    }
  };
  return { drawing, light };
}
