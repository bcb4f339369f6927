// What is copied: waivers and glossary entries, as YAML.

const PLAIN = /^[\p{L}][\p{L}\p{N}_-]*( [\p{L}\p{N}_-]+)*$/u;
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i;

/** A text as a YAML scalar: plain where nobody could take it for something else, else as JSON, which is YAML. */
const scalar = (text) => (PLAIN.test(text) && !RESERVED.test(text) ? text : JSON.stringify(text));

const QUARTER = 90 * 24 * 3600 * 1000; // milliseconds

/** A waiver for one finding: an item of the file that `translate check --waivers` reads. */
function waiverOf(finding, text) {
  const until = new Date(Date.now() + QUARTER).toISOString().slice(0, 10);
  return [`- rule: ${scalar(finding.rule)}`,
    `  path: ${JSON.stringify(finding.path)}`,
    ...(finding.entry ? [`  entry: ${scalar(finding.entry)}`] : []),
    ...(text ? [`  text: ${scalar(text)}`] : []),
    `  until: ${until}`,
    "  reason: say why it may stay", ""].join("\n");
}

/** An entry for the glossary: what is known of `id`, and `wanted` by language in the place of what stands there. */
function entryOf(id, { kind, source, sides = {}, avoid = {} }) {
  const known = index.entries[id] ?? {};
  const forms = { ...(known.forms ?? {}) };
  if (source && !forms[index.source]) forms[index.source] = [source];
  for (const [language, form] of Object.entries(sides)) {
    if (form && !forms[language]) forms[language] = [form];
  }
  const lines = [`- id: ${scalar(id)}`, `  kind: ${scalar(known.kind || kind || "term")}`];
  for (const language of [index.source, ...index.targets]) {
    const wrong = (avoid[language] ?? []).filter((form) => form && !(forms[language] ?? []).includes(form));
    if (forms[language] || wrong.length) lines.push(`  ${language}: ${formsOf(forms[language] ?? [], wrong)}`);
  }
  if (known.note) lines.push(`  note: ${JSON.stringify(known.note)}`);
  return lines.join("\n") + "\n";
}

/** The forms of one language, as short as they can be written. */
function formsOf(forms, avoid) {
  const list = (some) => `[${some.map(scalar).join(", ")}]`;
  if (!avoid.length) return forms.length === 1 ? scalar(forms[0]) : list(forms);
  const parts = forms.length ? [`use: ${scalar(forms[0])}`] : [];
  if (forms.length > 1) parts.push(`also: ${list(forms.slice(1))}`);
  return `{${[...parts, `avoid: ${list(avoid)}`].join(", ")}}`;
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
