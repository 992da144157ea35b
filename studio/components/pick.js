// A radio group of pictures. Cells are kept by id, so a picture that arrives later
// neither moves the focus nor loads its neighbours again.
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export default function ({ data, parentElement: root, setStateValue, setTriggerValue }) {
  const group = root.querySelector(".pick");
  group.setAttribute("aria-label", data.label);
  group.style.setProperty("--ratio", data.ratio);
  group.style.setProperty("--cell", data.cell);

  const known = new Map([...group.children].map((cell) => [cell.dataset.id, cell]));
  const cells = data.pictures.map((picture) => known.get(picture.id) ?? newCell(picture.id));
  if (cells.length !== group.children.length || cells.some((cell, i) => cell !== group.children[i])) {
    for (const cell of group.children) if (!cells.includes(cell)) cell.remove();
    cells.forEach((cell, i) => group.children[i] === cell || group.insertBefore(cell, group.children[i] ?? null));
  }
  data.pictures.forEach((picture, i) => dress(cells[i], picture));
  check(data.picked);
  if (data.focus && document.activeElement === document.body) group.querySelector("[tabindex='0']")?.focus();

  cells.forEach((cell, i) => {
    cell.onclick = () => choose(cell);
    cell.onkeydown = (event) => {
      const step = STEPS[event.key];
      if (!step) return;
      event.preventDefault();
      const next = cells[(i + step + cells.length) % cells.length];
      next.focus();
      choose(next);
    };
  });

  function choose(cell) {
    check(cell.dataset.id);
    if (data.walk) setTriggerValue("went", cell.dataset.id);
    else setStateValue("picked", cell.dataset.id);
  }

  function check(id) {
    const chosen = cells.some((cell) => cell.dataset.id === id);
    cells.forEach((cell, i) => {
      const on = cell.dataset.id === id;
      cell.setAttribute("aria-checked", on);
      cell.tabIndex = on || (!chosen && i === 0) ? 0 : -1;
    });
  }

  function dress(cell, picture) {
    const image = cell.querySelector("img");
    if (image.getAttribute("src") !== picture.src) image.src = picture.src;
    image.alt = picture.alt;
    cell.dataset.loved = picture.favourite;
    cell.querySelector(".badge").textContent = picture.badge;
    cell.querySelector(".badge").hidden = !picture.badge;
    cell.querySelector(".chosen").textContent = `✓ ${data.chosen}`;
  }
}

function newCell(id) {
  const cell = document.createElement("button");
  cell.type = "button";
  cell.dataset.id = id;
  cell.setAttribute("role", "radio");
  const marks = ["badge", "chosen", "loved"].map((name) => {
    const mark = document.createElement("span");
    mark.className = name;
    return mark;
  });
  marks[2].textContent = "♥";
  marks[2].setAttribute("aria-hidden", "true");
  cell.append(document.createElement("img"), ...marks);
  return cell;
}
