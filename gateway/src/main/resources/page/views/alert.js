/** One alert: what it calls for, why, and who has taken it. */
import { View, html, nothing, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { read } from "../api.js";
import { to, toObject } from "../router.js";
import { day, moment, number } from "../format.js";
import { me } from "../me.js";
import { alertRemedy, alertTitle } from "../texts.js";
import "../parts/dialog.js";

class AlertPage extends View {
  static properties = { of: { attribute: false } };

  alert = this.reading((signal) => read(`/v1/alerts/${encodeURIComponent(this.of)}`, signal));

  willUpdate(changed) {
    if (changed.has("of") && changed.get("of") !== undefined) {
      this.readAnew();
    }
  }

  changed({ kind, id }) {
    if (kind === "alert" && id === this.of) this.alert.soon();
  }

  ask(command) {
    this.querySelector("rp-dialog").ask({
      command,
      title: word(command),
      path: { alertId: this.of },
      version: this.alert.value?.etag,
      again: async () => (await read(`/v1/alerts/${encodeURIComponent(this.of)}`)).etag,
      done: () => this.alert.read(),
    });
  }

  render() {
    const alert = this.alert.value?.data;
    if (!alert) return html`<h1 tabindex="-1">${t("nav.alerts")}</h1>${waiting(this.alert)}`;
    const object = toObject(alert.about.objectId);
    return html`
      <div class="place-head"><div><p class="quiet"><a href=${to("alerts")}>${t("nav.alerts")}</a> / ${alert.about.code}</p><h1 tabindex="-1">${alertTitle(alert.about)}</h1>
        <p>${badge(word(alert.about.severity), tone(alert.about.severity))} ${word(alert.status, "alert")}</p></div>
        <span class="push"></span>
        ${alert.status === "OPEN" && me().may("acknowledgeAlert") ? html`<button type="button" class="primary" @click=${() => this.ask("acknowledgeAlert")}>${t("now.acknowledge")}</button>` : nothing}
        ${alert.status !== "RESOLVED" && me().may("resolveAlert") ? html`<button type="button" @click=${() => this.ask("resolveAlert")}>${word("resolveAlert")}</button>` : nothing}
      </div>
      <section class="card"><h2>${t("alert.remedy")}</h2><p>${alertRemedy(alert.about)}</p>
        <dl class="facts">
          ${alert.about.dueOn ? html`<div><dt>${t("col.due")}</dt><dd>${day(alert.about.dueOn)}</dd></div>` : nothing}
          <div><dt>${t("alert.raised")}</dt><dd>${moment(alert.raisedAt)}</dd></div>
          <div><dt>${t("alert.for")}</dt><dd>${(alert.about.recipients ?? []).map((role) => word(role)).join(", ")}</dd></div>
          <div><dt>${t("alert.occurrences")}</dt><dd>${number(alert.occurrences)}</dd></div>
          ${alert.acknowledgedBy ? html`<div><dt>${word("ACKNOWLEDGED")}</dt><dd>${alert.acknowledgedBy}, ${moment(alert.acknowledgedAt)}</dd></div>` : nothing}
          ${alert.resolvedAt ? html`<div><dt>${word("RESOLVED")}</dt><dd>${alert.resolvedBy ?? word(alert.resolution)}, ${moment(alert.resolvedAt)} ${alert.act ?? ""}</dd></div>` : nothing}
          ${object ? html`<div><dt>${t("alert.about")}</dt><dd><a href=${object}>${alert.about.objectId}</a></dd></div>` : nothing}
        </dl></section>
      <rp-dialog></rp-dialog>`;
  }
}

customElements.define("rp-alert", AlertPage);
