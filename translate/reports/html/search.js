// Search: the texts of all articles, a few at a time, so that typing never waits.

const search = find("search");
let texts = null; // by article number the segments in lower case, and their shapes
let searching = 0; // the latest search; an older one stops

const searched = () => search.value.trim().toLowerCase();

/** Reads every article once. */
async function readTexts(mine) {
  texts ??= [];
  while (texts.length < index.articles.length) {
    const number = texts.length;
    const segments = await unpack(`article-${number}`);
    if (texts.length === number) {
      texts.push(segments.map((segment) => [segment.shape, [segment.source,
        ...Object.values(segment.sides).map((side) => side.text)].join("\n").toLowerCase()]));
    }
    if (mine !== searching) return false;
    if (number % 50 === 49) say(`Searching, ${number + 1} of ${index.articles.length} articles`);
  }
  return true;
}

/** Finds what was typed and shows what holds it. */
async function runSearch() {
  const mine = ++searching;
  const words = searched();
  if (!words) {
    filter.hits = null;
    return refresh();
  }
  if (!await readTexts(mine)) return undefined;
  const hits = new Map();
  texts.forEach((segments, number) => {
    const found = new Map();
    segments.forEach(([shape, text], place) => { if (text.includes(words)) found.set(place, shape); });
    if (found.size || index.articles[number].name.toLowerCase().includes(words)) {
      if (!found.size) segments.forEach(([shape], place) => found.set(place, shape));
      hits.set(number, found);
    }
  });
  filter.hits = hits;
  return refresh();
}

let searchTimer = 0;
search.addEventListener("input", () => {
  clearTimeout(searchTimer);
  searchTimer = setTimeout(runSearch, 140);
});
search.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(searchTimer);
  runSearch().then(openFirst);
});
