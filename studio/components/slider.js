// Before and after in one frame. Where the line stands is nobody's business but the browser's:
// nothing is told to Python, so nothing runs again.
const STEPS = { ArrowLeft: -2, ArrowDown: -2, ArrowRight: 2, ArrowUp: 2, PageDown: -20, PageUp: 20, Home: -100, End: 100 };

export default function ({ data, parentElement: root }) {
  const find = (selector) => root.querySelector(selector);
  const stage = find(".stage"), handle = find(".handle");
  const { before, after, place, labels } = data;

  stage.style.setProperty("--ratio", `${after.width} / ${after.height}`);
  stage.style.setProperty("--widest", `${(data.tallest * after.width) / after.height}px`);
  find(".compare").classList.toggle("grown", data.grown);
  dress(find(".before"), before.src, labels.before);
  dress(find(".after"), after.src, labels.after);
  Object.assign(find(".before").style, percent({
    left: place.left / after.width, top: place.top / after.height,
    width: place.width / after.width, height: place.height / after.height,
  }));
  find(".before-tag").textContent = labels.before;
  find(".after-tag").textContent = labels.after;
  handle.setAttribute("aria-label", labels.handle);
  move(+(handle.getAttribute("aria-valuenow") ?? 50));

  stage.onpointerdown = (event) => {
    if (event.button) return;
    stage.setPointerCapture(event.pointerId);
    handle.focus({ preventScroll: true });
    follow(event);
  };
  stage.onpointermove = (event) => stage.hasPointerCapture(event.pointerId) && follow(event);
  handle.onkeydown = (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    move(+handle.getAttribute("aria-valuenow") + STEPS[event.key]);
  };

  function follow({ clientX }) {
    const box = stage.getBoundingClientRect();
    move(((clientX - box.left) / box.width) * 100);
  }

  function move(to) {
    const at = Math.round(Math.min(100, Math.max(0, to)) * 10) / 10;
    stage.style.setProperty("--at", `${at}%`);
    handle.setAttribute("aria-valuenow", at);
    handle.setAttribute("aria-valuetext", labels.value.replace("{percent}", Math.round(at)));
    find(".before-tag").style.opacity = at < 12 ? 0 : 1;
    find(".after-tag").style.opacity = at > 88 ? 0 : 1;
  }
}

function dress(image, src, alt) {
  if (image.getAttribute("src") !== src) image.src = src;
  image.alt = alt;
}

function percent(shares) {
  return Object.fromEntries(Object.entries(shares).map(([name, share]) => [name, `${share * 100}%`]));
}
