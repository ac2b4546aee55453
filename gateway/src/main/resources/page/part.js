/** What all parts of the page have in common. */
import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { t, onLanguage } from "./words.js";
import { onToday } from "./format.js";
import { Away, Refused } from "./api.js";
import { live } from "./live.js";
import { problemDetail, problemText } from "./texts.js";

/** `repeat` is for items that can be acted on: what has the focus stays at its item when others come and go. */
export { html, nothing, repeat };

/** An element in the page itself, so that one style sheet, the printer and assistive technology see all of it. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.undo = [onLanguage, onToday].map((on) => on(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.undo.forEach((undo) => undo());
  }

  /** Where what had the focus goes away, the name of the place gets it: the keys go on from there. */
  update(changed) {
    const focused = document.activeElement;
    const own = focused !== this && this.contains(focused);
    super.update(changed);
    if (own && !focused.isConnected) {
      document.querySelector("main h1")?.focus({ preventScroll: true });
    }
  }

  /** Listens as long as this element is in the page. */
  on(target, name, listener) {
    target.addEventListener(name, listener);
    this.undo.push(() => target.removeEventListener(name, listener));
  }
}

const GATHER = 60; // milliseconds: several changes of one command are read once

/**
 * Something that is read, shown, and read again when it changes. What was shown before stays until the new answer is
 * there, so that nobody loses place or selection.
 */
export class Reading {
  constructor(host, ask) {
    this.host = host;
    this.ask = ask;
    this.value = undefined;
    this.problem = undefined;
    this.loading = false;
    this.begun = undefined; // when it was read last
  }

  /** Reads at once; an answer that is still awaited would be to an earlier question. */
  async read() {
    this.stop();
    const abort = new AbortController();
    this.abort = abort;
    this.loading = true;
    this.begun = performance.now();
    this.host.requestUpdate();
    try {
      const value = await this.ask(abort.signal);
      if (abort.signal.aborted) return;
      this.value = value;
      this.problem = undefined;
    } catch (error) {
      if (abort.signal.aborted || error.name === "AbortError") return;
      this.problem = error;
      if (error instanceof Refused && (error.status === 404 || error.status === 403)) {
        this.value = undefined; // It is not this person's any more: what was shown goes.
      } else if (!(error instanceof Refused || error instanceof Away)) {
        throw error;
      }
    } finally {
      if (!abort.signal.aborted) {
        this.loading = false;
        this.host.requestUpdate();
        if (this.again !== undefined) this.soon(this.again);
      }
    }
  }

  /**
   * Reads for the first time at once, then in a moment and no sooner than so many milliseconds after the last time. Calls
   * until then are one, and none puts it off, however much changes: an answer that is awaited still comes, and is
   * followed by another reading.
   */
  soon(apart = GATHER) {
    if (this.loading) {
      this.again = Math.min(apart, this.again ?? apart);
      return;
    }
    const wait = this.begun === undefined ? 0 : Math.max(GATHER, this.begun + apart - performance.now());
    this.timer ??= setTimeout(() => this.read(), wait);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.again = undefined;
    this.abort?.abort();
    this.loading = false;
  }

  /** Forgets what was read, since it is something else that is asked for now. */
  anew() {
    this.stop();
    this.value = undefined;
    this.begun = undefined;
    this.soon();
  }

  get isForbidden() {
    return this.problem instanceof Refused && (this.problem.status === 403 || this.problem.status === 404);
  }
}

/** A place of the page with readings of its own. */
export class View extends Part {
  readings = [];

  reading(ask) {
    const reading = new Reading(this, ask);
    this.readings.push(reading);
    return reading;
  }

  connectedCallback() {
    super.connectedCallback();
    this.on(live, "reset", () => this.readAll());
    this.on(live, "changed", (event) => this.changed(event.detail));
    this.readAll();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.readings.forEach((reading) => reading.stop());
  }

  readAll() {
    this.readings.forEach((reading) => reading.soon());
  }

  /** What the person may do with what this place shows: `{name, more, run}` each. */
  offers() {
    return [];
  }

  /** The place shows another thing from now on. */
  readAnew() {
    this.readings.forEach((reading) => reading.anew());
  }

  /** What of this place has to be read again when that has changed; by default all of it. */
  changed() {
    this.readAll();
  }
}

/** The states of a reading that has nothing to show yet. */
export function waiting(reading, empty) {
  if (reading.value === undefined && reading.problem) {
    return troubled(reading.problem, () => reading.read());
  }
  if (reading.value === undefined) {
    return html`<p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span>${t("app.loading")}</p>`;
  }
  return empty ? html`<p class="empty">${empty}</p>` : nothing;
}

/** A failure says what to do next. */
export function troubled(problem, again) {
  const gone = problem instanceof Refused && (problem.status === 404 || problem.status === 403);
  return html`<div class="trouble" role="alert">
    <p>${gone ? t("app.notFound") : problem instanceof Away ? t("app.away") : problemText(problem)}</p>
    ${gone ? nothing : problemDetail(problem)}
    ${problem.problem?.traceId ? html`<p class="quiet">${t("app.trace", { trace: problem.problem.traceId })}</p>` : nothing}
    ${gone || !again ? nothing : html`<button type="button" @click=${again}>${t("app.tryAgain")}</button>`}
  </div>`;
}

export const badge = (text, tone = "plain") => html`<span class="badge ${tone}">${text}</span>`;

/** The tone of a severity or of a state: never the only sign, the word stands beside it. */
export const tone = (code) =>
  ({
    CRITICAL: "critical", HIGH: "high", MEDIUM: "medium", LOW: "low",
    PASS: "good", FAIL: "critical", CONDITIONAL: "medium", BARRED: "critical", RECOMMENDED: "good", LAWFUL: "good",
    RESTRAINED: "good", LAPSED_PRESUMED: "critical", EXPIRED_PRESUMED: "critical", ACTIVE: "good", ON_HOLD: "medium",
    UNDER_CHALLENGE: "high", CLOSED: "quiet", RESOLVED: "quiet", HELD: "medium", OPENED: "good", REJECTED: "quiet",
    UP: "good", DOWN: "critical", OPEN: "high", ACKNOWLEDGED: "medium", AGREED: "good", PROPOSED: "medium",
  })[code] ?? "plain";
