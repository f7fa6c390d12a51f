/* The form that writes a fact, or corrects one: built from the published schema and from what the site knows. */

import { field, group, make } from "./fields.js";
import { noteOf, showAlike, summarise } from "./hints.js";
import { idOf, strangers } from "./ids.js";
import { typedNumbers } from "./numbers.js";
import { choices, outcome } from "./outcome.js";
import { mistakes } from "./shape.js";

const SHELVES = ["entity", "metric", "question", "source", "fact"];
const [NEW, CHANGE, NEWER] = ["new", "change", "newer"];
const MODES = {
  [CHANGE]: "It is wrong: change it.",
  [NEWER]: "It was right, but something newer replaces it: write a new fact.",
};
const LONGEST_ID = 80;
const SOURCE = "source";
const familyOf = (kind) => (kind === SOURCE ? SOURCE : "fact");
const AFTER_SOURCE = "Then write the fact: it can name the source by its id, in the same pull request or a later one.";

const fetched = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
};

/* Put the form in the place of what stands there for browsers without scripts. */
export async function fill(place) {
  const at = (name) => new URL(place.querySelector(`a.contribution-${name}`).href);
  const style = make("link", { rel: "stylesheet", href: new URL("form.css", import.meta.url).href });
  const styled = new Promise((done) => (style.onload = style.onerror = done));
  document.head.append(style);
  const addresses = [at("schema"), new URL("sources.json", at("schema")), at("known")];
  const [schema, sources, known] = await Promise.all([...addresses.map(fetched), styled]);
  const wanted = new URLSearchParams(location.search).get("fact");
  const home = wanted && Object.hasOwn(known.fact, wanted) ? known.fact[wanted][0] : "";
  const correcting = home ? (await fetched(new URL(`facts/${home}.json`, at("known"))))[wanted] : null;
  place.replaceChildren(form({ schema, sources, known, root: new URL("..", at("known")), wanted, correcting }));
}

