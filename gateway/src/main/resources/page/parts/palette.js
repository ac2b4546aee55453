/** Ctrl-K: finds cases, persons, assets and places, and goes there; begins what may be done in this place. */
import { Part, html, nothing } from "../part.js";
import { t, word } from "../words.js";
import { list, Refused, Away } from "../api.js";
import { go, to, toAsset, toCase, toObject } from "../router.js";
import { me } from "../me.js";

const PAUSE = 120; // milliseconds without a further letter before it asks
const SHOWN = 6; // rows of each kind

class Palette extends Part {
  static properties = { found: { state: true }, at: { state: true } };

  constructor() {
    super();
    this.found = [];
    this.at = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.on(document, "keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        this.open();
      }
    });
  }

  open() {
    if (this.querySelector("dialog").open) return;
    this.found = [...this.commands(""), ...this.places("")];
    this.at = 0;
    this.querySelector("dialog").showModal();
    const input = this.querySelector("input");
    input.value = "";
    input.focus();
  }

  places(text) {
    const wanted = text.toLocaleLowerCase();
    return ["now", "overview", "cases", "assets", "lists", "alerts", "proposals", "clocks", "shared", "operations"]
      .filter((id) => document.querySelector(`nav a[href="${to(id)}"]`) && t(`nav.${id}`).toLocaleLowerCase().includes(wanted))
      .map((id) => ({ kind: t("palette.page"), name: t(`nav.${id}`), path: to(id) }));
  }

  /** What may be done in the place behind. */
  commands(text) {
    const wanted = text.toLocaleLowerCase();
    const here = document.querySelector("main").firstElementChild;
    const offers = here?.offers?.() ?? [];
    return offers.filter((it) => it.name.toLocaleLowerCase().includes(wanted)).map((it) => ({ kind: t("palette.command"), ...it }));
  }

  input(event) {
    const text = event.target.value.trim();
    clearTimeout(this.timer);
    this.abort?.abort();
    this.timer = setTimeout(() => this.search(text), PAUSE);
  }

  async search(text) {
    const abort = new AbortController();
    this.abort = abort;
    const direct = toObject(text);
    const places = [...(direct ? [{ kind: t("list.open", { name: "" }), name: text, path: direct }] : []), ...this.commands(text), ...this.places(text)];
    this.found = places;
    this.at = 0;
    if (text.length < 2) return;
    const asked = encodeURIComponent(text);
    const parts = await Promise.all([
      me().may("findCases")
        ? this.ask(`/v1/cases?q=${asked}&limit=${SHOWN}`, abort, (row) => ({ kind: t("col.case"), name: row.person?.name ?? row.id, more: word(row.state), path: toCase(row.id) }))
        : [],
      me().may("listAssets")
        ? this.ask(`/v1/assets?text=${asked}&limit=${SHOWN}`, abort, (row) => ({ kind: t("asset.title"), name: row.description, more: word(row.state), path: toAsset(row.id) }))
        : [],
    ]);
    if (!abort.signal.aborted) {
      this.found = [...places, ...parts.flat()];
    }
  }

  async ask(path, abort, as) {
    try {
      return (await list(path, abort.signal)).items.map(as);
    } catch (problem) {
      if (problem.name === "AbortError" || problem instanceof Refused || problem instanceof Away) return [];
      throw problem;
    }
  }

  key(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = this.found.length || 1;
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.choose(this.found[this.at]);
    }
  }

  choose(found) {
    if (found) {
      this.querySelector("dialog").close();
      if (found.run) {
        found.run();
      } else {
        go(found.path);
      }
    }
  }

  render() {
    return html`<dialog class="palette" aria-label=${t("palette.title")}>
      <input type="text" role="combobox" aria-expanded="true" aria-controls="palette-found" aria-label=${t("palette.hint")} placeholder=${t("palette.hint")}
        aria-activedescendant=${this.found.length ? `palette-${this.at}` : nothing} autocomplete="off" maxlength="200" @input=${this.input} @keydown=${this.key}>
      <ul id="palette-found" role="listbox" aria-label=${t("palette.title")}>
        ${this.found.map((it, index) => html`<li id=${`palette-${index}`} role="option" aria-selected=${index === this.at ? "true" : "false"} @click=${() => this.choose(it)}>
          <span class="quiet">${it.kind}</span> <b>${it.name}</b> <span class="quiet">${it.more ?? ""}</span></li>`)}
      </ul>
      ${this.found.length ? nothing : html`<p class="empty">${t("palette.none")}</p>`}
    </dialog>`;
  }
}

customElements.define("rp-palette", Palette);
