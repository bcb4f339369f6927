// The keyboard.

const shortcuts = find("shortcuts");
shortcuts.checked = settings.get("shortcuts") !== "off";
shortcuts.addEventListener("change", () => settings.set("shortcuts", shortcuts.checked ? "on" : "off"));

/** The articles that are listed, in the order of the list. */
const listed = () => [...find("list").children].filter((item) => !item.hidden).map((item) => Number(item.dataset.article));

/** Opens the article `by` places further in the list. */
function turn(by, wanted = () => true) {
  const all = listed();
  const at = all.indexOf(opened);
  for (let next = at < 0 && by < 0 ? all.length - 1 : at + by; next >= 0 && next < all.length; next += by) {
    if (wanted(all[next])) return all[next];
  }
  return null;
}

function step(by) {
  const next = turn(by);
  if (next === null) return say(by > 0 ? "This is the last article." : "This is the first article.", true);
  location.hash = index.articles[next].id;
  return undefined;
}

/** Moves to the next finding, in the next article where this one has no more. */
async function seek(by) {
  const all = document.body.dataset.view === "article" ? [...find("article").querySelectorAll(".finding")] : [];
  const here = document.activeElement?.closest?.(".finding, .segment");
  let at = here?.matches(".finding") ? all.indexOf(here) + by : all.findIndex((one) =>
    !here || here.contains(one) || here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!here?.matches(".finding") && by < 0) at = (at < 0 ? all.length : at) - 1;
  if (at >= 0 && at < all.length) return focusFinding(all[at], at, all.length);
  const next = turn(by, (number) => findingsShown(number) > 0);
  if (next === null) return say(by > 0 ? "No finding further on." : "No finding before this.", true);
  await go(index.articles[next].id);
  const found = [...find("article").querySelectorAll(".finding")];
  at = by > 0 ? 0 : found.length - 1;
  return focusFinding(found[at], at, found.length);
}

function focusFinding(finding, at, all) {
  finding.focus({ preventScroll: true });
  finding.scrollIntoView({ block: "center" });
  say(`Finding ${at + 1} of ${all}`);
}

/** Tells the finding at hand to copy itself. */
function tell(event) {
  const finding = document.activeElement?.closest?.(".finding");
  if (!finding) return say("No finding is at hand: j goes to the next.", true);
  finding.dispatchEvent(new Event(event));
  return undefined;
}

const KEYS = {
  j: () => seek(1), k: () => seek(-1), n: () => step(1), p: () => step(-1),
  w: () => tell("waiver"), e: () => tell("entry"),
  s: () => { location.hash = "summary"; }, a: () => { location.hash = "articles"; }, g: () => { location.hash = "glossary"; },
  "/": () => { search.focus(); search.select(); }, "?": () => find("keys").showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return escape(event);
  const typing = event.target.closest?.("input:not([type=checkbox]), select, textarea, dialog");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !shortcuts.checked || !KEYS[event.key]) return undefined;
  event.preventDefault();
  return KEYS[event.key]();
});

function escape(event) {
  if (cardFor) {
    const back = card.contains(document.activeElement) ? cardFor : null;
    closeCard();
    back?.focus();
    closeCard();
  } else if (event.target === search) {
    search.value = "";
    search.blur();
    runSearch();
  }
}

find("help").addEventListener("click", () => find("keys").showModal());
