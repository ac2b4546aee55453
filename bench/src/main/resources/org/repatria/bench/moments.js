/** Takes the moments at which something stands on the screen, in the page itself. */
(() => {
  const QUIET = 500; // milliseconds without a change, after which what is shown counts as standing
  const LOOK_EVERY = 50; // milliseconds
  const MOST = 20_000; // milliseconds that anything may take

  let underWay = 0; // calls without an answer
  let stood; // when the last change of what is shown was painted
  let seen;

  const plain = globalThis.fetch;
  globalThis.fetch = async (...asked) => {
    underWay++;
    try {
      return await plain(...asked);
    } finally {
      underWay--;
    }
  };

  const busy = () => underWay > 0 || document.querySelector("main .waiting, main [aria-busy=true]") !== null;
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const isShown = ({ target }) => Boolean((target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest("main"));
  const all = { childList: true, characterData: true, subtree: true };

  new MutationObserver(async (changes) => {
    if (changes.some(isShown)) stood = await painted();
  }).observe(document, all);

  /** When what the place shows stands, in milliseconds since somebody went there. */
  const stands = () =>
    new Promise((resolve, reject) => {
      const look = () => {
        const now = performance.now();
        if (stood !== undefined && !busy() && now - stood > QUIET) resolve(stood);
        else if (now > MOST) reject(new Error(`${location.pathname} does not come to rest`));
        else setTimeout(look, LOOK_EVERY);
      };
      look();
    });

  /** When that which holds has been painted. */
  const until = (holds) =>
    new Promise((resolve, reject) => {
      const observer = new MutationObserver(async () => {
        if (!holds()) return;
        observer.disconnect();
        clearTimeout(late);
        resolve(await painted());
      });
      const late = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`nothing came of it at ${location.pathname}${location.search}`));
      }, MOST);
      observer.observe(document, { ...all, attributes: true });
    });

  const keys = () => [...document.querySelectorAll("rp-table tbody tr")].map((row) => row.dataset.key);

  /** Milliseconds from an act until other rows stand. */
  const otherRows = async (act) => {
    const before = keys().join();
    const found = until(() => keys().join() !== before && !busy());
    const begun = performance.now();
    act();
    return (await found) - begun;
  };

  globalThis.moments = {
    stands,
    keys,
    facet: (value) => otherRows(() => [...document.querySelectorAll(".facet")].find((it) => it.querySelector("span").textContent === value).querySelector("input").click()),
    nextPage: () => otherRows(() => document.querySelector(".list-body > p button").click()),
    search: (text) => otherRows(() => {
      const field = document.querySelector("main input[type=search]");
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }),
    /** From now on waits until the text at a place is another one. */
    watch: (place) => {
      const text = () => document.querySelector(place)?.textContent;
      const before = text();
      seen = until(() => text() !== before).then(() => Date.now());
    },
    /** When that was, by the clock on the wall. */
    seen: () => seen,
    /** Bytes that came over the wire for the page itself, not for what it shows. */
    weight: () =>
      [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
        .filter((entry) => !new URL(entry.name).pathname.startsWith("/v1/"))
        .reduce((sum, entry) => sum + entry.transferSize, 0),
  };
})();
