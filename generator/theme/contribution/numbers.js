/* Numbers typed into our own sentences, as far as a form can see them; the checks of the pull request see all. */

const OWN = new Set(["statement", "occasion", "because"]);
const NUMBER =
  /(?:US)?[$€£¥]\s?\d[\d.,]*(?:\s?(?:thousand|million|billion|trillion|[kmb]n?)\b)?|\b\d[\d.,]*(?:\s?%|\s(?:percent|thousand|million|billion|trillion)\b|(?:bn|tn)\b)|\b\d{1,3}(?:,\d{3})+\b/iu;

/* Each sentence with a number in it, with what to write. */
export function typedNumbers(leaves, kind) {
  return leaves.flatMap((leaf) => {
    const found = OWN.has(leaf.key) && leaf.read()?.match(NUMBER);
    if (!found) return [];
    const remedy = leaf.key === "statement" && ["figure", "derived"].includes(kind) ? "write {value} in its place" : "say it without the number";
    return [[leaf, `“${found[0].trim()}” is a number typed by hand; ${remedy}`]];
  });
}
