// An article: source and translations side by side, terms coloured, findings below the text they are about.

const LEVELS = { error: "Error", warning: "Warning", info: "Remark" };
const GRAVE = ["natural", "swapped", "forced", "substituted", "unresolved"];
let opened = null; // the number of the article that is shown

/** Cuts `text` at every edge of `marks` ([start, end, mark]) and hands each piece to `wrap` with its marks. */
function cut(text, from, to, marks, wrap) {
  const edges = new Set([from, to]);
  for (const [start, end] of marks) {
    if (start > from && start < to) edges.add(start);
    if (end > from && end < to) edges.add(end);
  }
  const sorted = [...edges].sort((one, other) => one - other);
  const pieces = [];
  sorted.forEach((start, at) => {
    for (const [first, last, mark] of marks) {
      if (first === last && first === start && (start < to || to === text.length)) pieces.push(wrap("", [mark]));
    }
    const end = sorted[at + 1];
    if (end === undefined) return;
    const over = marks.filter(([first, last]) => first <= start && last >= end && first < last);
    pieces.push(wrap(text.slice(start, end), over.map(([, , mark]) => mark)));
  });
  return pieces;
}

/** A stretch of text with the findings and searched words that cover it. */
function marked(piece, marks) {
  if (!marks.length) return piece;
  const flaws = marks.filter((mark) => mark.level);
  const grave = ["error", "warning", "info"].find((level) => flaws.some((mark) => mark.level === level));
  const element = build("mark", {
    class: classes(grave && `flaw level-${grave}`, marks.includes(HIT) && "hit", !piece && "point"),
  }, piece);
  element.flaws = flaws;
  return element;
}

const HIT = {};

/** `text` with its terms ([start, end, element maker]) and marks. */
function dressed(text, terms, marks) {
  const sorted = [...terms].sort(([one], [other]) => one - other);
  const content = [];
  let at = 0;
  for (const [start, end, make] of sorted) {
    if (start < at) continue;
    content.push(...cut(text, at, start, marks, marked));
    content.push(make(cut(text, start, end, marks, marked)));
    at = end;
  }
  return [...content, ...cut(text, at, text.length, marks, marked)];
}

/** What of findings is marked in a text; a mark on most of a sentence would show nothing. */
const marksOf = (findings, side, text) => findings
  .filter((one) => one[side] && (one[side][1] - one[side][0] <= text.length / 2 || text.length < 30))
  .map((one) => [...one[side], one]);

/** Where the searched words stand in `text`. */
function hitsIn(text) {
  const found = [];
  const words = searched();
  if (!words) return found;
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return found;
  for (let at = lower.indexOf(words); at >= 0; at = lower.indexOf(words, at + words.length)) {
    found.push([at, at + words.length, HIT]);
  }
  return found;
}

/** A term in the text, with its card. */
function termElement(content, parts, mention, source) {
  const rung = parts.map(([, term]) => term.rung).sort((one, other) => GRAVE.indexOf(other) - GRAVE.indexOf(one))[0];
  const element = build("span", {
    class: `term rung-${rung}`, tabindex: "0", role: "button", "data-mention": mention, "data-source": source,
    "data-entry": parts[0][1].entry, "data-rung": rung,
  }, content);
  carries(element, parts);
  return element;
}

/** The source of a segment, each mention once for all languages that are shown. */
function sourceOf(segment, place) {
  const mentions = new Map();
  const marks = hitsIn(segment.source);
  for (const language of index.targets) {
    const side = segment.sides[language];
    if (!side || !filter.languages.has(language)) continue;
    for (const term of side.terms ?? []) {
      if (!term.source) continue;
      const known = mentions.get(term.source[0]) ?? [...term.source, []];
      known[2].push([language, term, term.target ? side.text.slice(...term.target) : ""]);
      mentions.set(term.source[0], known);
    }
    const shown = (side.findings ?? []).filter((one) => wantsFinding(one.rule, one.level));
    marks.push(...marksOf(shown, "source", segment.source));
  }
  const terms = [...mentions.values()].map(([start, end, parts]) => [start, end, (content) =>
    termElement(content, parts, `${place}.${start}`, segment.source.slice(start, end))]);
  return dressed(segment.source, terms, marks);
}

/** The translation of a segment, and its findings below it. */
function sideOf(segment, place, language) {
  const side = segment.sides[language];
  const label = build("span", { class: "label" }, index.languages[language]);
  if (!side) return build("div", { class: "side missing" }, label, build("p", { class: "none" }, "No translation."));
  const shown = (side.findings ?? []).filter((one) => wantsFinding(one.rule, one.level));
  const marks = [...hitsIn(side.text), ...marksOf(shown, "target", side.text)];
  const terms = (side.terms ?? []).filter((term) => term.target).map((term) => [...term.target, (content) =>
    termElement(content, [[language, term, side.text.slice(...term.target)]], `${place}.${term.source?.[0]}`,
      term.source ? segment.source.slice(...term.source) : "")]);
  return build("div", { class: `side about-${language}` }, label,
    build("p", { class: "text", lang: language }, dressed(side.text, terms, marks)),
    tagsOf(side),
    shown.length ? build("ul", { class: "findings", "aria-label": `Findings, ${index.languages[language]}` },
      shown.map((finding, at) => findingOf(finding, segment, side, language, shown[at - 1]))) : null);
}

/** State and change, where they say something. */
function tagsOf(side) {
  const tags = [];
  if (side.changed) tags.push(build("span", { class: "tag changed" }, "changed"));
  if (side.state && side.state !== "translated") tags.push(build("span", { class: `tag state-${side.state}` }, side.state));
  return tags.length ? build("p", { class: "tags" }, tags) : null;
}

