/* What the site adds to the theme: evidence beside a figure, filters, and a search index fetched when it is wanted. */
"use strict";

/* The theme's script answers to what a reader does, and keeps a phone busy for a third of a second. It is fetched when the
   page is at rest, and begins when somebody first does anything. */
const theme = (() => {
  const { theme: url } = document.currentScript.dataset;
  const KEYS = ["/", "f", "s", "k"];
  const waiting = [];
  const pressed = [];
  let begun = !url;
  const isTyped = (target) => target.closest?.("input, textarea, select");

  function begin() {
    if (begun) return;
    begun = true;
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => {
      document.dispatchEvent(new Event("DOMContentLoaded")); // it waits for this, which is over
      for (const work of waiting.splice(0)) work();
      // What was chosen or pressed while it was on its way.
      document.querySelector("[data-md-component=palette] :checked")?.dispatchEvent(new Event("change", { bubbles: true }));
      for (const key of pressed.splice(0)) document.activeElement.dispatchEvent(key);
    });
    whole().then(() => document.body.append(script));
  }

  /* The theme writes out every relative address as it begins, and a style sheet whose address is written anew is gone
     until it has been loaded again. A twin with the whole address takes its place once it is there. */
  const whole = () =>
    Promise.all(
      [...document.querySelectorAll("link[rel=stylesheet]")].map(
        (sheet) =>
          new Promise((done) => {
            const twin = sheet.cloneNode();
            twin.href = sheet.href;
            twin.onload = twin.onerror = () => done(sheet.remove());
            sheet.after(twin);
          }),
      ),
    );

  if (/[?&][qh]=/.test(location.search)) addEventListener("DOMContentLoaded", begin);
  for (const event of ["focusin", "pointerdown", "pointermove", "scroll", "wheel", "keydown"])
    addEventListener(event, begin, { passive: true, once: true });
  /* A key that opens the search does so at once, so that nothing typed behind it is lost. */
  addEventListener("keydown", (event) => {
    if (window.document$ || event.ctrlKey || event.metaKey || event.altKey) return; // the browser's own
    if (!KEYS.includes(event.key) || isTyped(event.target)) return;
    event.preventDefault();
    const [toggle, field] = document.querySelectorAll("#__search, [data-md-component=search-query]");
    if (field) {
      toggle.checked = true;
      field.focus();
    } else pressed.push(new KeyboardEvent("keydown", event));
  });
  if (url && location.protocol !== "file:")
    addEventListener("load", () => setTimeout(() => fetch(url, { priority: "low" })));
  return { then: (work) => (window.document$ ? work() : waiting.push(work)), isTyped, KEYS };
})();

/* The theme fetches its search, both index and script, as it begins. Here they wait until somebody turns to the search. */
const wanted = (() => {
  const { open, send } = XMLHttpRequest.prototype;
  const waiting = [];
  let doing = /[?&][qh]=/.test(location.search);
  const when = (work) => (doing ? work() : waiting.push(work));
  const release = () => {
    doing = true;
    for (const work of waiting.splice(0)) work();
  };
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.part = /\/search(_index)?\.json$/.test(url);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (this.part) when(() => send.call(this, body));
    else send.call(this, body);
  };
  for (const event of ["focusin", "pointerdown", "pointerover"])
    addEventListener(event, ({ target }) => target.closest?.(".md-search, [for=__search]") && release(), { passive: true });
  addEventListener("keydown", ({ key, target }) => {
    if (theme.KEYS.includes(key) && !theme.isTyped(target)) release();
  });
  return when;
})();

/* The search's own script starts when the search is wanted; what it is told before is kept for it. */
window.Worker = ((Real) =>
  class extends EventTarget {
    constructor(url) {
      super();
      this.told = [];
      wanted(() => {
        this.real = new Real(url);
        this.real.addEventListener("message", ({ data }) => {
          const message = new MessageEvent("message", { data });
          this.dispatchEvent(message);
          this.onmessage?.(message);
        });
        for (const message of this.told) this.real.postMessage(message);
      });
    }
    postMessage(message) {
      message = carried(message);
      if (this.real) this.real.postMessage(message);
      else this.told.push(message);
    }
    terminate() {
      this.real?.terminate();
    }
  })(Worker);

