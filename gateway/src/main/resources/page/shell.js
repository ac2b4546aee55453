/** The frame of the page: who is signed in, where to go, whether it is live, and what every place has in common. */
import { Part, html, nothing } from "./part.js";
import { t, word, language, languages, chooseLanguage } from "./words.js";
import { read, session, purpose, Refused, Away } from "./api.js";
import { live, listen, stopListening, liveState, hasStreams } from "./live.js";
import { address, go, onAddress, to } from "./router.js";
import { rememberWord } from "./storage.js";
import { clock, setToday } from "./format.js";
import { me, setMe } from "./me.js";
import "./parts/palette.js";
import "./parts/keys.js";

/** The places of the page: who has a use for one, and the module that shows it. */
const PLACES = [
  { id: "now", module: () => import("./views/now.js"), show: () => html`<rp-now></rp-now>`, may: (m) => m.may("readMyWork") },
  { id: "overview", module: () => import("./views/overview.js"), show: () => html`<rp-overview></rp-overview>`, may: (m) => m.may("caseFigures") || m.may("alertFigures") },
  { id: "cases", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="cases"></rp-list>`, may: (m) => m.may("findCases"),
    one: { module: () => import("./views/case.js"), show: (id) => html`<rp-case .of=${id}></rp-case>` } },
  { id: "assets", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="assets"></rp-list>`, may: (m) => m.may("listAssets"),
    one: { module: () => import("./views/asset.js"), show: (id) => html`<rp-asset .of=${id}></rp-asset>` } },
  { id: "lists", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="lists"></rp-list>`, may: (m) => m.may("findLists"),
    one: { module: () => import("./views/list.js"), show: (id) => html`<rp-list-page .of=${id}></rp-list-page>` } },
  { id: "alerts", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="alerts"></rp-list>`, may: (m) => m.may("listAlerts"),
    one: { module: () => import("./views/alert.js"), show: (id) => html`<rp-alert .of=${id}></rp-alert>` } },
  { id: "proposals", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="proposals"></rp-list>`, may: (m) => m.may("findProposals") },
  { id: "clocks", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="clocks"></rp-list>`, may: (m) => m.may("findClocks") },
  { id: "shared", module: () => import("./views/lists.js"), show: () => html`<rp-list kind="shared"></rp-list>`, may: (m) => m.may("findSharedCases") },
  { id: "operations", module: () => import("./views/operations.js"), show: () => html`<rp-operations></rp-operations>`, may: (m) => m.may("parkedObjects") },
];

/** The place that an address names, or that of the one thing in it. */
const moduleAt = (place, [, id]) => (id === undefined ? place : place?.one);

const placesFor = (person) => PLACES.filter((place) => place.may(person));

class Shell extends Part {
  static properties = { state: { state: true } };

  constructor() {
    super();
    this.state = "loading";
    this.shown = { key: "", template: nothing };
    this.banners = new Map();
    this.theme = document.documentElement.dataset.theme;
  }

  connectedCallback() {
    super.connectedCallback();
    this.undo.push(onAddress((moved) => this.moved(moved)));
    this.on(session, "signed-out", () => this.signedOut());
    this.on(session, "purpose-needed", () => this.banner("purpose", true));
    this.on(session, "away", () => this.banner("away", true));
    this.on(session, "troubled", () => this.banner("troubled", true));
    this.on(session, "back", () => this.back());
    this.on(live, "state", () => this.requestUpdate());
    this.tabs = new BroadcastChannel("repatria.session");
    this.tabs.addEventListener("message", ({ data }) => this.heard(data));
    this.undo.push(() => this.tabs.close());
    this.begin();
  }

  async begin() {
    this.fetchPlace(address().parts);
    try {
      setMe((await read("/v1/me")).data);
    } catch (problem) {
      if (problem.status !== 401) {
        this.state = "away";
        setTimeout(() => this.begin(), 2_000);
      } else {
        this.state = "signed-out";
      }
      return;
    }
    listen();
    this.askForToday();
    this.state = "signed-in";
    this.tabs.postMessage({ signedIn: me().id });
    const wanted = sessionStorage.getItem("repatria.wanted");
    sessionStorage.removeItem("repatria.wanted");
    if (wanted && address().parts.length === 0) {
      history.replaceState(null, "", wanted);
    }
    this.moved(false);
  }

