// A labelled grid: before, prices; while it is painted, what is there; then pictures that open.
export default function ({ data, parentElement: root, setTriggerValue }) {
  const frame = root.querySelector(".matrix");
  const [head, body] = [root.querySelector("thead"), root.querySelector("tbody")];
  frame.style.setProperty("--ratio", data.ratio);
  frame.style.setProperty("--columns", data.columns.length);
  frame.dataset.single = data.rows.length === 1;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", data.label);
  frame.tabIndex = 0;

  const focused = root.activeElement?.dataset?.id ?? frame.getRootNode().activeElement?.dataset?.id;
  head.replaceChildren(row([heading(data.corner, "col"), ...data.columns.map((name) => heading(name, "col"))]));
  const known = new Map([...body.querySelectorAll("td > *")].map((cell) => [cell.dataset.id, cell]));
  body.replaceChildren(
    ...data.rows.map((name, i) => row([heading(name, "row"), ...data.cells[i].map((cell) => place(cell))])),
  );
  if (focused) body.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus();

  function place(cell) {
    const slot = document.createElement("td");
    const kept = known.get(cell.id);
    slot.append(cell.src ? picture(cell, kept?.tagName === "BUTTON" ? kept : null) : words(cell));
    return slot;
  }

  function picture(cell, kept) {
    const button = kept ?? newPicture();
    const image = button.querySelector("img");
    button.dataset.id = cell.id;
    if (image.getAttribute("src") !== cell.src) image.src = cell.src;
    image.alt = cell.alt;
    button.setAttribute("aria-pressed", cell.id === data.selected);
    const best = button.querySelector(".best");
    best.textContent = `✓ ${data.best}`;
    best.hidden = !cell.best;
    best.style.display = cell.best ? "" : "none";
    button.onclick = () => setTriggerValue("opened", cell.id);
    return button;
  }

  function words(cell) {
    const box = document.createElement("div");
    box.className = "cell";
    box.dataset.id = cell.id;
    box.dataset.state = cell.state;
    box.textContent = cell.text;
    return box;
  }
}

function newPicture() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cell";
  const best = document.createElement("span");
  best.className = "best";
  button.append(document.createElement("img"), best);
  return button;
}

function heading(text, scope) {
  const cell = document.createElement("th");
  cell.scope = scope;
  cell.textContent = text;
  return cell;
}

function row(cells) {
  const line = document.createElement("tr");
  line.append(...cells);
  return line;
}
