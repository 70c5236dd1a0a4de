// What D says about real points (upwards) and generated ones (downwards), as two histograms.

function drawVerdicts(canvas, width, height, values, right, tones) {
  const context = contextOf(canvas, width, height);
  const [real, fake] = [values.slice(0, values.length / 2), values.slice(values.length / 2)];
  const left = 38, side = 14, top = 16, bottom = 16;
  const middle = top + (height - top - bottom) / 2;
  const wide = (width - left - side) / real.length;
  const most = Math.max(0.2, ...real, ...fake);
  const tall = (share) => (share / most) * (middle - top - 1);
  context.fillStyle = tones.paper;
  context.fillRect(0, 0, width, height);
  real.forEach((share, i) => {
    context.fillStyle = tones.real;
    context.fillRect(left + i * wide + 1, middle - tall(share), wide - 2, tall(share));
    context.fillStyle = tones.fake;
    context.fillRect(left + i * wide + 1, middle, wide - 2, tall(fake[i]));
  });
  context.strokeStyle = tones.faint;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(left, middle);
  context.lineTo(width - side, middle);
  context.moveTo(left + (wide * real.length) / 2, top);
  context.lineTo(left + (wide * real.length) / 2, height - bottom);
  context.stroke();
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "top";
  context.textAlign = "left";
  context.fillStyle = tones.ink;
  const text = right === null ? "what the critic says, scaled" : `what D says: ${Math.round(100 * right)}% right`;
  context.fillText(text, left, 2);
  context.fillStyle = tones.faint;
  context.fillText("0", left, height - 13);
  context.textAlign = "right";
  context.fillText("1", width - side, height - 13);
  context.fillText("real", left - 4, middle - 14);
  context.fillText("gen.", left - 4, middle + 3);
  canvas.setAttribute("aria-label", text);
}
