/* What the site knows of what is being written: whom an id names, and which facts measure the same. */

import { make } from "./fields.js";

const MOST_SHOWN = 8;
const PROPOSED = "You have proposed this source above.";
const STORED = ". Its text is stored here: copy the quote from it word for word.";
const NOT_STORED = ". Its text is not stored here: quote at most fifteen words.";

/* In a tab of its own: what is typed here would be lost. */
const link = (address, text) => make("a", { href: address.href, textContent: text, target: "_blank" });
const factLink = (root, id, row) => link(new URL(`fact/${id}/`, root), row[3] || id);

/* The parts of the sentence below one field. */
export function noteOf(leaf, fact, { known, root, proposed }) {
  if (leaf.key === "value") return known.units[fact.metric] ? [`Measured in ${known.units[fact.metric]}.`] : [];
  const shelf = known[known.names[leaf.key]];
  const id = leaf.read();
  if (!shelf || !id) return [];
  if (!Object.hasOwn(shelf, id)) return proposed.has(id) ? [PROPOSED] : [];
  if (leaf.key === "source")
    return [link(new URL(`sources/${id}/`, root), shelf[id]), known.stored.includes(id) ? STORED : NOT_STORED];
  return [Array.isArray(shelf[id]) ? factLink(root, id, shelf[id]) : shelf[id]];
}

/* Facts of the same entity and metric, so that nobody writes one twice or contradicts one unknowingly. */
export function showAlike(box, fact, except, { known, root }) {
  const measured = fact.metric ?? fact.property;
  const found = Object.entries(known.fact).filter(
    ([id, [, about, what]]) => fact.entity && measured && about === fact.entity && what === measured && id !== except,
  );
  const key = found.map(([id]) => id).join();
  if (box.dataset.shown === key) return;
  box.dataset.shown = key;
  box.replaceChildren();
  if (!found.length) return;
  const count = found.length > MOST_SHOWN ? `${found.length}, here the last ${MOST_SHOWN}` : found.length;
  const items = found.slice(-MOST_SHOWN).map(([id, row]) => make("li", {}, factLink(root, id, row)));
  box.append(
    make("p", { textContent: `Already on this site for the same (${count}). Does yours replace one, or disagree with one? Then say so under “More”.` }),
    make("ul", {}, ...items),
  );
}

/* The mistakes as a list of links, each to its field. */
export function summarise(box, found) {
  box.hidden = !found.length;
  const items = found.map(([leaf, text]) => {
    const way = make("a", { href: `#${leaf.input.id}`, textContent: `${leaf.label}: ${text}` });
    way.addEventListener("click", (event) => {
      event.preventDefault();
      leaf.input.closest("details")?.setAttribute("open", "");
      leaf.input.focus();
    });
    return make("li", {}, way);
  });
  const count = found.length === 1 ? "One thing" : `${found.length} things`;
  box.replaceChildren(make("p", { textContent: `${count} to mend:` }), make("ul", {}, ...items));
}
