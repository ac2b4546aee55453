/**
 * What changes, as it changes. One window of this browser holds the streams and tells the others: a browser opens only a
 * few connections to one host, and two windows would otherwise have none left for anything else.
 */
import { me } from "./me.js";
import { events, Refused, Away } from "./api.js";

const ALL_STREAMS = [
  { path: "/v1/alerts/stream", operation: "streamAlerts", events: ["alert.raised.v1", "alert.renewed.v1", "alert.acknowledged.v1", "alert.resolved.v1"], kind: "alert" },
  { path: "/v1/cases/stream", operation: "streamCases", events: ["case.changed", "reset"], kind: "case" },
  { path: "/v1/assets/stream", operation: "streamAssets", events: ["asset.changed", "reset"], kind: "asset" },
];
/** The streams that the person may open. */
const streams = () => ALL_STREAMS.filter((stream) => me().may(stream.operation));
export const hasStreams = () => streams().length > 0;

const RETRY_FIRST = 1_000; // milliseconds
const RETRY_MOST = 15_000;

/** "changed" with `{kind, id}`; "reset" when everything has to be read anew; "state" when it is live or not. */
export const live = new EventTarget();

let state = { live: false, since: undefined };
export const liveState = () => state;

const others = "BroadcastChannel" in globalThis ? new BroadcastChannel("repatria.live") : undefined;
const open = new Map();
let wanted = false;
let holdsStreams = false;
let place; // in the queue of windows for the lock
let letGo; // gives the lock to the next window

const tell = (name, detail) => live.dispatchEvent(new CustomEvent(name, { detail }));

function happened(name, detail) {
  others?.postMessage({ name, detail });
  here(name, detail);
}

function here(name, detail) {
  if (name === "state") {
    const wasLive = state.live;
    state = detail;
    tell("state", detail);
    if (detail.live && !wasLive) {
      tell("reset");
    }
  } else {
    tell(name, detail);
  }
}

others?.addEventListener("message", ({ data }) => {
  if (data.name === "who-is-live") {
    if (holdsStreams) {
      others.postMessage({ name: "state", detail: state });
    }
  } else {
    here(data.name, data.detail);
  }
});

/** Begins to listen; called once somebody is signed in. */
export function listen() {
  if (wanted) {
    return;
  }
  wanted = true;
  if (navigator.locks) {
    others?.postMessage({ name: "who-is-live" });
    place = new AbortController();
    // Held until this window is closed or its person is signed out; another one then takes over.
    const held = navigator.locks.request("repatria.live", { signal: place.signal }, () => {
      hold();
      return new Promise((resolve) => (letGo = resolve));
    });
    held.catch((reason) => {
      if (reason.name !== "AbortError") throw reason;
    });
  } else {
    hold();
  }
}

/** Stops listening: nobody is signed in any more. */
export function stopListening() {
  wanted = false;
  open.forEach((entry) => entry.abort.abort());
  open.clear();
  holdsStreams = false;
  place?.abort();
  letGo?.();
  letGo = undefined;
}

function hold() {
  holdsStreams = true;
  streams().forEach((stream) => follow(stream));
}

/** Follows a stream, and comes again when it ends: sooner after it was open, later the more often it was refused. */
async function follow(stream) {
  const entry = { up: false, abort: new AbortController() };
  open.set(stream.path, entry);
  let wait = RETRY_FIRST;
  while (open.get(stream.path) === entry) {
    try {
      const opened = () => {
        entry.up = true;
        wait = RETRY_FIRST;
        judge();
      };
      await events(stream.path, entry.abort.signal, opened, (event) => pass(stream, event));
    } catch (problem) {
      if (entry.abort.signal.aborted) return;
      if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
    }
    entry.up = false;
    judge();
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(wait * 2, RETRY_MOST);
  }
}

function pass(stream, { event, data }) {
  if (event === "reset") {
    happened("reset");
  } else if (stream.events.includes(event)) {
    const told = data ? JSON.parse(data) : {};
    happened("changed", { kind: stream.kind, id: told.id ?? told.alertId, version: told.version });
  }
}

function judge() {
  const allUp = streams().every((stream) => open.get(stream.path)?.up);
  if (allUp !== state.live || state.since === undefined) {
    happened("state", { live: allUp, since: Date.now() });
  }
}
