// The plane of a GANExplorer: D's surface, the generator's manifold, points and gradient arrows.

const PLANE_SIZE = 390;
const PLANE_UNIT = 8192; // see _packing.py: the window's corners lie at ±PLANE_UNIT
const UNKNOWN = 65535; // cells run from 0 to 65534
const HALF = 32767;
const toPixel = (value) => ((value / PLANE_UNIT + 1) / 2) * PLANE_SIZE;
const toPixelY = (value) => PLANE_SIZE - toPixel(value);

// D near 1 is tinted with the colour of real points, near 0 with that of generated ones, 1/2 is paper.
// D is a smooth function asked at the cell centres; D* is counted cell by cell, and is shown so.
function drawSurface(context, cells, colours, kept, smooth) {
  const side = Math.round(Math.sqrt(cells.length));
  if (!kept.small) kept.small = el("canvas", { width: side, height: side });
  if (kept.shadesOf !== colours) {
    const [real, fake, paper] = [colours.real, colours.fake, colours.paper].map(rgb);
    kept.shadesOf = colours;
    kept.shades = Array.from({ length: 255 }, (_, i) => mix(paper, i > 127 ? real : fake, 0.75 * Math.abs(i / 127 - 1)));
    kept.shades.push(paper);
  }
  const image = new ImageData(side, side);
  for (let i = 0; i < cells.length; i += 1) {
    const at = 4 * ((side - 1 - Math.floor(i / side)) * side + (i % side));
    const shade = kept.shades[cells[i] === UNKNOWN ? 255 : Math.min(254, cells[i] >> 8)];
    image.data[at] = shade[0];
    image.data[at + 1] = shade[1];
    image.data[at + 2] = shade[2];
    image.data[at + 3] = 255;
  }
  const small = kept.small;
  small.getContext("2d").putImageData(image, 0, 0);
  context.imageSmoothingEnabled = smooth;
  context.drawImage(small, 0, 0, PLANE_SIZE, PLANE_SIZE);
}

// Where the surface crosses 1/2, by linear interpolation between neighbouring cells.
function drawHalfLine(context, cells, colours) {
  const side = Math.round(Math.sqrt(cells.length));
  const cell = PLANE_SIZE / side;
  const at = (i, j) => cells[j * side + i];
  const cross = (a, b) => (HALF - a) / (b - a);
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.beginPath();
  for (let j = 0; j < side - 1; j += 1) {
    for (let i = 0; i < side - 1; i += 1) {
      const [a, b, c, d] = [at(i, j), at(i + 1, j), at(i + 1, j + 1), at(i, j + 1)];
      if (Math.max(a, b, c, d) === UNKNOWN) continue;
      const hits = [];
      if ((a > HALF) !== (b > HALF)) hits.push([i + cross(a, b), j]);
      if ((b > HALF) !== (c > HALF)) hits.push([i + 1, j + cross(b, c)]);
      if ((d > HALF) !== (c > HALF)) hits.push([i + cross(d, c), j + 1]);
      if ((a > HALF) !== (d > HALF)) hits.push([i, j + cross(a, d)]);
      for (let h = 0; h + 1 < hits.length; h += 2) {
        context.moveTo((hits[h][0] + 0.5) * cell, PLANE_SIZE - (hits[h][1] + 0.5) * cell);
        context.lineTo((hits[h + 1][0] + 0.5) * cell, PLANE_SIZE - (hits[h + 1][1] + 0.5) * cell);
      }
    }
  }
  context.stroke();
}

