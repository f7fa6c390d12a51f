/* A fact as YAML, in the layout of all seed files: plain where that reads back as the same text, else quoted. */

const WIDTH = 110;
const PLAIN = /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`.]|[-.](?=[\p{L}\p{N}_$€£¥]))(?:[^\t\n\r]*\S)?$/u;
const BREAKS_PLAIN = /:(?:\s|$)|\s#/u;
const BREAKS_IN_BRACKETS = /[,[\]{}:?]/;
const ANOTHER_TYPE = new Set("y n yes no true false on off null ~ << =".split(" "));
const WHOLE_LINES = /^\S(?:[^\t\n\r]*\S)?(?:\n(?:[^\t\n\r]*\S)?)*$/u;
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/* One text on one line. */
export function scalar(text, inBrackets = false) {
  const plain = PLAIN.test(text) && !BREAKS_PLAIN.test(text) && !ANOTHER_TYPE.has(text.toLowerCase());
  if (plain && !(inBrackets && BREAKS_IN_BRACKETS.test(text))) return text;
  if (/[\n\r\t]/.test(text) || (text.includes("'") && !/["\\]/.test(text)))
    return `"${text.replace(/[\\"\n\r\t]/g, (found) => ESCAPES[found])}"`;
  return `'${text.replaceAll("'", "''")}'`;
}

/* One key with what stands behind or below it. */
function entry(key, value, indent) {
  const head = `${indent}${key}:`;
  if (typeof value === "string") {
    if (!value.includes("\n") || !WHOLE_LINES.test(value)) return [`${head} ${scalar(value)}`];
    return [`${head} |-`, ...value.split("\n").map((line) => (line ? `${indent}  ${line}` : ""))];
  }
  if (!Array.isArray(value)) return [head, ...mapping(value, `${indent}  `)];
  if (value.every((each) => typeof each === "string")) {
    const flat = `${head} [${value.map((each) => scalar(each, true)).join(", ")}]`;
    return flat.length <= WIDTH ? [flat] : [head, ...value.map((each) => `${indent}  - ${scalar(each)}`)];
  }
  return [head, ...value.flatMap((each) => hung(each, `${indent}  `))];
}

const mapping = (value, indent) => Object.entries(value).flatMap(([key, each]) => entry(key, each, indent));

/* A mapping hung on a dash. */
function hung(value, indent) {
  const [first, ...rest] = mapping(value, `${indent}  `);
  return [`${indent}- ${first.slice(indent.length + 2)}`, ...rest];
}

/* A fact as one entry of a file. */
export const written = (fact) => `${hung(fact, "").join("\n")}\n`;
