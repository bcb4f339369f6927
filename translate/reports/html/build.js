// Elements are built, never parsed: text can only become text.

/** An element of `name` with attributes (`class`, `lang`, `on` for listeners, ...) and children. */
function build(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "on") {
      for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    } else if (value === true) {
      element.setAttribute(key, "");
    } else if (value !== false && value !== undefined && value !== null && value !== "") {
      element.setAttribute(key, value);
    }
  }
  element.append(...real(children));
  return element;
}

/** Children in one row, those left out that a condition left out. */
const real = (children) => children.flat(Infinity).filter((child) => child ?? false);

/** Gives `element` these children in the place of those it has. */
const fill = (element, ...children) => element.replaceChildren(...real(children));

/** The classes of an element, those left out that a condition left out. */
const classes = (...names) => names.filter(Boolean).join(" ");

const find = (id) => document.getElementById(id);
const plural = (number, one, many = one + "s") => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

/** Tells screen readers, and with `shown` everybody, what has happened. */
function say(text, shown = false) {
  find("said").textContent = text;
  if (!shown) return;
  const toast = find("toast");
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { toast.hidden = true; }, 1800);
}

/** A setting that outlives the page where the browser allows it. */
const settings = {
  get(name) {
    try { return localStorage.getItem(`glosswire.${name}`); } catch { return null; }
  },
  set(name, value) {
    try { localStorage.setItem(`glosswire.${name}`, value); } catch { /* private windows keep nothing */ }
  },
};
