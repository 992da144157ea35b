"""A person without a mouse: where the Tab key goes, and whether one sees where one is."""

from playwright.sync_api import Locator, Page

MOST = 160
"""Stops of the longest page, and some."""

LISTEN = """() => {
  const still = document.createElement("style");
  still.textContent = "*, *::before, *::after { transition: none !important }";
  document.head.append(still);
  const stops = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
    [...(wanted(each) ? [each] : []), ...(each.shadowRoot ? stops(each.shadowRoot) : [])]);
  const wanted = (each) =>
    each.matches("a[href], button, input, textarea, select, summary, [tabindex]") &&
    each.tabIndex >= 0 && !each.disabled && shown(each);
  // What a component hides by size is the label's business: its own box is 1 px or nothing.
  const shown = (each) => {
    const box = each.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && each.checkVisibility({ visibilityProperty: true });
  };
  // Streamlit draws the ring of a field on the box around it.
  const look = (each) => {
    const around = [each, each.nextElementSibling, each.querySelector("*")];
    for (let up = each.parentElement, n = 0; up && n < 5; up = up.parentElement, n++)
      around.push(up);
    return around.filter(Boolean).map((one) => {
      const { outline, boxShadow, borderColor, backgroundColor, color } = getComputedStyle(one);
      return [outline, boxShadow, borderColor, backgroundColor, color].join();
    }).join("|");
  };
  const name = (each) => [
    each.tagName.toLowerCase(),
    each.getAttribute("role") ?? each.type ?? "",
    each.getAttribute("aria-label") || each.innerText?.slice(0, 40) || each.className,
  ].join(" ");
  const here = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at;
  };
  const all = stops(document);
  const before = new Map(all.map((each) => [each, look(each)]));
  const reached = new Set(), dull = new Set();
  // Within these one goes by arrow keys.
  const group = (each) => each.closest("[role=radiogroup], [role=toolbar]");
  window.keyboard = {
    note() {
      const at = here();
      if (!at || at === document.body) return null;
      const known = reached.has(at);
      reached.add(at);
      if (before.has(at) && before.get(at) === look(at)) dull.add(at);
      return known;
    },
    // Of native radio buttons with one name, the Tab key visits one.
    missed: () => all.filter((each) => each.isConnected && shown(each) && !reached.has(each) &&
      !(group(each) && [...reached].some((one) => group(one) === group(each))) &&
      !(each.type === "radio" && [...reached].some((one) => one.name === each.name))).map(name),
    dull: () => [...dull].map(name),
  };
}"""


def walk(page: Page) -> tuple[list[str], list[str]]:
    """Press Tab until one is round.

    Returns:
        What one sees and can use, but never reaches; and what shows nothing when one is there.
    """
    page.evaluate(LISTEN)
    page.evaluate("document.activeElement?.blur()")
    for _ in range(MOST):
        page.keyboard.press("Tab")
        if page.evaluate("window.keyboard.note()"):
            break
    return page.evaluate("window.keyboard.missed()"), page.evaluate("window.keyboard.dull()")


def tab_to(page: Page, aim: Locator) -> None:
    """Press Tab until one is there."""
    for _ in range(MOST):
        if aim.evaluate("each => each.matches(':focus')"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the Tab key does not reach {aim}")
