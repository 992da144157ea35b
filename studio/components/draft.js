// A form's words, kept in this tab, so that a reload does not lose what was not ordered yet.
const SHELF = "easel-draft";
let looked = false; // once for each load of the page

export default function ({ data, setTriggerValue }) {
  const kept = looked ? null : sessionStorage.getItem(SHELF);
  looked = true;
  if (data.blank && kept) {
    setTriggerValue("found", kept);
    return;
  }
  sessionStorage.removeItem(SHELF);
  if (data.blank) return;
  try {
    sessionStorage.setItem(SHELF, data.draft);
  } catch {
    // Full, or forbidden: then it lives as long as the session.
  }
}
