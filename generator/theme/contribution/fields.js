/* Controls built from the shape of a value: a field for a text, a group for keys, a list for more than one. */

const LONG = new Set(["statement", "quote", "words", "because", "occasion", "prefix", "suffix"]);
const SELDOM = new Set(["entities", "supersedes", "disagrees_with", "retracted", "locator", "stance", "prefix", "suffix", "figure", "reviewed", "author", "wording", "voice", "relays"]);
let count = 0;

export function make(tag, { dataset = {}, attributes = {}, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/* A sentence with the words between back-quotes as code. */
export const told = (sentence) =>
  sentence.split("`").map((part, place) => (place % 2 ? make("code", { textContent: part }) : part));

export const labelOf = (key) => (key === "url" ? "Address" : key[0].toUpperCase() + key.slice(1).replaceAll("_", " "));
/* An example helps where words or a notation are wanted; ids are offered while somebody types. */
const helpOf = ({ description = "", examples = [], enum: choices }, offered) =>
  typeof examples[0] === "string" && !choices && !offered ? `${description} For example: \`${examples[0]}\`` : description;

/* The control for `shape`; `site` knows which ids a key can name, and hears of every change. */
export function control(key, shape, site, required = false) {
  const many = shape.items ? shape : shape.anyOf?.find(({ items }) => items);
  if (many) return list(key, shape, many.items, site, required);
  return shape.properties ? group(key, shape, site) : field(key, shape, site, required);
}

function inputFor(key, { enum: choices, default: preset }, site, id) {
  const described = { "aria-describedby": `${id}-help ${id}-note ${id}-error` };
  if (choices) {
    const options = preset ? choices : ["", ...choices];
    const select = make("select", { id, attributes: described });
    select.append(...options.map((each) => new Option(each || "choose…", each)));
    select.value = preset ?? "";
    return select;
  }
  if (LONG.has(key)) return make("textarea", { id, rows: 2, attributes: described });
  const plain = { autocapitalize: "off", autocomplete: "off", spellcheck: "false", ...described };
  const offered = site.offered(key);
  return make("input", { id, type: "text", attributes: offered ? { ...plain, list: offered } : plain });
}

/* One text. An error stands at it once somebody has been there. */
export function field(key, shape, site, required = false, label = labelOf(key)) {
  const id = `contribution-${++count}`;
  const input = inputFor(key, shape, site, id);
  if (required) input.setAttribute("aria-required", "true");
  const optional = required ? "" : make("span", { className: "contribution-optional", textContent: " optional" });
  const note = make("p", { id: `${id}-note`, className: "contribution-note" });
  const error = make("p", { id: `${id}-error`, className: "contribution-error" });
  const help = make("p", { id: `${id}-help`, className: "contribution-help" }, ...told(helpOf(shape, site.offered(key))));
  const element = make("div", { className: "contribution-field", dataset: { key } });
  element.append(make("label", { htmlFor: id }, label, optional), help, input, note, error);
  const made = {
    element, input, key, label, touched: false,
    read: () => (input.value.trim() && input.value !== shape.default ? input.value.trim() : undefined),
    write: (value) => (input.value = value ?? shape.default ?? ""),
    leaf: () => made,
    leaves: () => [made],
    say: (sentence) => {
      error.textContent = sentence;
      if (sentence) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
    },
    /* What is the same stays: somebody may be on a link in it. */
    note: (...parts) => {
      const text = parts.map((part) => part.textContent ?? part).join("");
      if (note.textContent !== text) note.replaceChildren(...parts);
    },
  }; // prettier-ignore
  input.addEventListener("change", () => {
    made.touched = true;
    input.value = site.meant?.(key, input.value) ?? input.value;
    site.changed(made);
  });
  input.addEventListener("input", () => site.changed(made));
  return made;
}

/* Several keys; those that few facts have are folded away. */
export function group(key, shape, site, { last = [] } = {}) {
  const names = Object.keys(shape.properties).filter((name) => name !== "kind" && shape.properties[name].maxItems !== 0);
  const needed = new Set([shape, ...(shape.allOf ?? [])].flatMap(({ required = [] }) => required));
  const parts = new Map(names.map((name) => [name, control(name, shape.properties[name], site, needed.has(name))]));
  const element = make("div", { className: "contribution-group" });
  const often = names.filter((name) => !SELDOM.has(name) && !last.includes(name));
  const seldom = names.filter((name) => SELDOM.has(name));
  element.append(...[...often, ...last].map((name) => parts.get(name).element));
  if (seldom.length) {
    const more = make("details", {}, make("summary", { textContent: `More: ${seldom.map((name) => labelOf(name).toLowerCase()).join(", ")}` }));
    more.append(...seldom.map((name) => parts.get(name).element));
    element.append(more);
  }
  return {
    element, parts,
    read: () => {
      const found = names.map((name) => [name, parts.get(name).read()]).filter(([, value]) => value !== undefined);
      return found.length ? Object.fromEntries(found) : undefined;
    },
    write: (value = {}) => parts.forEach((part, name) => part.write(value[name])),
    leaf: ([step, ...rest]) => (parts.get(step) ?? parts.get(often[0] ?? names[0])).leaf(rest),
    leaves: () => [...parts.values()].flatMap((part) => part.leaves()),
  }; // prettier-ignore
}

/* Any number of values; one stands ready where at least one is needed. */
function list(key, shape, item, site, required) {
  const label = labelOf(key);
  const items = make("div");
  const add = make("button", { type: "button", className: "md-button", textContent: `Add ${label.toLowerCase()}` });
  const element = make("fieldset", { className: "contribution-list", dataset: { key } });
  element.append(make("legend", { textContent: label }), make("p", { className: "contribution-help" }, ...told(shape.description)), items, add);
  let rows = [];
  let filled = [];

  const named = () =>
    rows.forEach(({ legend, remove }, place) => {
      legend.textContent = `${label} ${place + 1}`;
      remove.textContent = `Remove ${label.toLowerCase()} ${place + 1}`;
    });
  const append = (value) => {
    const made = item.properties ? group(key, item, site) : field(key, { ...item, description: "" }, site, true);
    const legend = make("legend");
    const remove = make("button", { type: "button", className: "contribution-remove" });
    const row = { made, legend, remove, box: make("fieldset", { className: "contribution-item" }, legend, made.element, remove) };
    remove.addEventListener("click", () => {
      rows = rows.filter((each) => each !== row);
      row.box.remove();
      named();
      add.focus();
      site.changed();
    });
    rows.push(row);
    items.append(row.box);
    named();
    if (value !== undefined) made.write(value);
    return made;
  };
  add.addEventListener("click", () => {
    append().leaf([]).input.focus();
    site.changed();
  });
  const made = {
    element, input: add, key, label, touched: true, say: () => {}, note: () => {},
    read: () => {
      filled = rows.filter((row) => row.made.read() !== undefined);
      return filled.length ? filled.map((row) => row.made.read()) : undefined;
    },
    write: (value) => {
      rows = [];
      items.replaceChildren();
      for (const each of [value ?? []].flat()) append(each);
      if (required && !rows.length) append();
    },
    leaf: ([step = 0, ...rest]) => (filled[step] ?? rows[0])?.made.leaf(rest) ?? made,
    leaves: () => rows.flatMap((row) => row.made.leaves()),
  }; // prettier-ignore
  made.write();
  return made;
}
