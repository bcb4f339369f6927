// The page: which view is shown, and what is listed.

const VIEWS = ["summary", "articles", "glossary"];
const list = find("list");
const items = [...list.children];

/** What an address asks for: a view, an entry, or an article and a segment of it. */
function readAddress(hash) {
  const address = decode(hash.replace(/^#/, ""));
  if (address.startsWith("glossary:")) return { view: "glossary", entry: address.slice("glossary:".length) };
  if (numbers.has(address)) return { view: "article", number: numbers.get(address) };
  const [, article, segment] = /^(.*)-(\d+)$/.exec(address) ?? [];
  if (numbers.has(article)) return { view: "article", number: numbers.get(article), segment: Number(segment) };
  return { view: VIEWS.includes(address) ? address : "summary" };
}

function decode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/** The articles beside an open one are seen where there is room; where there is not, they are a view. */
const roomy = matchMedia("(min-width: 56.01rem)");
let latest = null; // the number of the article that was open last
let shownAt = null; // the address of what is shown
const heights = new Map(); // by address how far it was scrolled

/** Shows what `address` asks for; `again` is the way back, to where one was. */
async function go(address, again = false) {
  let wanted = readAddress(address);
  closeCard();
  if (wanted.view === "articles" && roomy.matches && listed().length) {
    wanted = { view: "article", number: listed().includes(latest) ? latest : listed()[0] };
    address = index.articles[wanted.number].id;
    history.replaceState(null, "", `#${address}`);
  }
  if (wanted.view === "article" && opened !== wanted.number) await showArticle(wanted.number);
  if (wanted.view === "glossary") await (wanted.entry ? showEntry(wanted.entry) : showGlossary());
  show(wanted.view, wanted.number);
  if (`#${address}` !== location.hash && address !== location.hash) history.pushState(null, "", `#${address}`);
  if (wanted.segment) {
    await reveal(wanted.number, wanted.segment);
  } else {
    if (shownAt !== null) find(`${wanted.view === "articles" ? "summary" : wanted.view}-title`)?.focus({ preventScroll: true });
    scrollTo(0, again ? heights.get(location.hash) ?? 0 : 0);
  }
  shownAt = location.hash;
  latest = opened ?? latest;
  history.replaceState("seen", "");
}

/** Scrolls to a segment; what hides it is cleared. */
async function reveal(number, segment) {
  const id = `${index.articles[number].id}-${segment}`;
  if (!find(id) && narrowed()) {
    clearFilters();
    await showArticle(number);
  }
  const element = find(id);
  if (!element) return say(`This article has no segment ${segment}.`, true);
  for (const other of document.querySelectorAll(".segment.sought")) other.classList.remove("sought");
  element.classList.add("sought");
  element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
  return undefined;
}

/** Makes `view` the one that is seen. */
function show(view, number) {
  document.body.dataset.view = view;
  find("summary").hidden = view !== "summary" && view !== "articles";
  find("article").hidden = view !== "article";
  find("glossary").hidden = view !== "glossary";
  const tab = view === "article" ? "articles" : view;
  for (const link of document.querySelectorAll("[data-to]")) {
    if (link.dataset.to === tab) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  }
  for (const item of items) {
    const here = view === "article" && Number(item.dataset.article) === number;
    if (here) item.firstElementChild.setAttribute("aria-current", "true"); else item.firstElementChild.removeAttribute("aria-current");
    if (here) item.scrollIntoView({ block: "nearest" });
  }
  if (view !== "article") opened = null;
  document.title = [view === "article" && index.articles[number].title, index.title].filter(Boolean).join(" – ");
}

/** Lists the articles of which something is shown, and shows the view anew. */
async function refresh() {
  let left = 0;
  let segments = 0;
  for (const item of items) {
    const count = segmentsShown(Number(item.dataset.article));
    item.hidden = narrowed() && count === 0;
    left += item.hidden ? 0 : 1;
    segments += count;
  }
  const text = narrowed() ? `${left} of ${items.length}` : String(items.length);
  find("listed").textContent = text;
  find("clear").hidden = !narrowed() && filter.languages.size === index.targets.length;
  find("filters-active").textContent = narrowed() ? " (on)" : "";
  if (opened !== null) await showArticle(opened);
  const entry = readAddress(location.hash).entry;
  if (document.body.dataset.view === "glossary") await (entry ? showEntry(entry) : showGlossary());
  if (narrowed()) say(left ? `${plural(segments, "segment")} in ${plural(left, "article")}` : "Nothing is what you ask for.");
}

/** Opens the first article that is listed, unless one of them is open. */
function openFirst() {
  const all = listed();
  if (document.body.dataset.view !== "glossary" && all.length && !all.includes(opened)) {
    location.hash = index.articles[all[0]].id;
  }
}

function clearFilters() {
  for (const set of [filter.levels, filter.rungs, filter.changed]) set.clear();
  filter.languages = new Set(index.targets);
  filter.rule = find("rule").value = search.value = "";
  filter.hits = null;
  paintChips();
  refresh();
}

function paintChips() {
  for (const chip of document.querySelectorAll("[data-filter]")) {
    chip.setAttribute("aria-pressed", filter[chip.dataset.filter].has(chip.dataset.value));
  }
}

for (const chip of document.querySelectorAll("[data-filter]")) {
  chip.addEventListener("click", async () => {
    const set = filter[chip.dataset.filter];
    const { value } = chip.dataset;
    if (set.has(value)) set.delete(value); else set.add(value);
    if (!filter.languages.size) filter.languages = new Set(index.targets.filter((target) => target !== value));
    paintChips();
    await refresh();
    if (narrowed()) openFirst();
  });
}

find("rule").addEventListener("change", async (event) => {
  filter.rule = event.target.value;
  await refresh();
  if (narrowed()) openFirst();
});
find("clear").addEventListener("click", clearFilters);

for (const button of document.querySelectorAll("[data-rule], [data-rung]")) {
  if (!button.matches("button")) continue;
  button.addEventListener("click", async () => {
    if (button.dataset.rule) filter.rule = find("rule").value = button.dataset.rule;
    else filter.rungs = new Set([button.dataset.rung]);
    paintChips();
    await refresh();
    openFirst();
  });
}

for (const link of document.querySelectorAll(".first + .more a")) {
  link.addEventListener("click", () => {
    find("sort").value = "weight";
    find("sort").dispatchEvent(new Event("change"));
  });
}

find("sort").addEventListener("change", (event) => {
  const weight = (item) => item.dataset.weight.split(",").map(Number);
  const graver = (one, other) => {
    const [mine, theirs] = [weight(one), weight(other)];
    const at = mine.findIndex((value, place) => value !== theirs[place]);
    return at < 0 ? 0 : theirs[at] - mine[at];
  };
  list.append(...(event.target.value === "weight" ? [...items].sort(graver) : items));
});

const THEMES = ["auto", "light", "dark"];
function paintTheme(theme) {
  document.documentElement.dataset.theme = theme;
  find("theme").textContent = { auto: "◐", light: "○", dark: "●" }[theme];
  const name = `Theme: ${theme === "auto" ? "as the system" : theme}`;
  find("theme").setAttribute("aria-label", name);
  find("theme").title = name;
}
find("theme").addEventListener("click", () => {
  const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme) + 1) % THEMES.length];
  settings.set("theme", next);
  paintTheme(next);
});
paintTheme(THEMES.includes(settings.get("theme")) ? settings.get("theme") : "auto");

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  find("main").focus();
});

history.scrollRestoration = "manual";
let again = false; // whether the address changed by going back or forth
addEventListener("popstate", (event) => { again = event.state === "seen"; });
addEventListener("hashchange", () => go(location.hash.slice(1), again));
addEventListener("scroll", () => { if (shownAt === location.hash) heights.set(shownAt, scrollY); }, { passive: true });

const bars = new ResizeObserver(() => {
  const filters = find("filters").getBoundingClientRect().height;
  const top = document.querySelector(".top").getBoundingClientRect().height;
  document.documentElement.style.setProperty("--bars", `${top + filters}px`);
});
bars.observe(find("filters"));

find("filters").firstElementChild.open = matchMedia("(min-width: 70rem)").matches;
refresh();
await go(location.hash.slice(1));
document.documentElement.dataset.ready = "yes";