/* A question is searched by the words that carry it: the search would complete `to` to `total` and `is` to `issue`. */
const SMALL = new Set(
  ("a about an and any are as at be been by can could did do does for from had has have how i if in is it its many me " +
    "much of on or s should so tell that the their there these they this to was were what when where which who whom " +
    "whose why will with would you").split(" "),
);
const QUERY = 2;
function carried(message) {
  const { type, data } = message ?? {};
  const asked = data?.input ?? data;
  if (type !== QUERY || typeof asked !== "string") return message;
  const kept = asked.split(/\s+/).filter((word) => !SMALL.has(word.toLowerCase().replace(/[?.,!]+$/, "")));
  const input = kept.join(" ").replace(/[?!]+(?=\s|$)/g, "");
  return kept.length ? { ...message, data: data === asked ? input : { ...data, input } } : message;
}

/* The evidence of a citation, in place: its footnote in a card beside the mark, one at a time (WCAG 2.2, 1.4.13). */
(() => {
  const IN = 150;
  const OUT = 300;
  const GAP = 8;
  let card = null;
  let mark = null;
  let timer = 0;

  const later = (work, delay) => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  /* A mark in a chart is a link of SVG, which has no `hash`. */
  const target = (link) => (link.getAttribute("href") ?? link.getAttribute("xlink:href")).replace(/^[^#]*#/, "");
  const footnote = (link) => document.getElementById(decodeURIComponent(target(link)));

  function close() {
    clearTimeout(timer);
    card?.remove();
    mark?.removeAttribute("aria-expanded");
    mark?.removeAttribute("aria-controls");
    card = mark = null;
  }

  function open(link) {
    clearTimeout(timer);
    if (link === mark) return;
    close();
    const note = footnote(link);
    if (!note) return;
    card = document.createElement("span");
    card.id = "evidence-card";
    card.className = "evidence-card";
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", `Evidence ${link.getAttribute("aria-label") ?? link.textContent.trim()}`);
    card.popover = "manual";
    if (link.matches(".chart-mark")) {
      const said = document.createElement("b");
      said.textContent = link.getAttribute("aria-label");
      card.append(said);
    }
    for (const part of note.querySelectorAll(".citation")) card.append(part.cloneNode(true));
    const others = document.createElement("a");
    others.className = "evidence-close";
    others.href = `#${target(link)}`;
    others.textContent = "all footnotes";
    card.querySelector(".cite-foot")?.append(" · ", others);
    mark = link;
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-controls", card.id);
    link.closest("sup, .chart-frame").after(card);
    card.showPopover?.();
    place();
  }

  /* Below the mark, above it where there is no room, always within the window. */
  function place() {
    const from = mark.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const below = innerHeight - from.bottom - 2 * GAP;
    const above = from.top - 2 * GAP;
    card.style.maxHeight = `${Math.max(below, above)}px`;
    const size = card.getBoundingClientRect();
    const left = Math.min(Math.max(GAP, from.left - 24), width - size.width - GAP);
    const top = size.height <= below || below >= above ? from.bottom + GAP / 2 : from.top - size.height - GAP / 2;
    card.style.left = `${Math.max(GAP, left)}px`;
    card.style.top = `${Math.max(GAP, top)}px`;
  }

  /* The mark itself, or the figure right before it. */
  const reference = (from) =>
    from.closest?.(".footnote-ref") ??
    from.closest?.(".figure, .figure-card strong")?.nextElementSibling?.querySelector(".footnote-ref");
  const inside = (target) => card?.contains(target) || (mark && mark.contains(target));

  addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType === "touch") return;
    const link = reference(target);
    if (link) later(() => open(link), IN);
    else if (inside(target)) clearTimeout(timer);
    else if (card && !inside(document.activeElement)) later(close, OUT);
    else if (!card) clearTimeout(timer);
  });
  addEventListener("focusin", ({ target }) => {
    const link = reference(target);
    if (link) open(link);
    else if (card && !inside(target)) close();
  });
  addEventListener("click", (event) => {
    const link = reference(event.target);
    if (link && event.detail > 0) {
      event.preventDefault();
      open(link);
    } else if (card && (!inside(event.target) || event.target.closest("a"))) close();
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !card) return;
    const back = card.contains(document.activeElement) ? mark : null;
    close();
    back?.focus({ preventScroll: true });
    if (back) close();
  });
  addEventListener("scroll", () => card && place(), { passive: true });
  addEventListener("resize", () => card && place());
})();

