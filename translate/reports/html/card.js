// The card beside a term: entry, rung, what the model wrote before, score change.

const RUNGS = {
  natural: "The model wrote it itself.",
  swapped: "Put in place of what the model wrote.",
  forced: "The model decoded again from a beginning that ends in it.",
  substituted: "Put into the source, and decoded with it.",
  unresolved: "The agreed rendering does not stand here.",
};
const card = find("card");
let cardFor = null; // the term that the card belongs to
let cardTimer = 0;

const signed = (number) => (number < 0 ? "−" : "+") + Math.abs(number).toFixed(2);

/** What the card says of a term in one language. */
function cardPart(language, term, form) {
  const unclear = !term.wanted;
  const rows = [];
  const add = (name, ...content) => rows.push(build("div", {}, build("dt", {}, name), build("dd", {}, content)));
  const text = (value) => build("span", { lang: language }, value);
  if (term.wanted) add("Agreed", text(term.wanted));
  if (form && form !== term.wanted) add("Stands", text(form));
  if (term.before && term.before !== form) add("Model wrote", text(term.before));
  else if (!term.before && term.rung !== "natural" && !unclear) add("Model wrote", build("span", { class: "none" }, "nothing that renders it"));
  if (term.rung !== "unresolved" && (term.rung !== "natural" || term.change)) {
    add("Score change", build("span", { class: "figure" }, signed(term.change ?? 0)), " per token");
  }
  if (term.reason) add("Why", term.reason);
  return build("div", { class: `card-part about-${language}` },
    build("p", { class: `card-rung rung-${term.rung}` }, build("i", { class: `line rung-${term.rung}` }),
      build("b", {}, term.rung), ` ${index.languages[language]}`),
    build("p", { class: "card-why" }, unclear ? "Several entries bear this name." : RUNGS[term.rung]),
    build("dl", {}, rows));
}

/** Fills and shows the card of `element`; `parts` are [language, term, form]. */
function openCard(element, parts) {
  clearTimeout(cardTimer);
  if (cardFor === element) return;
  closeCard();
  cardFor = element;
  const [, first] = parts[0];
  const kind = index.entries[first.entry]?.kind;
  const source = element.dataset.source;
  const sides = Object.fromEntries(parts.map(([language, term]) => [language, term.wanted]));
  const avoid = Object.fromEntries(parts.map(([language, term, form]) =>
    [language, [term.before, term.rung === "unresolved" ? "" : form].filter((one) => one && one !== term.wanted)]));
  fill(card,
    build("div", { class: "card-head" },
      build("a", { href: `#glossary:${encodeURIComponent(first.entry)}` }, first.entry),
      kind ? build("span", { class: "kind" }, kind) : null),
    ...parts.map(([language, term, form]) => cardPart(language, term, form)),
    first.wanted ? build("div", { class: "card-foot" }, build("button", {
      type: "button", class: "plain", on: { click: () => copy(entryOf(first.entry, { kind, source, sides, avoid }), "a glossary entry") },
    }, "Copy as glossary entry")) : null);
  card.hidden = false;
  element.setAttribute("aria-describedby", "card");
  for (const other of document.querySelectorAll(`[data-mention="${CSS.escape(element.dataset.mention)}"]`)) {
    other.classList.add("linked");
  }
  placeCard(element);
}

/** Below the term, or above it where there is no room. */
function placeCard(element) {
  const term = element.getClientRects()[0];
  const { width, height } = card.getBoundingClientRect();
  const edge = document.documentElement.clientWidth;
  const left = Math.max(8, Math.min(term.left - 8, edge - width - 8));
  const below = term.bottom + 6 + height < innerHeight || term.top < height + 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(below ? term.bottom + 6 : term.top - height - 6) + scrollY}px`;
}

function closeCard() {
  clearTimeout(cardTimer);
  if (!cardFor) return;
  cardFor.removeAttribute("aria-describedby");
  for (const other of document.querySelectorAll(".linked")) other.classList.remove("linked");
  cardFor = null;
  card.hidden = true;
}

/** Leaves time to move onto the card. */
function closeCardSoon() {
  clearTimeout(cardTimer);
  cardTimer = setTimeout(() => { if (!card.contains(document.activeElement)) closeCard(); }, 180);
}

card.addEventListener("pointerenter", () => clearTimeout(cardTimer));
card.addEventListener("pointerleave", closeCardSoon);
card.addEventListener("focusout", closeCardSoon);

/** Makes `element` show the card of a term when it is pointed at, focused or pressed. */
function carries(element, parts) {
  const open = () => openCard(element, parts);
  element.addEventListener("pointerenter", (event) => {
    if (event.pointerType === "touch") return;
    clearTimeout(cardTimer);
    cardTimer = setTimeout(open, 90);
  });
  element.addEventListener("pointerleave", closeCardSoon);
  element.addEventListener("focus", open);
  element.addEventListener("blur", closeCardSoon);
  element.addEventListener("click", open);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open();
    card.querySelector("a").focus();
  });
}
