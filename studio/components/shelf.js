// What a person drew, kept in this tab by the picture's name, so that neither another page nor
// a reload loses it.
const KEPT = 8;

function remembered(shelf, id) {
  return readShelf(shelf)[id];
}

function remember(shelf, id, drawn) {
  const others = Object.entries(readShelf(shelf)).filter(([each]) => each !== id);
  others.push([id, drawn]);
  try {
    sessionStorage.setItem(shelf, JSON.stringify(Object.fromEntries(others.slice(-KEPT))));
  } catch {
    sessionStorage.removeItem(shelf); // full, or forbidden: then it lives as long as the page
  }
}

function readShelf(shelf) {
  try {
    return JSON.parse(sessionStorage.getItem(shelf) ?? "{}");
  } catch {
    return {};
  }
}
