// A list of pictures that open. Cells are kept by id, so more pictures do not load the first again.
export default function ({ data, parentElement: root, setTriggerValue }) {
  const list = root.querySelector(".album");
  list.setAttribute("aria-label", data.label);
  list.style.setProperty("--cell", data.cell);

  const known = new Map([...list.children].map((cell) => [cell.dataset.id, cell]));
  const cells = data.pictures.map((picture) => known.get(picture.id) ?? newCell(picture.id));
  for (const cell of [...list.children]) if (!cells.includes(cell)) cell.remove();
  cells.forEach((cell, i) => list.children[i] === cell || list.insertBefore(cell, list.children[i] ?? null));
  data.pictures.forEach((picture, i) => dress(cells[i], picture));

  function dress(cell, picture) {
    const image = cell.querySelector("img");
    if (image.getAttribute("src") !== picture.src) image.src = picture.src;
    image.alt = picture.alt;
    const [badge, loved] = cell.querySelectorAll("span");
    badge.textContent = picture.badge;
    badge.hidden = !picture.badge;
    loved.hidden = !picture.favourite;
    cell.firstChild.onclick = () => setTriggerValue("opened", picture.id);
  }
}

function newCell(id) {
  const cell = document.createElement("li");
  cell.dataset.id = id;
  const button = document.createElement("button");
  button.type = "button";
  const image = document.createElement("img");
  image.loading = "lazy";
  image.decoding = "async";
  const marks = ["badge", "loved"].map((name) => {
    const mark = document.createElement("span");
    mark.className = name;
    mark.setAttribute("aria-hidden", "true");
    return mark;
  });
  marks[1].textContent = "♥";
  button.append(image, ...marks);
  cell.append(button);
  return cell;
}
