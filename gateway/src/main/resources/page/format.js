/** Numbers, money and dates as the reader's language writes them. */
import { language } from "./words.js";

const locale = () => (language() === "zh" ? "zh-CN" : "en-GB");
const made = new Map();

function formatter(kind, options) {
  const key = `${locale()} ${kind.name} ${JSON.stringify(options)}`;
  if (!made.has(key)) {
    made.set(key, new kind(locale(), options));
  }
  return made.get(key);
}

export const number = (value) => formatter(Intl.NumberFormat, {}).format(value);

/** An amount is a decimal text: it never passes through a floating point number. */
export function money({ amount, currency }) {
  return formatter(Intl.NumberFormat, { style: "currency", currency, currencyDisplay: "code" }).format(amount);
}

/** A day is a day wherever the reader is. */
export function day(value) {
  return value
    ? formatter(Intl.DateTimeFormat, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`))
    : "";
}

export const moment = (value) =>
  value ? formatter(Intl.DateTimeFormat, { dateStyle: "medium", timeStyle: "short" }).format(new Date(value)) : "";

export const clock = (value) => formatter(Intl.DateTimeFormat, { timeStyle: "medium" }).format(value);

export const weekday = (value) =>
  formatter(Intl.DateTimeFormat, { weekday: "short", day: "numeric", timeZone: "UTC" }).format(new Date(`${value}T00:00:00Z`));

let dayOfServices;
const listeners = new Set();

export const today = () => dayOfServices ?? new Date().toISOString().slice(0, 10);

/** The services' day, where they told it: their clock counts, not this computer's. */
export function setToday(value) {
  const another = value !== today();
  dayOfServices = value;
  if (another) listeners.forEach((listener) => listener());
}

/** When it turns out to be another day than was shown. */
export function onToday(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whole days from today until a day or moment; negative when it is over. */
export const daysUntil = (value) => Math.round((Date.parse(value.slice(0, 10)) - Date.parse(today())) / 86_400_000);

/** "in 3 days", "yesterday". */
export const inDays = (days) => formatter(Intl.RelativeTimeFormat, { numeric: "auto" }).format(days, "day");

export const names = (values) => formatter(Intl.ListFormat, { type: "conjunction" }).format(values);

/** A state's name, or its code where it is one of the invented ones. */
export function country(code = "") {
  if (/^X/.test(code) || code.length !== 2) {
    return code;
  }
  return formatter(Intl.DisplayNames, { type: "region" }).of(code) ?? code;
}
