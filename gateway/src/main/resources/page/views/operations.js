/** For those who run the system: how fresh the views are, what waits, what stands still, and what to do about it. */
import { View, html, nothing, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { read, newKey, send, Refused, Away } from "../api.js";
import { moment, number } from "../format.js";
import { me } from "../me.js";
import { asWritten, problemText } from "../texts.js";
import "../parts/dialog.js";
import "../parts/table.js";

const SERVICES = ["case", "asset", "notification"];
const READ_EVERY = 5_000; // milliseconds

class Operations extends View {
  static properties = { said: { state: true } };

  health = this.reading(async (signal) => (await read("/v1/health", signal)).data);
  of = Object.fromEntries(
    SERVICES.map((service) => [
      service,
      {
        freshness: this.ask("freshness", `/v1/operations/${service}/freshness`),
        parked: this.ask("parkedObjects", `/v1/operations/${service}/parked`),
        refills: this.ask("refills", `/v1/operations/${service}/refills`),
      },
    ]),
  );

  ask(operation, path) {
    return this.reading(async (signal) => (me().may(operation) ? (await read(path, signal)).data : undefined));
  }

  connectedCallback() {
    super.connectedCallback();
    const timer = setInterval(() => document.hidden || this.readAll(), READ_EVERY);
    this.undo.push(() => clearInterval(timer));
  }

  changed() {
    // What is shown here is about the programs: it is read at its own pace.
  }

  render() {
    return html`<div class="place-head"><h1 tabindex="-1">${t("ops.title")}</h1></div><p class="lead">${t("ops.lead")}</p>
      <div class="case-grid">
        <section class="card wide"><h2>${t("overview.health")}</h2>${this.health.value
          ? html`<ul class="plain-list">${Object.entries(this.health.value.parts).map(([name, status]) => html`<li>${badge(status === "UP" ? t("overview.up") : t("overview.down"), tone(status))} ${name}</li>`)}</ul>`
          : waiting(this.health)}</section>
        ${SERVICES.map((service) => this.renderService(service, this.of[service]))}
      </div>
      <p class="said" role="status">${this.said ?? ""}</p>
      <rp-dialog></rp-dialog>`;
  }

  renderService(service, { freshness, parked, refills }) {
    const fresh = freshness.value;
    return html`<section class="card"><h2>${service}-service</h2>
      <h3>${t("ops.freshness")}</h3>
      ${fresh
        ? html`<div class="table-frame" tabindex="0" role="region" aria-label=${`${service}-service: ${t("ops.freshness")}`}><table><thead><tr><th>${t("ops.view")}</th><th>${t("ops.asOf")}</th><th class="number">${t("ops.lag")}</th><th>${t("ops.inContact")}</th></tr></thead>
            <tbody>${fresh.views.map((view) => html`<tr><td>${view.name}</td><td>${moment(view.asOf)}</td><td class="number">${number(view.lag)}</td><td>${badge(view.inContact ? t("overview.up") : t("overview.down"), view.inContact ? "good" : "critical")}</td></tr>`)}</tbody></table></div>
            <dl class="facts counts">
              ${fresh.relays.map((relay) => html`<div><dt>${t("ops.outbox")}: ${relay.aggregate}</dt><dd>${number(relay.waiting)}${relay.waiting ? ` · ${t("ops.oldest")} ${t("ops.seconds", { count: number(relay.oldestSeconds) })}` : ""}</dd></div>`)}
              ${fresh.consumers.map((consumer) => html`<div><dt>${t("ops.lag")}: ${consumer.name}</dt><dd>${number(consumer.lag)}</dd></div>`)}
            </dl>`
        : freshness.problem ? waiting(freshness) : nothing}
      <h3>${t("ops.parked")}</h3>
      ${parked.value
        ? parked.value.items.length
          ? html`<ul class="plain-list">${parked.value.items.map((it) => html`<li><code>${it.subject}</code> ${badge(word(it.cause), "critical")} ${asWritten(it.detail)}
              <span class="quiet">${it.consumer}, ${t("ops.since")} ${moment(it.since)}, ${t("ops.waiting")} ${number(it.waiting)}</span>
              <button type="button" class="small" @click=${() => this.redrive(service, it)}>${t("ops.redrive")}<span class="sr"> ${it.subject}</span></button></li>`)}</ul>`
          : html`<p class="empty">${t("ops.parked.none")}</p>`
        : waiting(parked)}
      <h3>${t("ops.refills")}</h3>
      ${refills.value
        ? html`${refills.value.items.length
            ? html`<ul class="plain-list">${refills.value.items.map((it) => html`<li>${badge(word(it.state), tone(it.state))} ${it.reason} <span class="quiet">${it.begunBy}, ${moment(it.begunAt)} · ${number(it.progress?.events ?? 0)}</span></li>`)}</ul>`
            : html`<p class="empty">${t("ops.refills.none")}</p>`}
            ${me().may("beginRefill") ? html`<p><button type="button" class="small" @click=${() => this.refill(service)}>${t("ops.beginRefill")}</button></p>` : nothing}`
        : nothing}
    </section>`;
  }

  async redrive(service, it) {
    try {
      await send(`/v1/operations/${service}/parked/${encodeURIComponent(it.id)}/redrive`, undefined, { key: newKey() });
      this.said = t("form.done");
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
      this.said = problemText(problem);
    }
    this.of[service].parked.soon();
  }

  refill(service) {
    this.querySelector("rp-dialog").ask({ command: `${service}BeginRefill`, title: t("ops.beginRefill"), done: () => this.of[service].refills.soon() });
  }
}

customElements.define("rp-operations", Operations);

