/** The address is the state: what is shown, and through which filter. */

const listeners = new Set();
const BASE = "/app";

/** Where the person is: the parts of the path after /app, and the filter. */
export function address() {
  return {
    parts: location.pathname.slice(BASE.length).split("/").filter(Boolean).map(decodeURIComponent),
    params: new URLSearchParams(location.search),
  };
}

export function onAddress(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const tell = (moved) => listeners.forEach((listener) => listener(moved));

/** Goes to another place of the page. */
export function go(path) {
  history.pushState(null, "", path);
  tell(true);
}

/** The same place through another filter: no step back is needed for each letter typed. */
export function narrow(params) {
  const search = params.toString();
  history.replaceState(null, "", search ? `${location.pathname}?${search}` : location.pathname);
  tell(false);
}

export const toCase = (id) => `${BASE}/cases/${encodeURIComponent(id)}`;
export const toAsset = (id) => `${BASE}/assets/${encodeURIComponent(id)}`;
export const toList = (id) => `${BASE}/lists/${encodeURIComponent(id)}`;
export const toAlert = (id) => `${BASE}/alerts/${encodeURIComponent(id)}`;
export const to = (place, params) => {
  const search = params ? new URLSearchParams(params).toString() : "";
  return `${BASE}/${place}${search ? `?${search}` : ""}`;
};

/** Where something is shown, by its id; undefined for what has no page of its own. */
export function toObject(id = "") {
  if (id.startsWith("case-")) return toCase(id);
  if (id.startsWith("asset-")) return toAsset(id);
  if (id.startsWith("list-")) return toList(id);
  if (id.startsWith("alert-")) return toAlert(id);
  return undefined;
}

addEventListener("popstate", () => tell(true));

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute("download")) {
    return;
  }
  const url = new URL(link.href);
  if (url.origin === location.origin && (url.pathname === BASE || url.pathname.startsWith(`${BASE}/`)) && !url.hash) {
    event.preventDefault();
    go(url.pathname + url.search);
  }
});