/* What is built anew on every page: the theme tells when it has put another page in place of the last. */
const onPage = (setup) => {
  addEventListener("DOMContentLoaded", setup);
  theme.then(() => document$.subscribe(setup));
};

/* A form of choices whose state lives in the address, so that a view can be shared and the way back works. */
function filters(place, choices, change) {
  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", "Filter");
  const chosen = new URLSearchParams(location.search);
  for (const { name, label, options } of choices) {
    const field = document.createElement(options ? "select" : "input");
    field.name = name;
    if (options) for (const [value, text] of [["", "all"], ...options]) field.append(new Option(text, value));
    else field.type = "search";
    field.value = chosen.get(name) ?? "";
    if (options && field.selectedIndex < 0) field.value = "";
    const title = document.createElement("label");
    title.append(`${label} `, field);
    form.append(title);
  }
  const said = document.createElement("output");
  form.append(said);
  const apply = () => {
    const values = Object.fromEntries([...new FormData(form)].filter(([, value]) => value));
    said.textContent = change(values);
    return values;
  };
  form.addEventListener("input", () => {
    const address = new URL(location.href);
    const values = apply();
    for (const { name } of choices) address.searchParams.delete(name);
    for (const [name, value] of Object.entries(values)) address.searchParams.set(name, value);
    history.replaceState(history.state, "", address);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  place(form);
  apply();
}

/* On a narrow screen a label opens the navigation, and no key reaches a label: its picture becomes a button. */
onPage(() => {
  const label = document.querySelector(".md-header__button[for=__drawer]");
  const drawer = document.getElementById("__drawer");
  if (!label || !drawer || label.querySelector("button")) return;
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("aria-label", "Navigation");
  button.append(...label.childNodes);
  label.append(button);
  button.addEventListener("click", () => {
    drawer.click();
    // The head of a level leads back to the one above.
    for (const head of document.querySelectorAll(".md-sidebar--primary .md-nav__title[for^=__nav]")) head.tabIndex = 0;
  });
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !drawer.checked) return;
    drawer.click();
    button.focus();
  });
});

/* Timelines: by entity and by kind. */
onPage(() => {
  for (const timeline of document.querySelectorAll(".timeline[data-names]")) {
    if (timeline.querySelector(".filters")) continue;
    const entries = [...timeline.querySelectorAll(".entry")].map((entry) => ({
      item: entry.closest("li"),
      kind: entry.dataset.kind,
      about: entry.dataset.about.split(" "),
    }));
    const kinds = [...new Set(entries.map(({ kind }) => kind))].sort();
    const years = [...timeline.querySelectorAll("h3")].map((head) => [head, head.nextElementSibling]);
    const ticks = timeline.querySelectorAll(".strip i");
    filters(
      (form) => timeline.querySelector(".strip").after(form),
      [
        { name: "entity", label: "About", options: Object.entries(JSON.parse(timeline.dataset.names)) },
        { name: "kind", label: "Kind", options: kinds.map((kind) => [kind, kind]) },
      ],
      ({ entity, kind }) => {
        let count = 0;
        entries.forEach((each, place) => {
          const shown = (!entity || each.about.includes(entity)) && (!kind || each.kind === kind);
          each.item.hidden = !shown;
          ticks[place]?.classList.toggle("off", !shown);
          count += shown;
        });
        for (const [head, list] of years) head.hidden = list.hidden = !list.querySelector("li:not([hidden])");
        return `${count} of ${entries.length}`;
      },
    );
  }
});