  /** While it is asked who is there, the browser fetches what the address names. */
  async fetchPlace(parts) {
    try {
      await moduleAt(PLACES.find((it) => it.id === (parts[0] ?? "now")), parts)?.module();
    } catch {
      // It is asked for again when it is to be shown, and said there.
    }
  }

  /** The services' clock may differ from this computer's, and on the demonstration system it does. */
  async askForToday() {
    if (me().may("readMyWork")) {
      try {
        setToday((await read("/v1/work")).data.today);
      } catch (problem) {
        if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
        // The day of this computer does until the service is back.
      }
    }
  }

  /** Windows of one browser have one session: what is sent from here would be sent as the one who came in there. */
  heard({ signedOut, signedIn }) {
    if (signedOut) {
      this.signedOut();
    } else if (this.state === "signed-in" && signedIn !== me().id) {
      purpose.set("");
      location.assign("/app");
    } else if (this.state === "signed-in") {
      this.banner("signed-out", false);
      listen();
    }
  }

  signedOut() {
    if (this.state === "signed-in") {
      stopListening();
      purpose.set("");
      this.banner("signed-out", true);
    }
  }

  banner(name, shown) {
    if (this.banners.has(name) !== shown) {
      shown ? this.banners.set(name, true) : this.banners.delete(name);
      this.requestUpdate();
    }
  }

  back() {
    this.banner("away", false);
    this.banner("troubled", false);
  }

  /** Shows the place of the address; within one place the place itself looks at the filter. */
  async moved(moved) {
    if (this.state !== "signed-in") return;
    const places = placesFor(me());
    const { parts } = address();
    if (parts.length === 0) {
      history.replaceState(null, "", to(places[0]?.id ?? "now"));
      return this.moved(moved);
    }
    const place = places.find((it) => it.id === parts[0]);
    const found = moduleAt(place, parts);
    const key = place?.one ? parts.slice(0, 2).join("/") : parts[0];
    if (this.shown.key === key && place) return;
    if (found) {
      try {
        await found.module();
      } catch {
        this.banner("away", true);
        setTimeout(() => this.moved(moved), 2_000);
        return;
      }
    }
    this.shown = {
      key,
      place: place?.id,
      template: found ? found.show(parts[1]) : html`<h1 tabindex="-1">${t("app.notFound")}</h1>`,
    };
    this.requestUpdate();
    await this.updateComplete;
    scrollTo(0, 0);
    if (moved) {
      requestAnimationFrame(() => this.querySelector("main h1")?.focus({ preventScroll: true }));
    }
  }

  choosePurpose(event) {
    event.preventDefault();
    purpose.set(new FormData(event.target).get("purpose").trim());
    this.banner("purpose", false);
    stopListening(); // What was refused for want of a purpose is asked again with it.
    listen();
    live.dispatchEvent(new CustomEvent("reset"));
  }

  chooseTheme(event) {
    this.theme = event.target.value;
    document.documentElement.dataset.theme = this.theme;
    rememberWord("theme", this.theme);
    dispatchEvent(new Event("repatria-theme"));
  }

  signIn() {
    sessionStorage.setItem("repatria.wanted", location.pathname + location.search);
  }

  render() {
    if (this.state === "signed-in") return this.frame();
    return html`<div class="door">
      <main id="content" class="door-card">
        <h1>${t("app.name")}</h1>
        <p class="lead">${t("app.signInLead")}</p>
        ${this.state === "signed-out"
          ? html`<p><a class="button primary" href="/oauth2/authorization/repatria" @click=${this.signIn}>${t("app.signIn")}</a></p>
              <p class="quiet">${t("app.presumed")}</p>`
          : html`<p class="waiting" role="status"><span class="spinner" aria-hidden="true"></span>${this.state === "away" ? t("app.away") : t("app.loading")}</p>`}
        ${this.chooseLanguageIn()}
      </main>
    </div>`;
  }

