/**
 * What the services write in English, as this page shows it. In English it is shown as it was written; in Chinese in the
 * page's own words for its code, and what only the services can tell stands beneath, marked as English.
 */
import { html, nothing } from "lit";
import { t, word, known, said, saidOfFamily, carriesMore, sentence, language } from "./words.js";
import { day, moment } from "./format.js";
import { Away } from "./api.js";

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT.*Z$/;

/** A text of the services in a page of another language: read out and broken into lines as English. */
export const asWritten = (text) => (!text ? nothing : language() === "en" ? text : html`<span class="quiet" lang="en">${text}</span>`);

/** A rule on clocks by name where there is one, with its id. */
export function clockName(rule) {
  const name = saidOfFamily("clockrule", rule ?? "");
  return name ? `${name}（${rule}）` : word(rule);
}

/** What a command does. */
export const summaryOf = (operation, written) => said(`summary.${operation}`) ?? written;

/** Particulars of an alert as a person reads them; what people call a thing stays as it is. */
function shownParticulars({ particulars = {} }) {
  return Object.fromEntries(
    Object.entries(particulars).map(([name, value]) => [
      name,
      name === "object" ? value
        : name === "rule" || name === "ruleId" ? clockName(value)
        : DAY.test(value) ? day(value)
        : MOMENT.test(value) ? moment(value)
        : (said(`value.${value}`) ?? known(value) ?? value),
    ]),
  );
}

/** What an alert is about, as one text. */
export const alertText = (about) =>
  said(`alert.${about.code}`, shownParticulars(about)) ?? (language() === "en" ? about.title : `${word(about.code, "alerttitle")} ${about.title}`);

/** The same for the page: what is not said in its language is marked. */
export function alertTitle(about) {
  const own = said(`alert.${about.code}`, shownParticulars(about));
  return own ?? (language() === "en" ? about.title : html`${word(about.code, "alerttitle")} ${asWritten(about.title)}`);
}

export const alertRemedy = (about) => said(`remedy.${about.code}`) ?? asWritten(about.remedy);

/** What a rule of the strategy engine says. */
export const ruleText = (rule) => said(`rule.${rule.rule}`) ?? asWritten(rule.explanation);

/** A question of the strategy engine: a fact, a check, or what the law of a state says. */
export const factName = (fact) => said(`about.${fact}`) ?? word(fact);

/** What a way hangs on: an act, a check to be passed, or a fact to be established. */
export function conditionText(condition) {
  if (language() === "en") {
    return sentence(condition);
  }
  const asked = /^SG-\d\d$/.test(condition) ? "CHECK" : "ESTABLISH";
  return said(`condition.${condition}`) ?? `${word(asked)}：${factName(condition)}`;
}

/** How an offence stands with lapse of time. */
export const limitationText = (limit) => said(`limitation.${limit.standing}`, { lastDay: day(limit.lastDay) }) ?? asWritten(limit.reason);

/** What an obstacle or error is about, where that has a word: a field, a check, a fact, a step from state to state. */
function aboutText(code, about = "") {
  if (about.includes(" -> ")) {
    return about.split(" -> ").map((state) => word(state)).join(" → ");
  }
  const field = about.split("/").at(-1);
  const named = known(field, code.startsWith("PARTICULAR_") ? "need" : "field") ?? said(`about.${about}`);
  return named ?? (about.startsWith("CLK-") ? clockName(about) : about);
}

/** What a code says is in the way of what it is about; undefined for a code without a word. */
function faultText({ code, about }, values = {}) {
  const named = values.about ?? aboutText(code, about);
  const plain = known(code);
  return said(`fault.${code}`, { ...values, about: named }) ?? (plain && named ? `${plain}：${named}` : plain);
}

/**
 * What stands in the way of a step.
 *
 * @param named what the obstacle is about, where the page knows it better than its id
 * @param by the offices that take the step
 */
export function obstacleText(obstacle, { named, by }) {
  if (language() === "en") {
    return obstacle.detail ?? `${word(obstacle.code)} ${word(obstacle.about)}`;
  }
  const own = faultText(obstacle, { about: named, by });
  return own === undefined || carriesMore(obstacle.code) ? html`${own ?? ""} ${asWritten(obstacle.detail)}` : own;
}

/** An error of a field, with the bounds of its schema. What the services alone can tell stands beside. */
export function errorText(error, schema) {
  const written = error.detail ?? error.message;
  if (language() === "en") {
    return written ?? word(error.code);
  }
  const bounds = { min: schema?.maxLength && (schema.minLength ?? 1), max: schema?.maxLength, from: schema?.minimum, to: schema?.maximum };
  const own = said(`fault.${error.code}`, bounds);
  return own ?? html`${known(error.code) ?? ""} ${asWritten(written)}`;
}

/** An error of no field that is shown: what is in the way, and beneath it the sentence of the services with its source. */
export function refusedText(error) {
  const written = error.detail ?? error.message;
  if (language() === "en") {
    return `${error.pointer ?? error.header ?? ""} ${written ?? error.code ?? ""}`;
  }
  return html`${faultText({ code: error.code, about: error.pointer?.replace(/^\//, "") ?? error.header }) ?? ""} ${asWritten(written)}`;
}

/** What went wrong, in one sentence. */
export function problemText(problem) {
  if (language() === "en") {
    return problem.message;
  }
  if (problem instanceof Away) {
    return t("app.away");
  }
  const code = problem.problem?.code;
  return code ? (said(`fault.${code}`) ?? word(code)) : problem.message;
}

/** What the services say of it besides, where no error of a field says it already. */
export const problemDetail = (problem) =>
  language() === "en" || !problem.problem?.code || problem.fields.length ? nothing : html`<p>${asWritten(problem.message)}</p>`;
