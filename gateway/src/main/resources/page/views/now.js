/** What needs this person now, ordered by what happens if nothing is done, with the reason in a sentence. */
import { View, html, nothing, repeat, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { list, read, send, newKey, Refused, Away } from "../api.js";
import { to, toCase, toAlert, toObject } from "../router.js";
import { day, daysUntil, inDays, moment, number, names, setToday } from "../format.js";
import { me } from "../me.js";
import { alertRemedy, alertText, alertTitle, clockName, problemText } from "../texts.js";
import "../parts/dialog.js";

const SHOWN = 100; // of each kind; what is further down is found in its list

const SHOWN_AT_FIRST = 8; // of each group: the most pressing ones fit on one screen

/** What follows by law when a clock runs out, from the worst. */
const CONSEQUENCE = { PRESUME_RELEASED: 1, PRESUME_LAPSED: 1, BLOCK: 2, FORK: 2, ALERT_ONLY: 3 };
const BY_SEVERITY = { CRITICAL: 1, HIGH: 2, MEDIUM: 3, LOW: 4 };

class Now extends View {
  static properties = { said: { state: true } };

  /** Asked only for what the person's offices allow at all. */
  ask(operation, path) {
    return this.reading(async (signal) => (me().may(operation) ? list(path(), signal) : { items: [] }));
  }

  work = this.reading(async (signal) => {
    if (!me().may("readMyWork")) return undefined;
    const { data } = await read("/v1/work", signal);
    setToday(data.today);
    return data;
  });
  alerts = this.ask("listAlerts", () => `/v1/alerts?status=OPEN&limit=${SHOWN}`);
  proposals = this.ask("findProposals", () => `/v1/proposals?waitingForMe=true&limit=${SHOWN}`);
  mine = this.ask("findCases", () => `/v1/cases?assignee=${encodeURIComponent(me().id)}&limit=${SHOWN}`);

  all = new Set();

  showAll(consequence) {
    this.all.add(consequence);
    this.requestUpdate();
  }

  changed({ kind }) {
    if (kind === "alert") {
      this.alerts.soon();
    } else if (kind === "case") {
      [this.work, this.proposals, this.mine].forEach((reading) => reading.soon());
    }
  }

  /** All that needs something, each with its consequence, its day and its reason. */
  items() {
    const clocks = (this.work.value?.clocks?.items ?? []).map((clock) => ({
      key: `clock ${clock.caseId} ${clock.id}`,
      consequence: CONSEQUENCE[clock.onExpiry] ?? 3,
      on: clock.actBy ?? clock.lastDay,
      kind: clockName(clock.rule),
      title: clock.name,
      path: toCase(clock.caseId),
      reason: [
        t(`now.clock.${CONSEQUENCE[clock.onExpiry] ? clock.onExpiry : "other"}`, { act: day(clock.actBy), last: day(clock.lastDay) }),
        clock.otherLastDay ? t("now.clock.doubtful", { other: day(clock.otherLastDay) }) : "",
      ].join(" "),
    }));
    const alerts = (this.alerts.value?.items ?? []).map((alert) => ({
      key: alert.id,
      consequence: BY_SEVERITY[alert.about.severity] ?? 3,
      on: alert.about.dueOn,
      kind: html`${badge(word(alert.about.severity), tone(alert.about.severity))} ${alert.about.code}`,
      title: alertTitle(alert.about),
      path: toObject(alert.about.objectId) ?? toAlert(alert.id),
      reason: alertRemedy(alert.about),
      acts: me().may("acknowledgeAlert")
        ? html`<button type="button" @click=${() => this.acknowledge(alert)}>${t("now.acknowledge")}<span class="sr">: ${alertText(alert.about)}</span></button>`
        : nothing,
    }));
    const proposals = (this.proposals.value?.items ?? []).map((proposal) => ({
      key: proposal.id,
      consequence: 2,
      on: proposal.expiresAt?.slice(0, 10),
      kind: t("nav.proposals"),
      title: proposal.name,
      path: toCase(proposal.caseId),
      reason: t("now.proposal", { by: proposal.by, kind: word(proposal.kind), to: word(proposal.to), expires: moment(proposal.expiresAt) }),
      acts: html`<button type="button" class="primary" @click=${() => this.decide("approveProposal", proposal)}>${t("now.approve")}<span class="sr">: ${proposal.name}</span></button>
        <button type="button" @click=${() => this.decide("refuseProposal", proposal)}>${t("now.refuse")}<span class="sr">: ${proposal.name}</span></button>`,
    }));
    const checks = (this.mine.value?.items ?? []).filter((row) => row.missingChecks?.length).map((row) => ({
      key: `checks ${row.id}`,
      consequence: 3,
      on: undefined,
      kind: t("now.checks.title"),
      title: row.person?.name,
      path: toCase(row.id),
      reason: t("now.checks", { checks: names(row.missingChecks.map((check) => word(check))) }),
    }));
    const reviews = (this.work.value?.reviews?.items ?? []).map((row) => ({
      key: `review ${row.caseId}`,
      consequence: 3,
      on: row.nextLastDay,
      kind: word(row.state),
      title: row.name,
      path: toCase(row.caseId),
      reason: t("now.review"),
    }));
    const far = "9999-12-31";
    return [...clocks, ...alerts, ...proposals, ...checks, ...reviews].sort(
      (a, b) => a.consequence - b.consequence || (a.on ?? far).localeCompare(b.on ?? far) || a.key.localeCompare(b.key),
    );
  }

  render() {
    const begun = [this.work, this.alerts, this.proposals, this.mine].some((reading) => reading.value !== undefined);
    const items = this.items();
    const groups = [1, 2, 3, 4].map((consequence) => ({ consequence, items: items.filter((item) => item.consequence === consequence) }));
    return html`
      <div class="place-head"><h1 tabindex="-1">${t("now.title")}</h1><span class="quiet" role="status">${begun ? number(items.length) : ""}</span></div>
      <p class="lead">${t("now.lead")}</p>
      ${[this.work, this.alerts, this.proposals, this.mine].filter((it) => it.problem && !it.isForbidden && it.value === undefined).slice(0, 1).map((it) => waiting(it))}
      ${!begun ? waiting(this.alerts) : nothing}
      ${begun && items.length === 0 ? html`<div class="empty"><p>${t("now.empty")}</p><p class="quiet">${t("now.emptyHint")}</p></div>` : nothing}
      ${groups.filter((group) => group.items.length).map((group) => html`<section class="consequence c${group.consequence}" aria-labelledby=${`c${group.consequence}`}>
        <h2 id=${`c${group.consequence}`}>${t(`now.consequence.${group.consequence}`)} <span class="quiet">${number(group.items.length)}</span></h2>
        <ol class="needs">${repeat(this.all.has(group.consequence) ? group.items : group.items.slice(0, SHOWN_AT_FIRST), (item) => item.key, (item) => this.renderItem(item))}</ol>
        ${group.items.length > SHOWN_AT_FIRST && !this.all.has(group.consequence)
          ? html`<p><button type="button" class="small" @click=${() => this.showAll(group.consequence)}>${t("now.showAll", { count: number(group.items.length) })}</button></p>`
          : nothing}
      </section>`)}
      ${this.work.value?.cases?.count ? html`<p><a href=${to("cases", { assignee: me().id })}>${t("now.mine")}: ${number(this.work.value.cases.count)}</a></p>` : nothing}
      <p class="said" role="status">${this.said ?? ""}</p>
      <rp-dialog></rp-dialog>`;
  }

  renderItem(item) {
    const left = item.on ? daysUntil(item.on) : undefined;
    return html`<li data-key=${item.key}>
      <p class="when ${left === undefined ? "" : left < 0 ? "late" : left <= 7 ? "soon" : ""}">${item.on ? html`${day(item.on)}<br> <span class="quiet">${inDays(left)}</span>` : html`<span class="quiet">${t("now.nodate")}</span>`}</p>
      <div class="what"><p class="quiet">${item.kind}</p><p><a href=${item.path}><b>${item.title}</b></a></p><p>${item.reason}</p></div>
      <div class="acts">${item.acts ?? nothing}</div>
    </li>`;
  }

  async acknowledge(alert) {
    try {
      await send(`/v1/alerts/${encodeURIComponent(alert.id)}/acknowledgement`, undefined, { key: newKey(), version: `"${alert.version}"` });
      this.said = t("now.acknowledged");
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
      this.said = problemText(problem);
    }
    await this.alerts.read();
  }

  decide(command, proposal) {
    this.querySelector("rp-dialog").ask({
      command,
      title: `${t(command === "approveProposal" ? "now.approve" : "now.refuse")}: ${proposal.name}`,
      path: { id: proposal.caseId, proposalId: proposal.id },
      journal: `/v1/cases/${encodeURIComponent(proposal.caseId)}/journal`,
      done: () => this.proposals.read(),
    });
  }
}

customElements.define("rp-now", Now);