// Cells of equal probability under p_z: the smaller a cell on the plane, the denser G is there.
function drawManifold(context, points, rows, colours) {
  const columns = points.length / 2 / rows;
  const x = (r, c) => toPixel(points[2 * (r * columns + c)]);
  const y = (r, c) => toPixelY(points[2 * (r * columns + c) + 1]);
  context.strokeStyle = colours.fake;
  if (rows === 1) {
    context.lineWidth = 2;
    context.beginPath();
    for (let c = 0; c < columns; c += 1) context.lineTo(x(0, c), y(0, c));
    context.stroke();
    return;
  }
  context.fillStyle = colours.fake;
  context.lineWidth = 0.6;
  const even = (PLANE_SIZE * PLANE_SIZE) / ((rows - 1) * (columns - 1)) / 4;
  for (let r = 0; r < rows - 1; r += 1) {
    for (let c = 0; c < columns - 1; c += 1) {
      const corners = [[r, c], [r, c + 1], [r + 1, c + 1], [r + 1, c]];
      let area = 0;
      context.beginPath();
      corners.forEach(([i, j], n) => {
        const [k, l] = corners[(n + 1) % 4];
        area += x(i, j) * y(k, l) - x(k, l) * y(i, j);
        context.lineTo(x(i, j), y(i, j));
      });
      context.closePath();
      context.globalAlpha = Math.max(0.04, Math.min(0.85, (0.25 * even) / Math.max(Math.abs(area) / 2, 0.5)));
      context.fill();
      context.globalAlpha = 0.5;
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

// The manifold on its way from the latent grid (share 0) to where G puts it (share 1).
function unfolded(latent, manifold, share) {
  if (share >= 1 || latent.length !== manifold.length) return manifold;
  return manifold.map((value, i) => latent[i] + (value - latent[i]) * share);
}

// Real points stay where they are until a fresh start: they are drawn once, all halos below all dots.
function drawDots(context, scene, colours, kept) {
  if (kept.dotsOf !== scene.real || kept.dotsIn !== colours) {
    [kept.dotsOf, kept.dotsIn, kept.dots] = [scene.real, colours, el("canvas")];
    const layer = contextOf(kept.dots, PLANE_SIZE, PLANE_SIZE);
    const points = int16(scene.real);
    for (const [colour, radius] of [[colours.paper, 2.9], [colours.real, 2]]) {
      layer.fillStyle = colour;
      for (let i = 0; i < points.length; i += 2) {
        layer.beginPath();
        layer.arc(toPixel(points[i]), toPixelY(points[i + 1]), radius, 0, 2 * Math.PI);
        layer.fill();
      }
    }
  }
  context.drawImage(kept.dots, 0, 0, PLANE_SIZE, PLANE_SIZE);
}

// A ring around each mode: full once captured, dashed while only touched, dotted and faint before.
function drawModes(context, scene, hits, colours) {
  const places = int16(scene.mode_places);
  const radius = Math.max(10, scene.mode_radius * PLANE_SIZE + 4);
  for (let i = 0; i < places.length; i += 2) {
    const hit = hits[i / 2] || 0;
    context.strokeStyle = hit ? colours.d : colours.faint;
    context.lineWidth = hit === 2 ? 3 : hit ? 2 : 1;
    context.setLineDash([[1, 3], [5, 3], []][hit]);
    context.beginPath();
    context.arc(toPixel(places[i]), toPixelY(places[i + 1]), radius, 0, 2 * Math.PI);
    context.stroke();
  }
  context.setLineDash([]);
}

// Crosses, so that generated points differ from real ones by shape as well as by colour. The cross is
// drawn once into a small picture and stamped: 500 stamps cost a fraction of 500 paths.
function drawCrosses(context, points, colours, kept) {
  if (kept.crossIn !== colours) {
    [kept.crossIn, kept.cross] = [colours, el("canvas")];
    const pen = contextOf(kept.cross, 10, 10);
    pen.translate(5, 5);
    for (const [colour, width] of [[colours.paper, 3], [colours.fake, 1.5]]) {
      pen.strokeStyle = colour;
      pen.lineWidth = width;
      pen.beginPath();
      pen.moveTo(-2.7, -2.7);
      pen.lineTo(2.7, 2.7);
      pen.moveTo(-2.7, 2.7);
      pen.lineTo(2.7, -2.7);
      pen.stroke();
    }
  }
  for (let i = 0; i < points.length; i += 2) {
    context.drawImage(kept.cross, toPixel(points[i]) - 5, toPixelY(points[i + 1]) - 5, 10, 10);
  }
}

// How often larger than life arrows are drawn: the turn of slow motion that is about them must show them.
function arrowZoom(slopes, asked) {
  if (asked) return 1;
  let longest = 1e-9;
  for (let i = 0; i < slopes.length; i += 2) longest = Math.max(longest, Math.hypot(slopes[i], slopes[i + 1]));
  return Math.max(1, Math.round(1 / longest));
}

// An arrow for each point: 40 pixels for a slope of 1 in each unit of data, at most 60.
function drawArrows(context, from, slopes, colours, zoom) {
  context.strokeStyle = colours.ink;
  context.fillStyle = colours.ink;
  context.lineWidth = 1.1;
  for (let i = 0; i < from.length; i += 2) {
    const x = toPixel(from[i]);
    const y = toPixelY(from[i + 1]);
    const size = Math.hypot(slopes[i], slopes[i + 1]);
    if (!(size > 0)) continue;
    const length = Math.min(40 * size * zoom, 60);
    const [ux, uy] = [slopes[i] / size, -slopes[i + 1] / size];
    const [tx, ty] = [x + ux * length, y + uy * length];
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(tx, ty);
    context.stroke();
    const head = Math.min(5, length);
    context.beginPath();
    context.moveTo(tx, ty);
    context.lineTo(tx - head * (ux + 0.5 * uy), ty - head * (uy - 0.5 * ux));
    context.lineTo(tx - head * (ux - 0.5 * uy), ty - head * (uy + 0.5 * ux));
    context.fill();
  }
}

// `kept` holds what is made once and used at every frame.
function drawPlane(canvas, scene, frame, views, colours, strokes, kept) {
  const context = contextOf(canvas, PLANE_SIZE, PLANE_SIZE);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, PLANE_SIZE, PLANE_SIZE);
  const has = (name) => views.includes(name);
  if (frame.surface && has("surface")) {
    const cells = uint16(frame.surface);
    drawSurface(context, cells, colours, kept, true);
    if (scene.reading !== "critic") drawHalfLine(context, cells, colours);
  }
  if (frame.manifold && has("manifold")) {
    drawManifold(context, unfolded(int16(scene.latent), int16(frame.manifold), kept.share ?? 1), frame.rows, colours);
  }
  if (scene.real && has("real")) drawDots(context, scene, colours, kept);
  if (frame.fake && has("fake")) drawCrosses(context, int16(frame.fake), colours, kept);
  if (scene.mode_places && has("modes")) drawModes(context, scene, frame.mode_hits || [], colours);
  if (frame.arrow_from) {
    const slopes = float32(frame.arrow_slope);
    drawArrows(context, int16(frame.arrow_from), slopes, colours, arrowZoom(slopes, has("arrows")));
  }
  if (strokes) drawPen(context, strokes, colours);
}

// D* in a plane of its own, half as large, so that it can be compared with D's.
function drawBest(canvas, frame, colours, kept) {
  const size = PLANE_SIZE / 2;
  const context = contextOf(canvas, size, size);
  context.save();
  context.scale(0.5, 0.5);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, PLANE_SIZE, PLANE_SIZE);
  const cells = uint16(frame.best);
  drawSurface(context, cells, colours, kept, false);
  drawHalfLine(context, cells, colours);
  context.restore();
  context.font = "11px system-ui, sans-serif";
  context.textAlign = "left";
  context.textBaseline = "top";
  context.fillStyle = colours.ink;
  context.fillText("D*(x)", 4, 3);
  canvas.setAttribute("aria-label", "D*, the best answer D could give now");
}

function drawPen(context, pen, colours) {
  context.globalAlpha = 0.75;
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, PLANE_SIZE, PLANE_SIZE);
  context.globalAlpha = 1;
  context.fillStyle = colours.real;
  for (const [x, y] of pen.points) context.fillRect(x - 2, y - 2, 4, 4);
  context.strokeStyle = colours.ink;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(pen.x - 8, pen.y);
  context.lineTo(pen.x + 8, pen.y);
  context.moveTo(pen.x, pen.y - 8);
  context.lineTo(pen.x, pen.y + 8);
  context.stroke();
}

