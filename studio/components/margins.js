// Margins around a picture: handles for the pointer, numbers for the keyboard, one state.
const PAUSE = 250;
const SHELF = "easel.margins";
const NEAT = 8; // px that dragging snaps to; numbers may be any
const SIDES = ["left", "right", "up", "down"];
const NONE = { left: 0, right: 0, up: 0, down: 0 };
const FRAMES = new WeakMap(); // Streamlit calls the function below again with every run

export default function ({ data, parentElement: root, setStateValue }) {
  let frame = FRAMES.get(root);
  if (!frame) FRAMES.set(root, (frame = new Frame(root)));
  frame.show(data, setStateValue);
  return () => frame.watcher.disconnect();
}

class Frame {
  constructor(root) {
    this.root = root;
    this.stage = this.find(".stage");
    this.watcher = new ResizeObserver(() => this.data && this.lay());
    for (const side of SIDES) {
      this.handle(side).onpointerdown = (event) => this.grab(side, event);
      this.input(side).oninput = (event) => this.change({ [side]: Math.round(+event.target.value || 0) }, event.target);
      this.input(side).onchange = () => this.lay();
    }
  }

  find(selector) { return this.root.querySelector(selector); }
  handle(side) { return this.find(`.handle[data-side=${side}]`); }
  input(side) { return this.find(`label[data-side=${side}] input`); }

  show(data, setStateValue) {
    Object.assign(this, { data, setStateValue });
    const { labels, image_id, src } = data;
    if (this.imageId !== image_id) this.open(image_id, src);
    this.find("img").alt = labels.picture;
    this.find(".margins").setAttribute("aria-label", labels.title);
    this.find(".ratios").setAttribute("aria-label", labels.ratios);
    this.stage.style.setProperty("--tallest", `${data.tallest}px`);
    for (const side of SIDES) {
      this.find(`label[data-side=${side}] span`).textContent = labels[side];
      for (const each of this.root.querySelectorAll(`[data-side=${side}]`)) each.hidden = !data.most[side];
      this.input(side).max = data.most[side] ?? 0;
    }
    this.offer();
    this.watcher.observe(this.stage);
    this.lay();
  }

  /** Begin with a picture: take up the margins that it had in this tab. */
  open(imageId, src) {
    clearTimeout(this.timer);
    this.imageId = imageId;
    this.margins = { ...NONE };
    this.find("img").src = src;
    const before = remembered(SHELF, imageId);
    if (before) this.change(before);
  }

  /** Buttons for shapes that the bounds allow, and one to take all margins away. */
  offer() {
    const bar = this.find(".ratios");
    const wishes = this.data.ratios.map((ratio) => [ratio, this.reach(ratio)]);
    wishes.push([this.data.labels.none, NONE]);
    bar.replaceChildren(...wishes.map(([name, margins], i) => {
      const button = bar.children[i] ?? document.createElement("button");
      Object.assign(button, { type: "button", textContent: name, disabled: !margins, onclick: () => { this.change(margins); this.lay(); } });
      return button;
    }));
  }

  /** The least margins that give a shape, even on both sides, or nothing where a bound forbids it. */
  reach(ratio) {
    const { width, height, most } = this.data;
    const [w, h] = ratio.split(":").map(Number);
    const wide = Math.max(0, Math.round((height * w) / h) - width), high = Math.max(0, Math.round((width * h) / w) - height);
    const margins = { left: wide >> 1, right: wide - (wide >> 1), up: high >> 1, down: high - (high >> 1) };
    return SIDES.every((side) => margins[side] <= (most[side] ?? 0)) ? margins : null;
  }

  change(some, typing) {
    for (const [side, wanted] of Object.entries(some)) {
      this.margins[side] = Math.min(this.data.most[side] ?? 0, Math.max(0, wanted));
    }
    if (typing) this.tell();
    else if (this.scale) this.draw();
    remember(SHELF, this.imageId, this.margins);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.setStateValue("margins", { ...this.margins, image_id: this.imageId }), PAUSE);
  }

  grab(side, event) {
    if (event.button) return;
    event.preventDefault();
    const handle = this.handle(side), from = this.margins[side], { clientX, clientY } = event;
    handle.setPointerCapture(event.pointerId);
    this.stage.classList.add("dragging");
    handle.onpointermove = (move) => {
      const way = { left: clientX - move.clientX, right: move.clientX - clientX, up: clientY - move.clientY, down: move.clientY - clientY }[side];
      this.change({ [side]: Math.round((from + way / this.scale) / NEAT) * NEAT });
    };
    handle.onpointerup = handle.onpointercancel = () => {
      handle.onpointermove = handle.onpointerup = handle.onpointercancel = null;
      this.stage.classList.remove("dragging");
      this.lay();
    };
  }

  /** Choose scale and place anew; not while a hand drags, or the picture would flee it. */
  lay() {
    const { width, height } = this.data, { left, right, up, down } = this.margins;
    const room = Math.max(width, height) * 0.5;
    const wide = width + left + right, high = height + up + down;
    this.scale = Math.min(this.stage.clientWidth / (wide + room), this.stage.clientHeight / (high + room));
    this.origin = [(this.stage.clientWidth - wide * this.scale) / 2 + left * this.scale, (this.stage.clientHeight - high * this.scale) / 2 + up * this.scale];
    this.draw();
  }

  draw() {
    const { width, height } = this.data, { left, right, up, down } = this.margins, { scale, origin: [x, y] } = this;
    place(this.find(".paper"), x - left * scale, y - up * scale, (width + left + right) * scale, (height + up + down) * scale);
    place(this.find("img"), left * scale, up * scale, width * scale, height * scale);
    for (const side of SIDES) this.input(side).value = this.margins[side];
    this.tell();
  }

  tell() {
    const { width, height, labels } = this.data, { left, right, up, down } = this.margins;
    this.find(".live").textContent = labels.size.replace("{width}", width + left + right).replace("{height}", height + up + down);
  }
}

function place(element, left, top, width, height) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}
