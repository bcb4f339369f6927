// What is copied: waivers and glossary entries, as YAML, indented to stand in the list that they are for.

const PLAIN = /^[\p{L}][\p{L}\p{N}_-]*( [\p{L}\p{N}_-]+)*$/u;
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** A text as a YAML scalar: plain where nobody could take it for something else, else as JSON, which is YAML. */
const scalar = (text) => (PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g,
  (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`));

/** A value as YAML in one line. */
function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== "object") return typeof value === "string" ? scalar(value) : String(value);
  return `{${Object.entries(value).map(([key, one]) => `${scalar(key)}: ${inline(one)}`).join(", ")}}`;
}

/** An item of a list; `remarks` by key say what is left to do. */
function item(content, remarks = {}) {
  const lines = Object.entries(content).filter(([, value]) => value !== "").map(([key, value]) =>
    `${scalar(key)}: ${inline(value)}${remarks[key] ? `  # ${remarks[key]}` : ""}`);
  return `  - ${lines.join("\n    ")}\n`;
}

const QUARTER = 90 * 24 * 3600 * 1000; // milliseconds

/** A waiver for one finding: an item of the file that `translate check --waivers` reads, whose paths are patterns. */
const waiverOf = (finding, text) => item({
  rule: finding.rule, path: finding.path.replace(/[[*?]/g, "[$&]"), entry: finding.entry ?? "", text,
  until: new Date(Date.now() + QUARTER), reason: "say why it may stay",
});

/** Keys of languages in a glossary; `id` is that of an entry. */
const keyOf = (language) => (language === "id" ? "ind" : language);

/** An entry for the glossary: what it says of `id`, else what is known of it; `avoid` is added to either. */
function entryOf(id, { kind, source, sides = {}, avoid = {} }) {
  const known = index.entries[id] ?? {};
  const entry = structuredClone(known.stated ?? { id, kind: known.kind || kind || "term" });
  const remarks = {};
  const told = { [index.source]: source, ...sides };
  for (const language of [index.source, ...index.targets]) {
    const key = keyOf(language);
    const forms = known.forms?.[language] ?? (told[language] ? [told[language]] : []);
    if (!known.stated && forms.length) entry[key] = forms.length > 1 ? forms : forms[0];
    avoided(entry, key, avoid[language] ?? []);
    if (!known.stated && !entry[key] && language in sides) {
      entry[key] = [entry[keyOf(index.source)] ?? id].flat()[0];
      remarks[key] = "write how it is called here";
    }
  }
  return item(entry, remarks);
}

/** Adds to what `entry` says under `key` the forms that may not stand. */
function avoided(entry, key, forms) {
  const value = entry[key] ?? {};
  const [first, ...rest] = [value].flat();
  const said = typeof first === "string" ? { use: first, ...(rest.length ? { also: rest } : {}) } : value;
  const wrong = [...(said.avoid ?? [])];
  for (const form of forms) if (form && !Object.values(said).flat().includes(form) && !wrong.includes(form)) wrong.push(form);
  if (wrong.length > (said.avoid ?? []).length) entry[key] = { ...said, avoid: wrong };
}

/** An entry id made of a name: Shigeru Ishiba becomes shigeru-ishiba. */
const idOf = (name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "new-entry";

/** Puts `text` on the clipboard, also where the browser keeps its clipboard from files. */
async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = build("textarea", { class: "unseen", "aria-hidden": "true", tabindex: "-1" });
    area.value = text;
    const focused = document.activeElement;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    focused?.focus();
  }
  say(`Copied as ${what}`, true);
}