function form({ schema, sources, known, root, wanted, correcting }) {
  const kinds = { ...schema.$defs, [SOURCE]: sources.items };
  const state = { mode: NEW, kind: "figure", fact: {}, automatic: true, kept: {}, proposed: new Set(), told: "" };
  const lists = Object.fromEntries([...SHELVES, "term"].map((name) => [name, make("datalist", { id: `contribution-${name}` })]));
  for (const name of SHELVES)
    for (const [id, each] of Object.entries(known[name])) lists[name].append(new Option(Array.isArray(each) ? each[3] || id : each, id));
  const site = {
    offered: (key) => (key === "value" ? state.kind === "property" && lists.term.id : lists[known.names[key]]?.id),
    meant: (key, typed) => known.names[key] && idOf(known.names[key], typed, known),
    changed: (leaf) => {
      if (leaf?.key === "id") state.automatic = false;
      update();
    },
  };

  const kindSite = { ...site, changed: () => turn(kind.input.value) };
  const told = schema.items.properties.kind;
  const choosable = correcting ? told.enum : [...told.enum, SOURCE];
  const kind = field("kind", { ...told, enum: choosable, default: "figure" }, kindSite, true);
  const topic = field("topic", { description: "The file or folder that the fact belongs to.", enum: known.topics }, site, true);
  const parts = make("div");
  const alike = make("div", { className: "contribution-same", attributes: { "aria-live": "polite" } });
  const summary = make("div", { className: "contribution-summary", tabIndex: -1, hidden: true, attributes: { role: "alert" } });
  const end = outcome(known);
  let whole = null;

  /* Another kind has other keys; what both have is kept. A source has keys of its own, and the fact waits for it. */
  function turn(name, keys) {
    if (whole) state.kept[familyOf(state.kind)] = whole.read();
    const today = { accessed: new Date().toISOString().slice(0, 10) };
    const written = keys ?? state.kept[familyOf(name)] ?? (name === SOURCE ? today : {});
    if (familyOf(name) !== familyOf(state.kind)) state.automatic = true;
    state.kind = name;
    kind.write(name);
    kind.note(kinds[name].properties.kind?.description ?? "Something citable that the site does not know yet.");
    whole = group("fact", kinds[name], site, { last: ["id"] });
    whole.write(written);
    whole.parts.get("id").input.readOnly = state.mode === CHANGE;
    parts.replaceChildren(whole.element);
    topic.element.hidden = state.mode === CHANGE || name === SOURCE;
    update();
  }

  /* The fact as typed, its keys in the order of all seed files. */
  const read = () => {
    const found = state.kind === SOURCE ? { ...whole.read() } : { ...whole.read(), kind: state.kind };
    if (found.modality !== "claimed") delete found.claimed_by;
    const order = Object.keys(kinds[state.kind].properties).filter((key) => key in found);
    return Object.fromEntries(order.map((key) => [key, found[key]]));
  };
  const leaves = () => [topic, ...whole.leaves()];
  const path = () => {
    if (state.mode === CHANGE) return correcting.path;
    const folder = state.kind === SOURCE ? "sources" : `facts/${topic.read() ?? "TOPIC"}`;
    return `seeds/${folder}/${state.fact.id ?? "ID"}.yml`;
  };

  const unknown = () => strangers(whole.leaves(), known, state.proposed);

  /* Everything the form itself can know to be wrong, each with the field it stands at; one thing a field. */
  function problems() {
    const strange = unknown();
    const shape = mistakes(kinds[state.kind], state.fact).map(([way, text]) => [whole.leaf(way), text]);
    const found = [...shape.filter(([leaf]) => !strange.some(([other]) => other === leaf)), ...strange];
    found.push(...typedNumbers(whole.leaves(), state.kind));
    if (state.mode === CHANGE) return found;
    const { id, url } = state.fact;
    const family = familyOf(state.kind);
    if (id && (Object.hasOwn(known[family], id) || (family === "fact" && known.taken.includes(id))))
      found.push([whole.parts.get("id"), `another ${family} has this id already; choose one that nobody has`]);
    if (url && Object.hasOwn(known.addresses, url))
      found.push([whole.parts.get("url"), `this source is here already, as ${known.addresses[url]}`]);
    return family === SOURCE || topic.read() ? found : [[topic, "choose a topic"], ...found];
  }

  /* A name made of what is filled in, until somebody types another. */
  function suggest() {
    const { entity, speaker, holder, entities, metric, property, question, period, date, publisher, issued } = whole.read() ?? {};
    const about = entity ?? speaker ?? holder ?? entities?.[0] ?? publisher;
    const stem = [about, metric ?? property ?? question, period ?? date ?? issued];
    const plain = stem.filter(Boolean).join("-").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    whole.parts.get("id").write(plain.slice(0, LONGEST_ID).replace(/^-+|-+$/g, ""));
  }

  function update() {
    if (!whole) return;
    if (state.automatic) suggest();
    state.fact = read();
    const claimant = whole.parts.get("claimed_by");
    if (claimant) claimant.element.hidden = whole.parts.get("modality").input.value !== "claimed";
    const terms = Object.entries(known.terms[state.fact.property] ?? {});
    lists.term.replaceChildren(...terms.map(([id, name]) => new Option(name, id)));
    const found = problems();
    for (const leaf of leaves()) {
      leaf.say((leaf.touched && found.find(([at]) => at === leaf)?.[1]) || "");
      leaf.note(...noteOf(leaf, state.fact, { known, root, proposed: state.proposed }));
    }
    if (!summary.hidden) summarise(summary, found);
    showAlike(alike, state.fact, correcting && wanted, { known, root });
    const next = state.kind === SOURCE ? AFTER_SOURCE : "";
    end.show(state.fact, path(), { family: familyOf(state.kind), inPlace: state.mode === CHANGE, next });
  }

  /* A correction changes the fact in place, or is a newer fact that replaces it. */
  function switchTo(mode) {
    state.mode = mode;
    state.automatic = mode === NEWER;
    topic.write(correcting.path.split("/")[2].replace(/\.yml$/, ""));
    const { id, disagrees_with: _, retracted: __, ...kept } = correcting.keys;
    turn(kept.kind, mode === CHANGE ? correcting.keys : { ...kept, supersedes: [id] });
  }

  const element = make("form", { className: "contribution-form", noValidate: true });
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    for (const leaf of leaves()) leaf.touched = true;
    const found = problems();
    const beside = unknown();
    const told = beside.map(([leaf, text]) => `${leaf.key}: ${text}`).join();
    const again = told && told === state.told && found.length === beside.length;
    state.told = told;
    summary.hidden = !found.length || again;
    update();
    if (!summary.hidden) return summary.focus(), end.forget();
    if (state.kind === SOURCE) state.proposed.add(state.fact.id);
    end.propose();
  });
  const lost = ["There is no fact ", make("code", { textContent: wanted }), " here. This is a new one."];
  if (correcting) element.append(choices(wanted, known, switchTo, MODES));
  else if (wanted) element.append(make("p", { className: "contribution-error" }, ...lost));
  element.append(kind.element, topic.element, parts, alike, summary, ...end.elements, ...Object.values(lists));
  if (correcting) switchTo(CHANGE);
  else turn("figure");
  return element;
}
