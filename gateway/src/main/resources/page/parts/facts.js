/** Facts as terms with what is known of each; what is not known is left out. */
import { html, nothing } from "../part.js";
import { t, word } from "../words.js";
import { country, day } from "../format.js";

export const term = (name, value) => (value === undefined || value === "" || (Array.isArray(value) && value.length === 0) ? nothing : html`<div><dt>${name}</dt><dd>${value}</dd></div>`);

/** What is claimed about the identity of a person. */
export const personTerms = (person) => html`
  ${term(t("case.aliases"), (person.aliases ?? []).join(", "))}
  ${term(t("case.born"), day(person.birthDate))}
  ${term(t("case.nationality"), (person.nationalities ?? []).map(country).join(", "))}
  ${term(t("case.documents"), (person.documents ?? []).map((it) => html`${word(it.kind)} ${it.country} <code>${it.number}</code><br>`))}`;
