/* Which id is meant by what somebody types: the id itself, a name or another name; and what to do where none is. */

const LIKE = 0.5;
const HOMES = { entity: "seeds/entities.yml", metric: "seeds/metrics.yml", question: "seeds/questions.yml" };

const plain = (text) => text.trim().toLowerCase().replaceAll("’", "'");
const nameOf = (shelf, each) => (Array.isArray(each) ? "" : shelf === "source" ? each.replace(/ \([^()]*\)$/, "") : each);
const namesOf = (shelf, id, known) => [id, nameOf(shelf, known[shelf][id]), ...(known.aliases[shelf]?.[id] ?? [])];

/* The one id that goes by what was typed; nothing where none or several do. */
export function idOf(shelf, typed, known) {
  if (!typed || Object.hasOwn(known[shelf], typed)) return undefined;
  const wanted = plain(typed);
  const found = Object.keys(known[shelf]).filter((id) => namesOf(shelf, id, known).some((name) => plain(name) === wanted));
  return found.length === 1 ? found[0] : undefined;
}

/* Each id that is named and is not here: where, and what to do. It may come beside, so that it is told only once. */
export function strangers(leaves, known, proposed) {
  return leaves.flatMap((leaf) => {
    const shelf = known.names[leaf.key];
    const id = shelf && leaf.read();
    if (typeof id !== "string" || Object.hasOwn(known[shelf], id)) return [];
    if (proposed.has(id) || (shelf === "fact" && known.taken.includes(id))) return [];
    const near = nearest(shelf, id, known);
    if (near) return [[leaf, `there is no ${shelf} ${id} here; did you mean ${near}?`]];
    if (shelf === "source") return [[leaf, "no source has this id yet; choose the kind “source” above and write it first"]];
    if (!HOMES[shelf]) return [[leaf, `there is no ${shelf} ${id} here; choose one that is offered`]];
    return [[leaf, `there is no ${shelf} ${id} here yet; add it to ${HOMES[shelf]} in the same pull request`]];
  });
}

function nearest(shelf, typed, known) {
  const wanted = pairs(typed);
  const alikeIn = Object.keys(known[shelf]).filter((id) => digits(id) === digits(typed));
  const scored = alikeIn.map((id) => [Math.max(...namesOf(shelf, id, known).map((name) => alike(wanted, pairs(name)))), id]);
  const [score, id] = scored.reduce((best, each) => (each[0] > best[0] ? each : best), [0, ""]);
  return score >= LIKE ? id : "";
}

/* Other digits are another year or number. */
const digits = (text) => text.replace(/\D+/g, " ").trim();

/* Pairs of letters, and how many of them two words share: https://en.wikipedia.org/wiki/Dice-Sørensen_coefficient */
const pairs = (text) => {
  const letters = plain(text).replace(/[^\p{L}\p{N}]+/gu, " ");
  return [...letters].slice(1).map((letter, place) => [...letters][place] + letter);
};
function alike(one, other) {
  const left = [...other];
  const shared = one.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1));
  return one.length + other.length ? (2 * shared.length) / (one.length + other.length) : 0;
}
