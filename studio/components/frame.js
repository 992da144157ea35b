export default function ({ data }) {
  const root = document.documentElement;
  root.lang = data;
  if (root.dataset.easel) return; // the frame stays when pages and sessions change
  root.dataset.easel = "mended";
  document.addEventListener("click", beginAnew, true);
}

// The press on the link of the page that one is on: its address without what it names.
function beginAnew(event) {
  const link = event.target.closest?.('[data-testid="stTopNavLink"], [data-testid="stSidebarNavLink"]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const there = new URL(link.href);
  if (name(there.pathname) !== name(location.pathname)) return;
  event.preventDefault();
  event.stopPropagation();
  const language = new URLSearchParams(location.search).get("lang");
  const bare = there.pathname + (language ? `?lang=${language}` : "");
  if (location.pathname + location.search === bare) return;
  history.pushState(null, "", bare);
  dispatchEvent(new PopStateEvent("popstate")); // Streamlit reads the address again
}

// The first page has two names.
function name(path) {
  return path.replace(/\/create\/?$/, "/").replace(/(.)\/$/, "$1");
}
