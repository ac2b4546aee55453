/** Calls through the gateway: one place for problems, versions, keys of repetition and the proof against forgery. */

/** The server said no, in the words of RFC 9457. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }

  /** The errors of the fields, by JSON pointer or header. */
  get fields() {
    return this.problem.errors ?? [];
  }
}

/** No answer came: the network or the gateway is away. */
export class Away extends Error {}

/** Tells the shell of what every page must hear: "signed-out", "purpose-needed", "away", "back". */
export const session = new EventTarget();

const tell = (name, detail) => session.dispatchEvent(new CustomEvent(name, { detail }));

const LAST_WRITE_COUNTS_FOR = 5_000; // milliseconds: views show a change within 250, so this is ample
const lastWrites = new Map();

/** Why the person looks, where the policy asks for it; kept for this tab alone. */
export const purpose = {
  get: () => sessionStorage.getItem("repatria.purpose") ?? "",
  set: (text) => sessionStorage.setItem("repatria.purpose", text),
};

function headersWith(more) {
  const headers = new Headers({ Accept: "application/json, application/problem+json", ...more });
  if (purpose.get()) {
    // A header carries bytes, here those of UTF-8.
    headers.set("X-Purpose", String.fromCharCode(...new TextEncoder().encode(purpose.get())));
  }
  return headers;
}

async function called(path, options) {
  let response;
  try {
    response = await fetch(path, { credentials: "same-origin", redirect: "error", ...options });
  } catch (error) {
    if (error.name === "AbortError") {
      throw error;
    }
    tell("away");
    throw new Away(error.message);
  }
  if (response.status === 401) {
    tell("signed-out");
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) {
    tell("troubled", response.status);
  } else {
    tell("back");
  }
  if (!response.ok) {
    const refused = new Refused(response.status, await problemOf(response));
    if (refused.fields.some((error) => error.pointer === "header:X-Purpose" || error.header === "X-Purpose")) {
      tell("purpose-needed");
    }
    throw refused;
  }
  return response;
}

async function problemOf(response) {
  try {
    return await response.json();
  } catch {
    return { title: response.statusText, status: response.status };
  }
}

/** One object, with the version that its commands name. */
export async function read(path, signal) {
  const response = await called(path, { headers: headersWith({}), signal });
  return { data: await response.json(), etag: response.headers.get("ETag") };
}

/** A page of a list, which shows what this page itself has just changed. */
export async function list(path, signal) {
  const after = newestWriteOf(path);
  const response = await called(path, { headers: headersWith(after ? { "X-Read-After": after } : {}), signal });
  return response.json();
}

/**
 * A stream of server-sent events, each given to `take` as `{event, data}`; `opened` is called once it stands. Opened with
 * all that other calls carry, which the browser's own EventSource cannot. Ends when the stream does.
 */
export async function events(path, signal, opened, take) {
  const response = await called(path, { headers: headersWith({ Accept: "text/event-stream" }), signal });
  opened();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (let { value, done } = await next(reader, signal); !done; { value, done } = await next(reader, signal)) {
    const blocks = (rest + value).split(/\r\n\r\n|\n\n|\r\r/);
    rest = blocks.pop();
    blocks.map(eventOf).filter((event) => event.data !== undefined || event.event !== undefined).forEach(take);
  }
}

/** A connection that is dropped ends a stream like any other end. */
async function next(reader, signal) {
  try {
    return await reader.read();
  } catch (error) {
    if (signal.aborted) throw error;
    return { done: true };
  }
}

/** The fields of one event, by the event stream format of the HTML standard; comments have none. */
function eventOf(block) {
  const fields = {};
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, name, value] = /^([^:]*):? ?(.*)$/.exec(line);
    if (name === "data" && fields.data !== undefined) {
      fields.data += `\n${value}`;
    } else if (name !== "") {
      fields[name] = value;
    }
  }
  return fields;
}

const PAGES_MOST = 20; // of 200 rows: more than the history of a case has

/** All pages of a list that begins with the oldest, such as a journal; `cut` says that there is more. */
export async function whole(path, signal) {
  const items = [];
  let next;
  for (let pages = 0; pages < PAGES_MOST; pages++) {
    const page = await list(`${path}?limit=200${next ? `&cursor=${encodeURIComponent(next)}` : ""}`, signal);
    items.push(...page.items);
    next = page.next;
    if (!next) break;
  }
  return { items, cut: next !== undefined };
}

function newestWriteOf(path) {
  const kind = /^\/v1\/(case|asset|alert|list)s/.exec(path)?.[1];
  const write = kind && lastWrites.get(kind);
  return write && performance.now() - write.at < LAST_WRITE_COUNTS_FOR ? `${write.id}@${write.version}` : undefined;
}

/** A key that makes a repeated command harmless; keep it while the same command is tried again. */
export function newKey() {
  return crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16)).join("");
}

/** Sends a command. `version` is the ETag it was decided on, where the command asks for one. */
export async function send(path, body, { key, version, contentType, signal } = {}) {
  const proof = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
  const raw = contentType !== undefined;
  const headers = headersWith({
    "Idempotency-Key": key,
    ...(body === undefined ? {} : { "Content-Type": contentType ?? "application/json" }),
    ...(version ? { "If-Match": version } : {}),
    ...(proof ? { "X-XSRF-TOKEN": decodeURIComponent(proof.split("=")[1]) } : {}),
  });
  const response = await called(path, {
    method: "POST",
    headers,
    body: body === undefined ? undefined : raw ? body : JSON.stringify(body),
    signal,
  });
  const answer = response.status === 204 ? {} : await response.json();
  const kind = /^(case|asset|alert|list)-/.exec(answer.id ?? "")?.[1];
  if (kind && answer.version !== undefined) {
    lastWrites.set(kind, { id: answer.id, version: answer.version, at: performance.now() });
  }
  return answer;
}

let documentOnce;

/** The API's own description: what can be asked, with which fields. Forms are made from it. */
export function apiDocument() {
  documentOnce ??= read("/openapi.json").then(
    (answer) => answer.data,
    (error) => {
      documentOnce = undefined;
      throw error;
    },
  );
  return documentOnce;
}
