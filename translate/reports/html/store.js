// The content: pieces of the file, unpacked when they are asked for.

/** The piece called `name` as data. */
async function unpack(name) {
  const text = find(`piece-${name}`).textContent;
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}

const index = await unpack("index");
const numbers = new Map(index.articles.map((article, number) => [article.id, number]));

const KEPT = 24; // articles kept unpacked: going back and forth is instant, and memory stays flat
const kept = new Map();

/** The segments of the article with this number. */
async function segmentsOf(number) {
  const known = kept.get(number) ?? unpack(`article-${number}`);
  kept.delete(number);
  kept.set(number, known);
  if (kept.size > KEPT) kept.delete(kept.keys().next().value);
  return known;
}

let everyUse = null;

/** By entry id [article, segment, language, form, rung, wanted] of every place it is rendered at. */
function uses() {
  everyUse ??= unpack("uses");
  return everyUse;
}
