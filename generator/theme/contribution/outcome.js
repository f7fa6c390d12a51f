/* What comes of a form that is filled in: the YAML, its file, and the ways to hand it over. */

import { editFile, fits, issue, newFile } from "./addresses.js";
import { make } from "./fields.js";
import { written } from "./yaml.js";

export const UNCHECKED =
  "This form looks at the shape only. Whether the quote stands in its source, whether the value agrees with it, and whether other facts disagree, the checks of your pull request find out.";

/* The end of the form. `repository` and `forms` say where proposals go; without a repository the YAML is only copied. */
export function outcome({ repository, forms, opening }) {
  const where = make("p");
  const code = make("code");
  const preview = make("pre", { tabIndex: 0, attributes: { role: "region", "aria-label": "The fact as YAML" } }, code);
  const long = make("p", { className: "contribution-long", hidden: true });
  const submit = make("button", { type: "submit", className: "md-button md-button--primary" });
  const copy = make("button", { type: "button", className: "md-button", textContent: "Copy the YAML" });
  const save = make("a", { className: "md-button", textContent: "Download the file" });
  const status = make("p", { className: "contribution-status", attributes: { role: "status" } });
  const title = make("h3", { textContent: "What you propose" });
  const caution = make("p", { className: "contribution-help", textContent: UNCHECKED });
  const buttons = make("div", { className: "contribution-buttons" }, submit, copy, save);
  let shown = {};

  /* `path` is the file; `inPlace` where the fact stands in it already; `next` what there is to do afterwards. */
  function show(fact, path, { family, inPlace, next }) {
    const yaml = (inPlace ? "" : `${opening[family]}\n`) + written(fact);
    const address = repository && !inPlace ? newFile(repository, path, yaml) : "";
    shown = { fact, path, inPlace, next, yaml, address: address && fits(address) ? address : "" };
    code.textContent = yaml;
    where.replaceChildren(inPlace ? "In place of what stands there now: " : "A new file: ", make("code", { textContent: path }));
    submit.textContent = shown.address
      ? "Propose it on GitHub"
      : repository && inPlace ? "Copy it and open its file on GitHub" : "Check and copy the YAML"; // prettier-ignore
    copy.hidden = !shown.address;
    long.hidden = !address || Boolean(shown.address);
    if (!long.hidden) long.replaceChildren(...inPieces());
    save.hidden = inPlace;
    save.download = path.split("/").at(-1);
    save.href = `data:text/yaml;charset=utf-8,${encodeURIComponent(yaml)}`;
  }

  const inPieces = () => {
    const values = { fact: shown.fact.id, change: shown.fact.statement ?? shown.fact.title, yaml: written(shown.fact) };
    return [
      "This is longer than GitHub takes in an address. Copy the YAML, then ",
      make("a", { href: newFile(repository, shown.path, ""), textContent: "open a new file", target: "_blank" }),
      " and paste it, or ",
      make("a", { href: issue(repository, forms.fact, values), textContent: "send it in the issue form", target: "_blank" }),
      ".",
    ];
  };

  async function copied() {
    try {
      await navigator.clipboard.writeText(shown.yaml);
      return "The YAML is copied.";
    } catch {
      getSelection().selectAllChildren(code);
      return "Your browser does not let this page copy. The YAML is selected: copy it with your keyboard.";
    }
  }

  async function handOver() {
    if (shown.address) {
      open(shown.address, "_blank", "noopener");
      return `GitHub shows the new file in another tab. Choose “Commit changes…” there, and propose them. ${shown.next}`;
    }
    const said = await copied();
    if (!repository || !shown.inPlace) return `${said} It belongs in ${shown.path}. ${shown.next}`;
    open(editFile(repository, shown.path), "_blank", "noopener");
    return `${said} GitHub shows the file in another tab: paste it there over the lines from “- id: ${shown.fact.id}” to the next “- id”.`;
  }

  copy.addEventListener("click", async () => (status.textContent = await copied()));
  return {
    elements: [title, where, preview, caution, long, buttons, status],
    show,
    propose: async () => (status.textContent = await handOver()),
    forget: () => (status.textContent = ""),
  };
}

/* The two ways to correct a fact, and the way for those who would rather tell somebody. */
export function choices(id, { repository, forms }, switchTo, modes) {
  const box = make("fieldset", { className: "contribution-choices" });
  box.append(make("legend", {}, "You are correcting ", make("code", { textContent: id })));
  for (const [mode, text] of Object.entries(modes)) {
    const input = make("input", { type: "radio", name: "mode", value: mode, checked: !box.querySelector("input") });
    input.addEventListener("change", () => switchTo(mode));
    box.append(make("label", {}, input, ` ${text}`));
  }
  if (!repository) return box;
  const report = make("a", { href: issue(repository, forms.error, { fact: id }), textContent: "report the error in your own words" });
  box.append(make("p", {}, "Or ", report, "."));
  return box;
}
