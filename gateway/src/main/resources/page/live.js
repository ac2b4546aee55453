/**
 * What changes, as it changes. One window of this browser holds the streams and tells the others: a browser opens only a
 * few connections to one host, and two windows would otherwise have none left for anything else.
 */
import { me } from "./me.js";
import { read, Refused, Away } from "./api.js";

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
  for (const stream of open.values()) {
    stream.source?.close();
    clearTimeout(stream.retry);
  }
  open.clear();
  holdsStreams = false;
  place?.abort();
  letGo?.();
  letGo = undefined;
}

function hold() {
  holdsStreams = true;
  streams().forEach((stream) => connect(stream, RETRY_FIRST));
}

function connect(stream, wait) {
  if (!wanted) {
    return;
  }
  const source = new EventSource(stream.path);
  const entry = { source, up: false, retry: undefined };
  open.set(stream.path, entry);
  source.addEventListener("open", () => {
    entry.up = true;
    wait = RETRY_FIRST;
    judge();
  });
  source.addEventListener("error", () => {
    entry.up = false;
    judge();
    // The browser tries again by itself after a dropped connection, but never after an answer that refuses.
    if (source.readyState === EventSource.CLOSED && open.get(stream.path) === entry) {
      askWhy();
      entry.retry = setTimeout(() => connect(stream, Math.min(wait * 2, RETRY_MOST)), wait);
    }
  });
  for (const event of stream.events) {
    source.addEventListener(event, (message) => {
      if (event === "reset") {
        happened("reset");
        return;
      }
      const data = message.data ? JSON.parse(message.data) : {};
      happened("changed", { kind: stream.kind, id: data.id ?? data.alertId, version: data.version });
    });
  }
}

/** A stream does not tell why it was refused: whoever is signed out hears it from this answer (see api.js). */
async function askWhy() {
  try {
    await read("/v1/me");
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
  }
}

function judge() {
  const allUp = streams().every((stream) => open.get(stream.path)?.up);
  if (allUp !== state.live || state.since === undefined) {
    happened("state", { live: allUp, since: Date.now() });
  }
}
