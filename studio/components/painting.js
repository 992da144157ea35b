// A mask as a list of strokes at the picture's true size. Its pixels follow from the list
// alone, so undo is exact; the canvas's alpha is the mask, its colour is only for the eye.
const COLOUR = "#ff2d87";
const SHELF = "easel.masks";

class Painting {
  constructor(id, width, height) {
    Object.assign(this, { id, width, height, strokes: remembered(SHELF, id) ?? [], undone: [] });
  }

  begin(stroke) {
    this.strokes.push(stroke);
    this.undone = [];
  }

  get last() { return this.strokes.at(-1); }

  undo() { if (this.strokes.length) this.undone.push(this.strokes.pop()); }
  redo() { if (this.undone.length) this.strokes.push(this.undone.pop()); }
  invert() { this.begin({ tool: "invert" }); }
  clear() { if (this.strokes.length) this.begin({ tool: "clear" }); }

  draw(context) {
    context.clearRect(0, 0, this.width, this.height);
    for (const stroke of this.strokes) this.drawStroke(context, stroke);
  }

  drawStroke(context, { tool, width, points }) {
    context.fillStyle = context.strokeStyle = COLOUR;
    context.lineCap = context.lineJoin = "round";
    context.lineWidth = width;
    context.globalCompositeOperation = { eraser: "destination-out", invert: "xor" }[tool] ?? "source-over";
    if (tool === "clear") context.clearRect(0, 0, this.width, this.height);
    else if (tool === "invert") context.fillRect(0, 0, this.width, this.height);
    else if (tool === "box") fillBox(context, points[0], points.at(-1));
    else drawLine(context, points);
  }

  /** The mask as RGBA of pure black and white, and the share of it that is white. */
  pixels(context) {
    const pixels = context.getImageData(0, 0, this.width, this.height);
    const bytes = pixels.data;
    let white = 0;
    for (let i = 0; i < bytes.length; i += 4) {
      const value = bytes[i + 3] > 127 ? 255 : 0;
      if (value) white += 1;
      bytes[i] = bytes[i + 1] = bytes[i + 2] = value;
      bytes[i + 3] = 255;
    }
    return { pixels, share: white / (this.width * this.height) };
  }

  remember() { remember(SHELF, this.id, this.strokes); }
}

// A line of no length draws nothing, round ends or not; a click shall leave a dot.
function drawLine(context, points) {
  const [x, y] = points[0];
  context.beginPath();
  context.moveTo(x - 0.01, y);
  for (const point of points) context.lineTo(...point);
  context.stroke();
}

// Corners are whole pixels: a box's anti-aliased edge would fall under the threshold.
function fillBox(context, from, to) {
  const [left, right] = [from[0], to[0]].map(Math.round).sort((a, b) => a - b);
  const [top, bottom] = [from[1], to[1]].map(Math.round).sort((a, b) => a - b);
  context.fillRect(left, top, right - left, bottom - top);
}