  frame() {
    const person = me();
    const current = this.shown.place;
    return html`
      <a class="skip" href="#content" @click=${this.skip}>${t("app.skip")}</a>
      <header class="bar">
        <button type="button" class="menu-button" aria-expanded=${this.menuOpen ? "true" : "false"} aria-controls="places" @click=${this.toggleMenu}>
          <span aria-hidden="true">☰</span><span class="sr">${t("app.menu")}</span>
        </button>
        <a class="brand" href="/app"><span class="mark" aria-hidden="true"></span>${t("app.name")}</a>
        <button type="button" class="search-button" @click=${() => this.querySelector("rp-palette").open()}>
          <span>${t("palette.title")}</span><kbd>Ctrl K</kbd>
        </button>
        ${this.liveMark()}
        <details class="person">
          <summary><span class="initials" aria-hidden="true">${initials(person.id)}</span><span class="person-name">${person.id}</span></summary>
          <div class="person-card">
            <p><b>${person.id}</b></p>
            <p class="quiet">${person.roles.map((role) => word(role)).join(", ")} · ${person.authority}</p>
            <label>${t("app.theme")}
              <select @change=${this.chooseTheme}>
                ${["auto", "light", "dark"].map((it) => html`<option value=${it} ?selected=${this.theme === it}>${t(`app.theme.${it}`)}</option>`)}
              </select>
            </label>
            ${this.chooseLanguageIn()}
            <button type="button" @click=${() => this.querySelector("rp-keys").open()}>${t("app.help")} <kbd>?</kbd></button>
            <form method="post" action="/logout" @submit=${this.leave}>
              <input type="hidden" name="_csrf" value="">
              <button>${t("app.signOut")}</button>
            </form>
          </div>
        </details>
      </header>
      <nav id="places" class=${this.menuOpen ? "places open" : "places"} aria-label=${t("app.menu")}>
        <ul>
          ${placesFor(person).map((place) => html`<li><a href=${to(place.id)} aria-current=${place.id === current ? "page" : nothing} @click=${this.closeMenu}>
            <span class="place-mark ${place.id}" aria-hidden="true"></span>${t(`nav.${place.id}`)}</a></li>`)}
        </ul>
        <p class="presumed">${t("app.presumed")}</p>
      </nav>
      <div class="banners" role="status">${this.renderBanners()}</div>
      <main id="content" tabindex="-1">${this.shown.template}</main>
      <rp-palette></rp-palette>
      <rp-keys></rp-keys>`;
  }

  liveMark() {
    const now = liveState();
    if (now.since === undefined || !hasStreams()) return nothing;
    return now.live
      ? html`<span class="live on">${t("app.live")}</span>`
      : html`<span class="live off" role="status">${t("app.notLiveSince", { time: clock(now.since) })}</span>`;
  }

  renderBanners() {
    return html`
      ${this.banners.has("signed-out") ? html`<p class="banner">${t("app.signedOut")} <a class="button" href="/oauth2/authorization/repatria" @click=${this.signIn}>${t("app.signIn")}</a></p>` : nothing}
      ${this.banners.has("away") ? html`<p class="banner">${t("app.away")}</p>` : nothing}
      ${this.banners.has("troubled") ? html`<p class="banner">${t("app.troubled")}</p>` : nothing}
      ${this.banners.has("purpose")
        ? html`<form class="banner" @submit=${this.choosePurpose}>
            <label for="purpose">${t("app.purposeNeeded")}</label>
            <input id="purpose" name="purpose" maxlength="200" required aria-describedby="purpose-hint">
            <button class="primary">${t("app.purposeSet")}</button>
            <span id="purpose-hint" class="quiet">${t("app.purposeHint")}</span>
          </form>`
        : nothing}`;
  }

  chooseLanguageIn() {
    return html`<label>${t("app.language")}
      <select @change=${(event) => chooseLanguage(event.target.value)}>
        ${Object.entries(languages).map(([code, name]) => html`<option value=${code} lang=${code} ?selected=${language() === code}>${name}</option>`)}
      </select></label>`;
  }

  skip(event) {
    event.preventDefault();
    this.querySelector("main").focus();
  }

  toggleMenu() {
    this.menuOpen = !this.menuOpen;
    this.requestUpdate();
  }

  closeMenu() {
    this.menuOpen = false;
    this.requestUpdate();
  }

  leave(event) {
    const proof = document.cookie.split("; ").find((cookie) => cookie.startsWith("XSRF-TOKEN="));
    event.target.elements._csrf.value = proof ? decodeURIComponent(proof.split("=")[1]) : "";
    this.tabs.postMessage({ signedOut: true });
    purpose.set("");
  }
}

const initials = (id) => id.split(/[.\s]/).map((name) => name.charAt(0).toUpperCase()).join("").slice(0, 2);

customElements.define("rp-app", Shell);
