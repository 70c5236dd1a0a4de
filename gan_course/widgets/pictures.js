// Pictures on a canvas, enlarged without inventing values between the pixels.

function drawPicture(canvas, picture, size) {
  const context = contextOf(canvas, size, Math.round((size * picture.height) / picture.width));
  const bytes = uint8(picture.bytes);
  const image = new ImageData(picture.width, picture.height);
  for (let i = 0; i < picture.width * picture.height; i += 1) {
    for (let c = 0; c < 3; c += 1) image.data[4 * i + c] = bytes[i * picture.channels + (picture.channels === 3 ? c : 0)];
    image.data[4 * i + 3] = 255;
  }
  const small = el("canvas", { width: picture.width, height: picture.height });
  small.getContext("2d").putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, size, Math.round((size * picture.height) / picture.width));
  return context;
}
