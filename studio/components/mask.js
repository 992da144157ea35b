// The painter around a painting: tools, pointer, keyboard, and what Python is told.
const PAUSE = 250; // ms of rest before the mask is sent; not with every move
const PAINTERS = new WeakMap(); // Streamlit calls the function below again with every run

export default function ({ data, parentElement: root, setStateValue }) {
  let painter = PAINTERS.get(root);
  if (!painter) PAINTERS.set(root, (painter = new Painter(root)));
  painter.show(data, setStateValue);
  return () => clearTimeout(painter.timer);
}

class Painter {
  constructor(root) {
    this.root = root;
    this.tool = "brush";
    this.pen = null; // where the keyboard's brush is, once it was moved
    this.drawing = false;
    this.unsent = false;
    this.canvas = this.find("canvas");
    this.context = this.canvas.getContext("2d", { willReadFrequently: true });
    for (const button of this.all("[data-tool]")) button.onclick = () => this.take(button.dataset.tool);
    for (const button of this.all("[data-act]")) button.onclick = () => this.act(button.dataset.act);
    this.listen();
  }

  find(selector) { return this.root.querySelector(selector); }
  all(selector) { return this.root.querySelectorAll(selector); }

  show(data, setStateValue) {
    Object.assign(this, { data, setStateValue });
    this.speak(data.labels);
    if (this.painting?.id !== data.image_id) this.open(data);
    else if (this.unsent) this.send();
    this.enable();
  }

  /** Begin with a picture: forget the strokes of another, take up those of this one. */
  open({ image_id, src, width, height, tallest }) {
    clearTimeout(this.timer);
    this.painting = new Painting(image_id, width, height);
    Object.assign(this.canvas, { width, height });
    this.find("img").src = src;
    this.find(".stage").style.setProperty("--widest", `${(tallest * width) / height}px`);
    this.find(".live").textContent = "";
    this.pen = null;
    const longest = Math.max(width, height);
    Object.assign(this.find("input"), { min: Math.max(1, Math.round(longest / 200)), max: Math.round(longest / 3), value: Math.round(longest / 16) });
    this.painting.draw(this.context);
    this.send();
  }

  speak(labels) {
    this.find(".mask").setAttribute("aria-label", labels.title);
    this.find(".bar").setAttribute("aria-label", labels.tools);
    this.canvas.setAttribute("aria-label", labels.canvas);
    this.find("img").alt = this.data.alt;
    this.find(".hint").textContent = labels.hint;
    this.find(".size span").textContent = labels.size;
    for (const button of this.all(".bar button")) {
      button.title = button.querySelector("span").textContent = labels[button.dataset.tool ?? button.dataset.act];
    }
    if (this.share !== undefined) this.tell();
  }

  take(tool) {
    this.tool = tool;
    this.enable();
  }

  act(name) {
    if (this.drawing) return;
    this.painting[name]();
    this.changed();
  }

  enable() {
    for (const button of this.all("[data-tool]")) button.setAttribute("aria-pressed", button.dataset.tool === this.tool);
    const { strokes, undone } = this.painting;
    this.find("[data-act=undo]").disabled = !strokes.length;
    this.find("[data-act=redo]").disabled = !undone.length;
    this.find("[data-act=clear]").disabled = !strokes.length;
  }

  changed() {
    this.painting.draw(this.context);
    this.painting.remember();
    this.enable();
    this.send();
  }

  send() {
    clearTimeout(this.timer);
    this.unsent = true;
    this.timer = setTimeout(() => this.deliver(), PAUSE);
  }

  async deliver() {
    const { painting } = this;
    const { pixels, share } = painting.pixels(this.context);
    this.share = share;
    this.tell();
    const paper = new OffscreenCanvas(painting.width, painting.height);
    paper.getContext("2d").putImageData(pixels, 0, 0);
    const png = share ? await base64(await paper.convertToBlob({ type: "image/png" })) : null;
    if (painting !== this.painting) return;
    this.unsent = false;
    this.setStateValue("mask", png && { png, image_id: painting.id });
  }

  tell() {
    const percent = (this.share * 100).toLocaleString(this.data.language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.find(".live").textContent = this.share ? this.data.labels.cover.replace("{percent}", percent) : this.data.labels.empty;
  }

  // --- strokes, from pointer and keyboard alike ---

  get width() { return +this.find("input").value; }

  start(point) {
    this.drawing = true;
    this.painting.begin({ tool: this.tool, width: this.width, points: [point] });
    this.painting.drawStroke(this.context, this.painting.last);
  }

  go(point) {
    const stroke = this.painting.last;
    stroke.points.push(point);
    if (stroke.tool === "box") this.painting.draw(this.context);
    else this.painting.drawStroke(this.context, { ...stroke, points: stroke.points.slice(-3) });
  }

  stop() {
    this.drawing = false;
    this.changed();
  }

  listen() {
    const { canvas } = this;
    canvas.onpointerdown = (event) => {
      if (event.button || this.drawing) return;
      canvas.setPointerCapture(event.pointerId);
      this.start(this.place(event));
    };
    canvas.onpointermove = (event) => {
      this.point(...this.place(event));
      if (!this.drawing || !canvas.hasPointerCapture(event.pointerId)) return;
      const moves = event.getCoalescedEvents?.() ?? [];
      for (const move of moves.length ? moves : [event]) this.go(this.place(move));
    };
    canvas.onpointerup = (event) => canvas.hasPointerCapture(event.pointerId) && this.drawing && this.stop();
    canvas.onpointercancel = () => {
      if (!this.drawing) return;
      this.painting.strokes.pop();
      this.stop();
    };
    canvas.onpointerleave = () => { this.find(".cursor").style.display = "none"; };
    canvas.onblur = () => this.drawing && this.stop();
    // No `&&`: a handler that returns false would hold Tab too, and nobody could leave.
    canvas.onkeydown = (event) => { if (this.press(event)) event.preventDefault(); };
  }

  /** Where an event is, in the picture's pixels; quarters are exact enough, and short to keep. */
  place({ clientX, clientY }) {
    const box = this.canvas.getBoundingClientRect();
    const inside = [(clientX - box.left) / box.width * this.canvas.width, (clientY - box.top) / box.height * this.canvas.height];
    return inside.map((each) => Math.round(each * 4) / 4);
  }

  point(x, y) {
    const scale = this.canvas.clientWidth / this.canvas.width;
    const size = `${this.tool === "box" ? 12 : Math.max(4, this.width * scale)}px`;
    Object.assign(this.find(".cursor").style, { display: "block", width: size, height: size, left: `${x * scale}px`, top: `${y * scale}px` });
    this.find(".cursor").classList.toggle("down", this.drawing);
  }

  /** Paint by keys; returns whether the key was one of ours. */
  press(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      this.act(event.shiftKey ? "redo" : "undo");
      return true;
    }
    const { width, height } = this.canvas;
    const step = event.shiftKey ? this.width : Math.max(1, this.width / 4);
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    const pen = (this.pen ??= [width / 2, height / 2]);
    if (move) {
      this.pen = [Math.min(width, Math.max(0, pen[0] + move[0])), Math.min(height, Math.max(0, pen[1] + move[1]))];
      if (this.drawing) this.go(this.pen);
    } else if (event.key === " ") {
      if (this.drawing) this.stop();
      else this.start(pen);
    } else if (event.key === "[" || event.key === "]") {
      this.find("input").value = Math.round(this.width * (event.key === "]" ? 1.2 : 0.8));
    } else return false;
    this.point(...this.pen);
    return true;
  }
}

function base64(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1]);
    reader.readAsDataURL(blob);
  });
}
