/** The page's words in the reader's language. Texts of the server stay in the language in which they were written. */
import { en } from "./words/en.js";
import { zh } from "./words/zh.js";
import { codesEn } from "./words/codes-en.js";
import { codesZh } from "./words/codes-zh.js";
import { rememberWord } from "./storage.js";

const texts = { en, zh };
const codes = { en: codesEn, zh: codesZh };
const listeners = new Set();

export const languages = { en: "English", zh: "中文" };
export const language = () => (document.documentElement.lang === "zh" ? "zh" : "en");

export function chooseLanguage(code) {
  document.documentElement.lang = code;
  rememberWord("language", code);
  listeners.forEach((listener) => listener());
}

export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text by its key, with `{name}` filled in. An unknown key is a defect, and is seen as such. */
export function t(key, values = {}) {
  const text = texts[language()][key] ?? texts.en[key] ?? `⟨${key}⟩`;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

/** "1 case", "2 cases": `key` is the text for many, `key.one` the one for one. */
export const counted = (key, count, shown) => t(count === 1 ? `${key}.one` : key, { count: shown ?? count });

/**
 * The word for a code of the API, such as a state. What has no word of its own is read from the code itself, so that a
 * new state never shows as nothing.
 */
export function word(code, group) {
  if (code === undefined || code === null || code === "") {
    return "";
  }
  const own = codes[language()];
  // A word of the group is missing where the plain one reads well; where neither is there, the code itself is read.
  return own[`${group}.${code}`] ?? own[code] ?? sentence(String(code));
}

/** `maxPenaltyRequesting` and `MAX_PENALTY` as words. */
export function sentence(code) {
  if (/^[A-Z]{2,4}(-[A-Z0-9]+)+$/.test(code)) {
    return code; // A reference, such as SG-01 or CLK-PA-XR-XE.
  }
  const spaced = code
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[_-]/g, " ")
    .toLowerCase();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
