/* What a JSON Schema says against a value, for the keywords that our schemas use; a test holds that there are no others. */

const SILENT = ["$schema", "$defs", "title", "description", "examples", "default", "patternErrorMessage", "minimum", "maximum"];
const wordsOf = (names) => names.map((name) => name.replaceAll("_", " ")).join(" or ");
const kindOf = (value) => (Array.isArray(value) ? "array" : typeof value);
const isObject = (value) => kindOf(value) === "object";

/* Each gives what is wrong: the path below the value, and a sentence. Texts stand in a form, so no value is a number. */
const KEYWORDS = {
  type: (types, value) => {
    if ([types].flat().includes(kindOf(value))) return [];
    return [[[], kindOf(value) === "string" ? "more than one text is expected here" : "one text is expected here"]];
  },
  const: (wanted, value) => (value === wanted ? [] : [[[], `write ${wanted}`]]),
  enum: (choices, value) => (choices.includes(value) ? [] : [[[], `choose one of ${choices.join(", ")}`]]),
  pattern: (pattern, value, { patternErrorMessage }) =>
    typeof value !== "string" || new RegExp(pattern, "u").test(value) ? [] : [[[], patternErrorMessage]],
  properties: (shapes, value) =>
    isObject(value)
      ? Object.entries(shapes).flatMap(([key, shape]) => (key in value ? below(key, mistakes(shape, value[key])) : []))
      : [],
  additionalProperties: (allowed, value, { properties = {} }) => {
    const strangers = isObject(value) ? Object.keys(value).filter((key) => !(key in properties)) : [];
    return strangers.flatMap((key) => below(key, mistakes(allowed, value[key])));
  },
  propertyNames: (shape, value) =>
    isObject(value) ? Object.keys(value).flatMap((key) => below(key, mistakes(shape, key))) : [],
  minProperties: (least, value) =>
    isObject(value) && Object.keys(value).length < least ? [[[], "fill this in"]] : [],
  required: (names, value) =>
    isObject(value) ? names.filter((name) => !(name in value)).map((name) => [[name], "fill this in"]) : [],
  items: (shape, value) =>
    Array.isArray(value) ? value.flatMap((each, place) => below(place, mistakes(shape, each))) : [],
  minItems: (least, value) =>
    Array.isArray(value) && value.length < least ? [[[], least > 1 ? `name at least ${least}` : "fill this in"]] : [],
  maxItems: (most, value) =>
    Array.isArray(value) && value.length > most ? [[[], most ? `at most ${most} fit here` : "leave this out"]] : [],
  uniqueItems: (_, value) =>
    Array.isArray(value) && new Set(value.map((each) => JSON.stringify(each))).size < value.length
      ? [[[], "name each only once"]]
      : [],
  contains: (shape, value) =>
    Array.isArray(value) && value.length && !value.some((each) => fits(shape, each))
      ? [[[], "at least one must support the fact"]]
      : [],
  not: (shape, value) => (fits(shape, value) ? [[[], "this does not fit"]] : []),
  allOf: (shapes, value) => shapes.flatMap((shape) => mistakes(shape, value)),
  anyOf: (shapes, value) => {
    if (shapes.some((shape) => fits(shape, value))) return [];
    const names = shapes.flatMap(({ required = [] }) => required);
    if (names.length) return [[[names[0]], `fill in ${wordsOf(names)}`]];
    const near = shapes.find(({ type }) => [type].flat().includes(kindOf(value)));
    return near ? mistakes(near, value) : [[[], "this does not fit"]];
  },
  if: (condition, value, shape) => mistakes((fits(condition, value) ? shape.then : shape.else) ?? true, value),
  then: () => [],
  else: () => [],
};

export const known = [...SILENT, ...Object.keys(KEYWORDS), "$ref"];
const below = (step, found) => found.map(([path, text]) => [[step, ...path], text]);
export const fits = (shape, value) => mistakes(shape, value).length === 0;

/* Every mistake in `value`, as [path, sentence]. References are for the one who hands in the part they lead to. */
export function mistakes(shape, value) {
  if (shape === true) return [];
  if (shape === false) return [[[], "leave this out"]];
  return Object.entries(shape).flatMap(([keyword, rule]) => KEYWORDS[keyword]?.(rule, value, shape) ?? []);
}
