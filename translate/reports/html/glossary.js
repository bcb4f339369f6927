// The glossary: every entry that is mentioned, how often it is rendered how, and where.

/** By language the renderings of an entry: form, how often, whether it is as agreed, its places. */
function renderingsOf(places) {
  const found = new Map(index.targets.map((target) => [target, new Map()]));
  for (const [article, place, language, form, rung, wanted] of places) {
    const forms = found.get(language);
    const known = forms.get(form) ?? { form, agreed: Boolean(form) && form === wanted, places: [], rungs: new Set() };
    known.places.push([article, place]);
    known.rungs.add(rung);
    forms.set(form, known);
  }
  for (const [language, forms] of found) {
    found.set(language, [...forms.values()].sort((one, other) =>
      other.agreed - one.agreed || other.places.length - one.places.length));
  }
  return found;
}

/** How often the source mentions an entry: once for all languages. */
function mentionsIn(places) {
  const counts = new Map();
  const most = new Map();
  for (const [article, place, language] of places) {
    const [where, here] = [`${article}.${place}`, `${article}.${place}.${language}`];
    counts.set(here, (counts.get(here) ?? 0) + 1);
    most.set(where, Math.max(most.get(where) ?? 0, counts.get(here)));
  }
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}

const oddIn = (forms) => forms.some((one) => !one.agreed);

const formElement = (one, language) => (one.form
  ? build("span", { class: one.agreed ? "form" : "form odd", lang: language }, one.form)
  : build("span", { class: "form rung-unresolved" }, "unresolved"));

/** The list of entries. */
async function showGlossary() {
  const entries = Object.entries(await uses());
  const words = searched();
  const languages = index.targets.filter((target) => filter.languages.has(target));
  const rows = entries.map(([id, places]) => ({ id, places, forms: renderingsOf(places) }))
    .filter(({ id, forms }) => !words || [id, ...(Object.values(index.entries[id]?.forms ?? {}).flat()),
      ...[...forms.values()].flat().map((one) => one.form)].some((text) => text.toLowerCase().includes(words)))
    .filter(({ forms }) => !onlyOdd.checked || languages.some((language) => oddIn(forms.get(language))));
  fill(find("glossary"),
    build("header", { class: "head" },
      build("h2", { id: "glossary-title", tabindex: "-1" }, "Glossary"),
      build("p", { class: "facts" }, `${plural(rows.length, "entry", "entries")} mentioned`,
        build("label", { class: "switch" }, onlyOdd, " Only those not rendered as agreed"))),
    rows.length ? build("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Entries" },
      build("table", { class: "entries" },
        build("thead", {}, build("tr", {}, ["Entry", index.languages[index.source], "Mentions",
          ...languages.map((code) => index.languages[code])].map((name) => build("th", { scope: "col" }, name)))),
        build("tbody", {}, rows.map((row) => entryRow(row, languages)))))
      : build("p", { class: "none empty" }, "No entry is what you ask for."));
}

const onlyOdd = build("input", { type: "checkbox", on: { change: () => showGlossary() } });

function entryRow({ id, places, forms }, languages) {
  const known = index.entries[id] ?? {};
  return build("tr", {},
    build("th", { scope: "row" }, build("a", { href: `#glossary:${encodeURIComponent(id)}` }, id),
      known.kind ? build("span", { class: "kind" }, known.kind) : null),
    build("td", { lang: index.source }, known.forms?.[index.source]?.[0] ?? ""),
    build("td", { class: "figure" }, mentionsIn(places).toLocaleString("en")),
    languages.map((language) => build("td", { class: "renderings" }, forms.get(language).map((one) =>
      build("span", { class: "rendering" }, formElement(one, language), build("span", { class: "times" }, String(one.places.length)))))));
}

/** One entry: what the glossary says, and its renderings by article, a matrix for each language. */
async function showEntry(id) {
  const places = (await uses())[id] ?? [];
  const known = index.entries[id] ?? {};
  const forms = renderingsOf(places);
  const sides = Object.fromEntries([...forms].map(([language, list]) => [language, list.find((one) => one.agreed)?.form]));
  const avoid = Object.fromEntries([...forms].map(([language, list]) =>
    [language, list.filter((one) => one.form && !one.agreed).map((one) => one.form)]));
  fill(find("glossary"),
    build("header", { class: "head" },
      build("a", { class: "back always", href: "#glossary" }, "All entries"),
      build("h2", { id: "glossary-title", tabindex: "-1" }, id, known.kind ? build("span", { class: "kind" }, known.kind) : null),
      build("p", { class: "facts" }, plural(mentionsIn(places), "mention"),
        places.some(([, , , , , wanted]) => wanted) ? build("button", { type: "button", class: "plain", on: {
          click: () => copy(entryOf(id, { kind: known.kind, sides, avoid }), "a glossary entry"),
        } }, "Copy as glossary entry") : null)),
    factsOf(known),
    places.length ? build("p", { class: "lead" }, "Where it is rendered how: each number is a segment of the article.") : null,
    build("div", { class: "matrices" }, index.targets.filter((target) => filter.languages.has(target)).map((language) =>
      build("section", {}, matrixOf(language, forms.get(language))))));
}

function factsOf(known) {
  const languages = [index.source, ...index.targets].filter((language) => known.forms?.[language]);
  const rows = languages.map((language) => build("div", {}, build("dt", {}, index.languages[language]),
    build("dd", { lang: language }, known.forms[language].join(language === "ja" ? "、" : ", "))));
  if (known.note) rows.push(build("div", {}, build("dt", {}, "Note"), build("dd", {}, known.note)));
  return rows.length ? build("dl", { class: "entry-facts" }, rows) : null;
}

/** Articles down, renderings across, segments in the cells. */
function matrixOf(language, forms) {
  const articles = [...new Set(forms.flatMap((one) => one.places.map(([article]) => article)))].sort((one, other) => one - other);
  const title = build("h3", {}, index.languages[language]);
  if (!forms.length) return [title, build("p", { class: "none" }, "Not mentioned.")];
  return [title, build("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": `Renderings, ${index.languages[language]}` },
    build("table", { class: "matrix" },
      build("thead", {}, build("tr", {}, build("th", { scope: "col" }, "Article"), forms.map((one) =>
        build("th", { scope: "col" }, formElement(one, language), build("span", { class: "times" }, String(one.places.length)))))),
      build("tbody", {}, articles.map((number) => build("tr", {},
        build("th", { scope: "row" }, build("a", { href: `#${index.articles[number].id}` }, index.articles[number].name)),
        forms.map((one) => cellOf(number, one)))))))];
}

function cellOf(number, one) {
  const places = [...new Set(one.places.filter(([article]) => article === number).map(([, place]) => place))];
  return build("td", { class: classes(places.length && !one.agreed && "odd", !one.form && "lost") }, places.map((place) => build("a", {
    href: `#${index.articles[number].id}-${place + 1}`, "aria-label": `Segment ${place + 1}`,
  }, String(place + 1))));
}
