/** The page's words in the reader's language. What the services write in English has words here by its code (texts.js). */
import { en } from "./words/en.js";
import { codesEn } from "./words/codes-en.js";
import { rememberWord } from "./storage.js";

const texts = { en };
const codes = { en: codesEn };
const listeners = new Set();
const tell = () => listeners.forEach((listener) => listener());

/** The words for what the services write. */
let server = { serverZh: {}, carriesMore: new Set() };

/** Nobody who reads English fetches Chinese. */
async function readChinese() {
  const [page, ofCodes, ofServices] = await Promise.all([import("./words/zh.js"), import("./words/codes-zh.js"), import("./words/server-zh.js")]);
  texts.zh = page.zh;
  codes.zh = ofCodes.codesZh;
  server = ofServices;
}

export const languages = { en: "English", zh: "中文" };
export const language = () => (document.documentElement.lang === "zh" ? "zh" : "en");

export function chooseLanguage(code) {
  document.documentElement.lang = code;
  rememberWord("language", code);
  tell();
  if (code === "zh") {
    // Until it is there, and if the gateway is away, English stands.
    readChinese().then(tell, () => {});
  }
}

export function onLanguage(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A text by its key, with `{name}` filled in. An unknown key is a defect, and is seen as such. */
export function t(key, values = {}) {
  const text = texts[language()]?.[key] ?? texts.en[key] ?? `⟨${key}⟩`;
  return filled(text, values);
}

const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

/**
 * The Chinese for a text that the services write in English, by its code. Undefined in English, for a code without a
 * word, and where a value that the words name is missing: what the services wrote stands there then.
 */
export function said(key, values = {}) {
  const text = language() === "zh" ? server.serverZh[key] : undefined;
  const named = [...(text?.matchAll(/\{(\w+)\}/g) ?? [])].map((match) => match[1]);
  return named.some((name) => (values[name] ?? "") === "") ? undefined : text && filled(text, values);
}

/** The Chinese for the longest beginning of a code that has some, as all rules of a family begin alike. */
export function saidOfFamily(group, code) {
  const parts = code.split("-");
  return parts.map((_, left) => said(`${group}.${parts.slice(0, parts.length - left).join("-")}`)).find((text) => text !== undefined);
}

/** Whether the services tell more of this obstacle than the fields of the answer do. */
export const carriesMore = (code) => server.carriesMore.has(code);

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
  // A word of the group is missing where the plain one reads well; where neither is there, the code itself is read.
  return known(code, group) ?? sentence(String(code));
}

/** The word for a code, undefined where it has none: an id, a reference, what somebody wrote. */
export function known(code, group) {
  const own = codes[language()] ?? codes.en;
  return own[`${group}.${code}`] ?? own[code];
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

if (language() === "zh") {
  await readChinese();
}
