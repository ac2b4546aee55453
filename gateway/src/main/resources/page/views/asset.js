/** An asset on one page: what it is, what it is worth, under which orders it stands, and which cases it belongs to. */
import { View, html, nothing, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { read, whole } from "../api.js";
import { to, toCase } from "../router.js";
import { day, moment, money } from "../format.js";
import { commandsAt } from "../parts/form.js";
import { me } from "../me.js";
import { due } from "./lists.js";
import "../parts/dialog.js";

class AssetPage extends View {
  static properties = { of: { attribute: false } };

  get base() {
    return `/v1/assets/${encodeURIComponent(this.of)}`;
  }

  file = this.reading((signal) => read(this.base, signal));
  acts = this.reading(async (signal) => (await read(`${this.base}/acts`, signal)).data);
  journal = this.reading(async (signal) => (me().may("assetJournal") ? whole(`${this.base}/journal`, signal) : undefined));

  connectedCallback() {
    super.connectedCallback();
    Promise.all([commandsAt("/v1/assets/", ["id"]), commandsAt("/v1/assets/", ["id", "orderId"]), commandsAt("/v1/assets/", ["id", "caseId"])]).then(([own, orders, cases]) => {
      this.commands = { own, orders, cases };
      this.requestUpdate();
    });
  }

  willUpdate(changed) {
    if (changed.has("of") && changed.get("of") !== undefined) {
      this.readings.forEach((reading) => (reading.value = undefined));
      this.readAll();
    }
  }

  changed({ kind, id }) {
    if (kind === "asset" && id === this.of) this.readAll();
  }

  may(operation) {
    return this.acts.value?.operations.includes(operation) ?? false;
  }

  ask(command, path = {}) {
    this.querySelector("rp-dialog").ask({
      command,
      title: word(command),
      path: { id: this.of, ...path },
      version: this.file.value?.etag,
      journal: `${this.base}/journal`,
      again: async () => (await read(this.base)).etag,
      done: () => this.readAll(),
    });
  }

  offers() {
    return (this.commands?.own ?? []).filter((it) => this.may(it.id)).map((it) => ({ name: word(it.id), more: it.summary, run: () => this.ask(it.id) }));
  }

  actsOn(commands, path) {
    return (commands ?? []).filter((it) => this.may(it.id)).map((it) => html`<button type="button" class="small no-print" title=${it.summary} @click=${() => this.ask(it.id, path)}>${word(it.id)}</button>`);
  }

  render() {
    const asset = this.file.value?.data;
    if (!asset) return html`<h1 tabindex="-1">${t("asset.title")}</h1>${waiting(this.file)}`;
    return html`
      <div class="place-head"><div><p class="quiet"><a href=${to("assets")}>${t("nav.assets")}</a></p>
        <h1 tabindex="-1">${asset.description}</h1><p>${badge(word(asset.state), tone(asset.state))} ${word(asset.kind)}</p></div>
        <span class="push"></span><button type="button" class="no-print" @click=${() => print()}>${t("app.print")}</button>
        ${this.commands?.own.some((it) => this.may(it.id))
          ? html`<details class="acts-menu no-print"><summary class="button primary">${t("case.acts")}</summary><ul>${this.commands.own.filter((it) => this.may(it.id)).map((it) => html`<li><button type="button" @click=${(event) => {
              event.target.closest("details").open = false;
              this.ask(it.id);
            }}><b>${word(it.id)}</b><span class="quiet">${it.summary}</span></button></li>`)}</ul></details>`
          : nothing}
      </div>
      <div class="case-grid">
        <section class="card"><h2>${t("asset.title")}</h2><dl class="facts">
          <div><dt>${t("asset.identifiers")}</dt><dd>${(asset.identifiers ?? []).map((it) => html`${word(it.scheme)} <code>${it.value ?? it.masked}</code><br>`)}</dd></div>
          <div><dt>${t("asset.where")}</dt><dd>${[asset.location?.address, asset.location?.jurisdiction ?? asset.location?.country].filter(Boolean).join(", ")}</dd></div>
          <div><dt>${t("asset.source")}</dt><dd>${asset.source}</dd></div>
          <div><dt>${t("asset.confidence")}</dt><dd>${word(asset.confidence)}</dd></div>
          <div><dt>${t("asset.registered")}</dt><dd>${moment(asset.registeredAt)}</dd></div></dl></section>
        <section class="card"><h2>${t("asset.orders")}</h2>${asset.restraints?.length
          ? html`<ol class="timeline">${[...asset.restraints].sort((a, b) => a.issuedOn.localeCompare(b.issuedOn)).map((it) => html`<li class=${it.state === "ISSUED" ? "" : "past"}>
              <p><b>${day(it.issuedOn)} – ${due(it.endsOn)}</b> ${badge(word(it.state, "order"), it.state === "ISSUED" ? "good" : "quiet")}</p>
              <p>${it.courtReference} <span class="quiet">${it.legalBasis ?? ""}</span></p>${this.actsOn(this.commands?.orders, { orderId: it.orderId })}</li>`)}</ol>`
          : html`<p class="empty">${t("asset.orders.none")}</p>`}</section>
        <section class="card"><h2>${t("asset.values")}</h2>${asset.valuations?.length
          ? html`<ul class="plain-list">${[...asset.valuations].reverse().map((it) => html`<li><b>${money(it.value)}</b> ${badge(word(it.kind))} ${word(it.basis)} <span class="quiet">${t("asset.valuedOn")} ${day(it.valuedOn)}, ${it.method ?? ""}, ${it.valuer ?? ""}</span></li>`)}</ul>`
          : html`<p class="empty">${t("asset.values.none")}</p>`}</section>
        <section class="card"><h2>${t("asset.cases")}</h2>${asset.cases?.length
          ? html`<ul class="plain-list">${asset.cases.map((it) => html`<li><a href=${toCase(it.caseId)}>${it.displayName ?? it.caseId}</a> ${badge(word(it.standing))} ${this.actsOn(this.commands?.cases, { caseId: it.caseId })}</li>`)}</ul>`
          : html`<p class="empty">${t("asset.cases.none")}</p>`}</section>
        ${this.journal.value?.items ? html`<section class="card"><h2>${t("case.journal")}</h2><ol class="journal">${[...this.journal.value.items].reverse().map((item) => item.entry).map((entry) => html`<li><span class="quiet">${moment(entry.at)}</span> <b>${word(entry.type)}</b> <span class="quiet">${entry.actor?.id ?? ""}</span></li>`)}</ol></section>` : nothing}
      </div>
      <rp-dialog></rp-dialog>`;
  }
}

customElements.define("rp-asset", AssetPage);
