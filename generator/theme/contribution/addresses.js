/* Where a proposal goes on the host of the repository, and what is too long for an address there. */

/* GitHub answers nothing to more: https://github.com/github/docs/issues/5136. Whoever has to sign in first is sent
   through an address that holds this one, encoded once more. */
const LONGEST = 8191;
const SIGN_IN = "https://github.com/login?return_to=";
export const fits = (address) => SIGN_IN.length + encodeURIComponent(address).length <= LONGEST;

const filled = (values) =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([key, value]) => `${key}=${encodeURIComponent(value).replaceAll("%2F", "/")}`)
    .join("&");
const branchOf = ({ branch }) => branch.split("/").map(encodeURIComponent).join("/");

export const newFile = (repository, path, content) =>
  `${repository.url}/new/${branchOf(repository)}?${filled({ filename: path, value: content })}`;

export const editFile = (repository, path) => `${repository.url}/edit/${branchOf(repository)}/${encodeURI(path)}`;

/* The issue form with as much filled in as an address holds. */
export function issue(repository, template, values) {
  const whole = `${repository.url}/issues/new?${filled({ template, ...values })}`;
  return fits(whole) ? whole : `${repository.url}/issues/new?${filled({ template, fact: values.fact })}`;
}