/** A finding, with what its rule says and what can be copied of it; one of the rule of that `before` it is not named again. */
function findingOf(finding, segment, side, language, before) {
  const rule = index.rules[finding.rule];
  const again = before?.rule === finding.rule && before.level === finding.level;
  const name = nameIn(finding, segment, side);
  return build("li", { class: classes("finding", `level-${finding.level}`, again && "again"), tabindex: "-1", on: {
    waiver: () => copy(waiverOf(finding, stretchOf(finding, segment, side)), "a waiver"),
    entry: () => (name ? copy(entryFor(finding, name, side, language), "a glossary entry") : say("This finding is about no name.", true)),
    ...telling(finding),
  } },
  build("p", { class: again ? "unseen" : "what" }, build("b", { class: "level" }, LEVELS[finding.level]), " ",
    build("span", { class: "rule" }, finding.rule), finding.fresh ? build("span", { class: "tag fresh" }, "new") : null),
  build("p", { class: "message" }, finding.message),
  finding.fix ? build("p", { class: "fix" }, "Write ", build("span", { lang: language }, finding.fix)) : null,
  build("div", { class: "acts" }, rule ? ruleButton() : null, act("Waiver", "waiver"), name ? act("Entry", "entry") : null),
  rule ? build("pre", { hidden: true }, rule.help) : null);
}

/** Pointed at or focused, a finding shows which marks in the texts are its own. */
function telling(finding) {
  const show = (told) => ({ currentTarget: element }) => {
    for (const mark of element.closest(".segment").querySelectorAll("mark.flaw")) {
      if (mark.flaws.includes(finding)) mark.classList.toggle("told", told);
    }
  };
  return { pointerenter: show(true), pointerleave: show(false), focusin: show(true), focusout: show(false) };
}

/** Shows and hides what the rule of a finding says of itself. */
const ruleButton = () => build("button", {
  type: "button", class: "plain", "aria-expanded": "false", on: {
    click: ({ currentTarget: button }) => {
      const help = button.closest(".finding").querySelector("pre");
      help.hidden = !help.hidden;
      button.setAttribute("aria-expanded", !help.hidden);
    },
  },
}, "Rule");

const act = (label, event) => build("button", {
  type: "button", class: "plain", "aria-label": `Copy ${label.toLowerCase()}`, title: `Copy ${label.toLowerCase()} as YAML`,
  on: { click: (clicked) => clicked.target.closest(".finding").dispatchEvent(new Event(event)) },
}, label);

const partOf = (text, span) => (span ? text.slice(...span) : "");

/** The text that a finding is about. */
const stretchOf = (finding, segment, side) => partOf(side.text, finding.target) || partOf(segment.source, finding.source);

/** The source's words that a glossary entry would settle; empty where a finding is about no name. */
function nameIn(finding, segment, side) {
  const stretch = partOf(segment.source, finding.source) || partOf(side.text, finding.target);
  const usable = finding.entry || (/^\p{L}.{0,59}$/u.test(stretch) && segment.source.includes(stretch));
  return usable ? stretch || finding.entry : "";
}

/** The glossary entry that would settle a finding. */
function entryFor(finding, name, side, language) {
  const stands = partOf(side.text, finding.target);
  const wanted = finding.entry ? finding.fix : "";
  return entryOf(finding.entry || idOf(name), {
    source: name, sides: { [language]: wanted }, avoid: { [language]: wanted ? [stands] : [] },
  });
}

/** Shows the article with this number, and of it what the filters leave. */
async function showArticle(number) {
  const article = index.articles[number];
  const segments = await segmentsOf(number);
  opened = number;
  closeCard();
  const languages = index.targets.filter((target) => filter.languages.has(target));
  const shown = segments.map((segment, place) => [segment, place]).filter(([segment, place]) =>
    shows(number, place, segment.shape));
  const view = find("article");
  fill(view,
    build("header", { class: "head" },
      build("a", { class: "back", href: "#articles" }, "All articles"),
      build("h2", { id: "article-title", lang: index.source, tabindex: "-1" }, article.title),
      build("p", { class: "facts" }, build("span", { class: "path" }, article.name), countsOf(number, shown.length, segments.length))),
    build("div", { class: "columns", "aria-hidden": "true" },
      ["", index.source, ...languages].map((code) => build("span", {}, index.languages[code]))),
    build("ol", { class: "segments" }, shown.map(([segment, place], at) =>
      segmentOf(article, segment, place, languages, at > 0 && shown[at - 1][0].block === segment.block))),
    shown.length ? null : build("p", { class: "none empty" }, "No segment of this article is what the filters ask for."));
}

function countsOf(number, shown, all) {
  const findings = findingsShown(number);
  return ` ${shown === all ? plural(all, "segment") : `${shown} of ${plural(all, "segment")}`}, ${plural(findings, "finding")}`;
}

function segmentOf(article, segment, place, languages, joined) {
  const anchor = `${article.id}-${place + 1}`;
  return build("li", { id: anchor, class: `segment kind-${segment.kind}${joined ? " joined" : ""}`, tabindex: "-1" },
    build("h3", { class: "number" }, build("a", { href: `#${anchor}`, "aria-label": `Segment ${place + 1}` }, String(place + 1))),
    build("div", { class: "source" }, build("span", { class: "label" }, index.languages[index.source]),
      build("p", { class: "text", lang: index.source }, sourceOf(segment, place))),
    languages.map((language) => sideOf(segment, place, language)));
}
