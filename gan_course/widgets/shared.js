// Helpers every widget of the course uses. Plain functions in one scope: no imports, no network.

// Make an element: el("button", { class: "x", onclick: f }, "text", child, ...).
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, String(value));
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

// Bytes arrive as DataViews that may start anywhere; typed arrays need a copy that starts at 0.
function bytesOf(view) {
  return view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
}
const int16 = (view) => new Int16Array(bytesOf(view));
const float32 = (view) => new Float32Array(bytesOf(view));
const uint16 = (view) => new Uint16Array(bytesOf(view));
const uint8 = (view) => new Uint8Array(bytesOf(view));

// Sending must never end in the console: after a kernel restart the channel is simply gone.
function tell(model, message) {
  try {
    model.send(message);
  } catch (error) {
    return false;
  }
  return true;
}

function put(model, name, value) {
  try {
    model.set(name, value);
    model.save_changes();
  } catch (error) {
    return false;
  }
  return true;
}

// The present theme's colours, read from the CSS variables that follow JupyterLab's theme. A canvas turns
// whatever CSS calls a colour ("white", "rgb(...)") into "#rrggbb".
const normaliser = document.createElement("canvas").getContext("2d");
function coloursOf(root) {
  const style = getComputedStyle(root);
  const read = (name) => {
    normaliser.fillStyle = "#000000";
    normaliser.fillStyle = style.getPropertyValue(name).trim();
    return normaliser.fillStyle;
  };
  return {
    real: read("--gc-real"), fake: read("--gc-fake"), d: read("--gc-d"), extra: read("--gc-extra"),
    ink: read("--gc-ink"), faint: read("--gc-faint"), line: read("--gc-line"), paper: read("--gc-paper"),
  };
}

// "#rrggbb" or "rgba(r, g, b, a)" as three numbers.
function rgb(colour) {
  if (colour.startsWith("#")) return [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16));
  return colour.match(/[\d.]+/g).slice(0, 3).map(Number);
}

function mix(a, b, share) {
  return a.map((value, i) => Math.round(value + (b[i] - value) * share));
}

// Size a canvas in CSS pixels, sharp on dense screens; returns its context, already scaled.
function contextOf(canvas, width, height) {
  const dense = Math.min(window.devicePixelRatio || 1, 2);
  if (canvas.width !== Math.round(width * dense) || canvas.height !== Math.round(height * dense)) {
    canvas.width = Math.round(width * dense);
    canvas.height = Math.round(height * dense);
    canvas.style.width = `${width}px`;
    canvas.style.aspectRatio = `${width} / ${height}`;
  }
  const context = canvas.getContext("2d");
  context.setTransform(dense, 0, 0, dense, 0, 0);
  return context;
}

// The root element of a widget. JupyterLab's own shortcuts are kept out of it: "d d" would delete the cell.
function makeRoot(el_, name, label) {
  const root = el("div", {
    class: `gc ${name}`, role: "group", "aria-label": label, tabindex: "0", "data-lm-suppress-shortcuts": "true",
  });
  root.addEventListener("keydown", (event) => event.stopPropagation());
  el_.append(root);
  return root;
}

// One line that explains whatever the pointer or the keyboard focus is on: any [data-explain] inside root.
function makeExplainer(root, resting) {
  const line = el("div", { class: "gc-says", "aria-live": "polite" }, resting);
  const show = (event) => {
    const part = event.target.closest ? event.target.closest("[data-explain]") : null;
    if (part && root.contains(part) && !line.classList.contains("gc-lit")) line.textContent = part.dataset.explain;
  };
  root.addEventListener("pointerover", show);
  root.addEventListener("focusin", show);
  line.say = (text, lit) => {
    line.textContent = text || resting;
    line.classList.toggle("gc-lit", Boolean(lit));
  };
  return line;
}

function makeErrorLine(model) {
  const line = el("div", { class: "gc-error", role: "alert" });
  const show = () => { line.textContent = model.get("error") || ""; };
  model.on("change:error", show);
  show();
  return line;
}

// Call back when JupyterLab changes its theme; returns how to stop.
function onTheme(callback) {
  const watcher = new MutationObserver(callback);
  watcher.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light", "data-jp-theme-name"] });
  return () => watcher.disconnect();
}

// At most one drawing per animation frame, however many changes arrive.
function onceAFrame(draw) {
  let asked = 0;
  const ask = () => {
    if (!asked) asked = requestAnimationFrame(() => { asked = 0; draw(); });
  };
  ask.cancel = () => cancelAnimationFrame(asked);
  return ask;
}

function download(name, url) {
  const link = el("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
}

function downloadText(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  download(name, url);
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

// Put canvases under each other on one picture and save it.
function downloadPicture(name, canvases, paper) {
  const shown = canvases.filter((canvas) => canvas.offsetParent !== null);
  const out = el("canvas", { width: Math.max(...shown.map((c) => c.width)), height: shown.reduce((h, c) => h + c.height, 0) });
  const context = out.getContext("2d");
  context.fillStyle = paper;
  context.fillRect(0, 0, out.width, out.height);
  let top = 0;
  for (const canvas of shown) {
    context.drawImage(canvas, 0, top);
    top += canvas.height;
  }
  download(name, out.toDataURL("image/png"));
}

// Keys work anywhere in the widget except where typing or choosing has its own meaning.
function bindKeys(root, keys) {
  root.addEventListener("keydown", (event) => {
    const on = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || on.matches("input, select, textarea")) return;
    if (event.key === " " && on.matches("button, summary")) return;
    const act = keys[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

// Controls bound to a trait, both ways.
function bindNumber(model, name, label, explain, { min, max, step }) {
  const input = el("input", { type: "number", min, max, step, "data-trait": name });
  const show = () => { if (document.activeElement !== input || !input.dataset.dirty) input.value = model.get(name); };
  input.addEventListener("input", () => { input.dataset.dirty = "1"; });
  input.addEventListener("change", () => {
    delete input.dataset.dirty;
    const value = Number(input.value);
    if (input.value === "" || !Number.isFinite(value)) input.value = model.get(name);
    else put(model, name, value);
  });
  model.on(`change:${name}`, () => { delete input.dataset.dirty; show(); });
  show();
  return el("label", { "data-explain": explain }, label, input);
}

function bindSelect(model, name, label, explain, choices) {
  const select = el("select", { "data-trait": name });
  const show = () => {
    select.replaceChildren(...choices().map((choice) => el("option", { value: choice }, choice)));
    select.value = model.get(name);
  };
  select.addEventListener("change", () => put(model, name, select.value));
  model.on(`change:${name}`, show);
  model.on("change:options", show);
  show();
  return el("label", { "data-explain": explain }, label, select);
}

function bindRange(model, name, label, explain, { min, max, step, show: format }) {
  const input = el("input", { type: "range", min, max, step, "data-trait": name });
  const value = el("output", { class: "gc-number" });
  const show = () => {
    input.value = model.get(name);
    value.textContent = format(Number(model.get(name)));
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => put(model, name, Number(input.value)));
  model.on(`change:${name}`, show);
  show();
  return el("label", { "data-explain": explain }, label, input, value);
}

function bindCheck(model, name, label, explain) {
  const input = el("input", { type: "checkbox", "data-trait": name });
  const show = () => { input.checked = Boolean(model.get(name)); };
  input.addEventListener("change", () => put(model, name, input.checked));
  model.on(`change:${name}`, show);
  show();
  return el("label", { "data-explain": explain }, input, label);
}