/* The ledger: all facts by text, topic, entity, kind, standing and year, from a list fetched when it is first used. */
onPage(() => {
  const ledger = document.querySelector(".ledger-filters");
  if (!ledger || ledger.querySelector(".filters")) return;
  const MOST = 100;
  const list = document.createElement("ul");
  list.className = "ledger-results";
  let facts = null;
  let asked = null;
  const fetched = () => (asked ??= fetch(ledger.dataset.list).then((answer) => answer.json()));

  const entry = ([id, statement, , , kind, standing]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `../fact/${id}/`;
    link.textContent = statement;
    const mark = document.createElement("span");
    mark.className = `standing standing-${standing}`;
    mark.textContent = standing;
    item.append(link, " ", mark, ` ${kind}`);
    return item;
  };

  const show = (values) => {
    const { text, topic, entity, kind, standing, year } = values;
    if (!Object.keys(values).length) {
      list.replaceChildren();
      return "";
    }
    if (!facts) {
      fetched().then((found) => {
        facts = found.map((fact) => [...fact, fact[1].toLowerCase()]);
        ledger.querySelector("form").dispatchEvent(new Event("input"));
      });
      return "…";
    }
    const words = (text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    const found = facts.filter(
      (fact) =>
        (!topic || fact[2] === topic) &&
        (!entity || fact[3].includes(entity)) &&
        (!kind || fact[4] === kind) &&
        (!standing || fact[5] === standing) &&
        (!year || fact[6] === year) &&
        words.every((word) => fact[7].includes(word) || fact[0].includes(word)),
    );
    list.replaceChildren(...found.slice(0, MOST).map(entry));
    return `${found.length} found${found.length > MOST ? `, the first ${MOST} shown` : ""}`;
  };

  const options = JSON.parse(ledger.dataset.options);
  filters(
    (form) => ledger.append(form, list),
    [{ name: "text", label: "Words" }, ...Object.entries(options).map(([name, options]) => ({ name, label: name[0].toUpperCase() + name.slice(1), options }))],
    show,
  );
});

/* Tables are sorted by a column: by day, by size, or by the alphabet. */
onPage(() => {
  const SCALE = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
  const key = (text) => {
    const day = Date.parse(text.replace(/^about /, "").replace(/ to .*/, ""));
    if (/\b(19|20)\d\d$/.test(text) && !Number.isNaN(day)) return day;
    const number = text.match(/(-?[\d,]+(?:\.\d+)?)\s?(thousand|million|billion|trillion)?/);
    if (!number || !/^\D{0,16}\d/.test(text)) return text.toLowerCase();
    return Number(number[1].replaceAll(",", "")) * (SCALE[number[2]] ?? 1) * (/^fell/.test(text) ? -1 : 1);
  };
  const words = (row, column) => {
    const cell = row.cells[column].cloneNode(true);
    for (const mark of cell.querySelectorAll("sup")) mark.remove();
    return cell.textContent.trim().replaceAll("\u00a0", " ");
  };
  const order = ([one], [other]) =>
    typeof one !== typeof other ? (typeof one === "number" ? -1 : 1) : one < other ? -1 : Number(one > other);
  requestAnimationFrame(() => {
    // A table or a line of code that is wider than its place is scrolled by keyboard too.
    for (const wide of document.querySelectorAll(".md-typeset__scrollwrap:not(.md-typeset__table *), pre > code")) {
      if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
    }
  });
  for (const place of document.querySelectorAll(".table .sort")) {
    const head = place.parentNode;
    const body = head.closest("table").tBodies[0];
    const column = head.cellIndex;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...place.childNodes);
    place.replaceWith(button);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const rows = [...body.rows].map((row) => [key(words(row, column)), row]);
      rows.sort((one, other) => (up ? order(one, other) : order(other, one)));
      body.append(...rows.map(([, row]) => row));
    });
  }
});

/* The form for contributions, in parts of its own that no other page loads. */
const formAddress = new URL("contribution/form.js", document.currentScript.src);
onPage(() => {
  const place = document.querySelector(".contribution");
  if (place && !place.querySelector("form")) import(formAddress).then(({ fill }) => fill(place));
});