// Drawing data by hand: with the pointer, or with arrow keys, Space for a point and Enter to finish.
function makePen(canvas, onChange, onDone) {
  const pen = { on: false, points: [], x: PLANE_SIZE / 2, y: PLANE_SIZE / 2 };
  const placeOf = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * PLANE_SIZE, ((event.clientY - box.top) / box.height) * PLANE_SIZE];
  };
  const dot = (x, y) => {
    [pen.x, pen.y] = [x, y];
    pen.points.push([x, y]);
    onChange();
  };
  canvas.addEventListener("pointerdown", (event) => {
    if (!pen.on) return;
    canvas.setPointerCapture(event.pointerId);
    dot(...placeOf(event));
  });
  canvas.addEventListener("pointermove", (event) => {
    if (pen.on && event.buttons & 1) dot(...placeOf(event));
  });
  canvas.addEventListener("keydown", (event) => {
    if (!pen.on) return;
    const moves = { ArrowLeft: [-10, 0], ArrowRight: [10, 0], ArrowUp: [0, -10], ArrowDown: [0, 10] };
    if (moves[event.key]) {
      pen.x = Math.max(0, Math.min(PLANE_SIZE, pen.x + moves[event.key][0]));
      pen.y = Math.max(0, Math.min(PLANE_SIZE, pen.y + moves[event.key][1]));
      onChange();
    } else if (event.key === " ") dot(pen.x, pen.y);
    else if (event.key === "Enter") onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  return pen;
}

// Pixels to data units.
function toData([x, y], scene) {
  const along = (share, i) => scene.low[i] + share * (scene.high[i] - scene.low[i]);
  return [along(x / PLANE_SIZE, 0), along(1 - y / PLANE_SIZE, 1)];
}
