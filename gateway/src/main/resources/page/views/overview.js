/** Where everything stands that this person may see. Every figure leads to the list of what it counts. */
import { View, html, nothing, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { list, read } from "../api.js";
import { to, toList } from "../router.js";
import { day, money, number, weekday, today } from "../format.js";
import { me } from "../me.js";
import { csvButton } from "../parts/table.js";
import "../parts/chart.js";

const SERVICES = ["case", "asset", "notification"];
const LISTS_SHOWN = 3;
const AGES = ["UNDER_1_DAY", "DAYS_1_TO_3", "DAYS_3_TO_7", "DAYS_7_TO_30", "OVER_30_DAYS"];
const SEVERITIES = ["CRITICAL", "HIGH", "MEDIUM", "LOW"];
const MANY = 5; // on one day: worth planning for
const READ_EVERY = 1_000; // milliseconds at least between two readings of figures, however much changes

const nextDay = (value) => new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

class Overview extends View {
  figures(operation, path) {
    return this.reading(async (signal) => (me().may(operation) ? (await read(path, signal)).data : undefined));
  }

  cases = this.figures("caseFigures", "/v1/cases/figures");
  assets = this.figures("assetFigures", "/v1/assets/figures");
  alerts = this.figures("alertFigures", "/v1/alerts/figures");
  health = this.reading(async (signal) => (await read("/v1/health", signal)).data);
  freshness = SERVICES.map((service) => this.figures("freshness", `/v1/operations/${service}/freshness`));
  lists = this.reading(async (signal) => {
    if (!me().may("findLists")) return [];
    const { items } = await list(`/v1/lists?limit=${LISTS_SHOWN}`, signal);
    return Promise.all(items.map(async (item) => ({ item, funnel: (await read(`/v1/lists/${encodeURIComponent(item.id)}/funnel`, signal)).data })));
  });

  /** Much changes at once when a list is taken in: the figures follow at their own pace. */
  changed({ kind }) {
    const concerned = { case: [this.cases, this.lists], asset: [this.assets], alert: [this.alerts] }[kind] ?? [];
    concerned.forEach((reading) => reading.soon(READ_EVERY));
  }

  render() {
    const begun = [this.cases, this.assets, this.alerts].some((it) => it.value !== undefined);
    const failed = [this.cases, this.assets, this.alerts].find((it) => it.problem && !it.isForbidden && it.value === undefined);
    return html`
      <div class="place-head"><h1 tabindex="-1">${t("overview.title")}</h1><span class="push"></span>${this.renderHealth()}</div>
      <p class="lead">${t("overview.lead")}</p>
      ${failed ? waiting(failed) : begun ? nothing : waiting(this.alerts)}
      ${begun ? html`${this.renderTiles()}<div class="figures">
        ${this.renderClocks()}
        ${this.renderRestraints()}
        ${this.renderChecksEnding()}
        ${this.renderFunnels()}
        ${this.renderCases()}
        ${this.renderSafeguards()}
        ${this.renderAlerts()}
        ${this.renderAssets()}
      </div>` : nothing}`;
  }

  renderHealth() {
    const parts = this.health.value?.parts;
    return parts
      ? html`<div class="row" role="group" aria-label=${t("overview.health")}>${Object.entries(parts).map(([name, status]) => badge(`${word(name, "service")}: ${status === "UP" ? t("overview.up") : t("overview.down")}${this.behind(name)}`, tone(status)))}</div>`
      : nothing;
  }

  /** How far a service is behind, for whoever runs it: its counts are of all states, and nobody else is told. */
  behind(name) {
    const fresh = this.freshness[SERVICES.findIndex((service) => name.startsWith(service))]?.value;
    if (!fresh) return "";
    const lag = [...fresh.views, ...fresh.consumers].reduce((sum, it) => sum + it.lag, 0);
    const oldest = Math.max(0, ...fresh.relays.map((relay) => relay.oldestSeconds));
    return ` · ${t("ops.lag")} ${number(lag)}${oldest ? ` · ${t("ops.oldest")} ${t("ops.seconds", { count: number(oldest) })}` : ""}`;
  }

  renderTiles() {
    const cases = this.cases.value;
    const assets = this.assets.value;
    const alerts = this.alerts.value;
    const open = alerts?.byStatus.find((it) => it.value === "OPEN")?.rows ?? 0;
    const critical = alerts?.openBySeverity.find((it) => it.value === "CRITICAL")?.rows ?? 0;
    return html`<div class="tiles">
      ${cases ? tile(number(cases.total), t("nav.cases"), to("cases")) : nothing}
      ${cases ? tile(number(cases.unassigned), t("overview.unassigned"), to("cases", { unassigned: "true" }), cases.unassigned ? "high" : "") : nothing}
      ${cases ? tile(number(cases.clocks.hard.before + cases.clocks.other.before), `${t("nav.clocks")}: ${t("overview.clocks.before")}`, to("clocks", { dueBefore: today() }), cases.clocks.hard.before ? "critical" : "") : nothing}
      ${alerts ? tile(number(critical), `${t("nav.alerts")}: ${word("CRITICAL")}`, to("alerts", { status: "OPEN", severity: "CRITICAL" }), critical ? "critical" : "") : nothing}
      ${alerts ? tile(number(open), `${t("nav.alerts")}: ${word("OPEN", "alert")}`, to("alerts", { status: "OPEN" })) : nothing}
      ${assets ? tile(number(assets.total), t("nav.assets"), to("assets")) : nothing}
    </div>`;
  }

  renderClocks() {
    const clocks = this.cases.value?.clocks;
    if (!clocks) return nothing;
    const days = clocks.hard.days.map((it, index) => ({ day: it.day, rows: it.rows + clocks.other.days[index].rows, hard: it.rows }));
    return this.strip(t("overview.clocks"), days, clocks.hard.before + clocks.other.before, clocks.hard.after + clocks.other.after,
      (from, before) => to("clocks", { ...(from ? { dueFrom: from } : {}), ...(before ? { dueBefore: before } : {}) }));
  }

  renderRestraints() {
    const ending = this.assets.value?.restraintsEnding;
    return ending && falls(ending)
      ? this.strip(t("overview.restraints"), ending.days, ending.before, ending.after, (from, before) => to("assets", { ...(from ? { restraintEndsFrom: from } : {}), ...(before ? { restraintEndsBefore: before } : {}) }))
      : nothing;
  }

  /** Checks on which something rests for a time only: they are made anew before that. */
  renderChecksEnding() {
    const ending = this.cases.value?.checksEnding;
    return ending && falls(ending)
      ? this.strip(t("overview.checksEnding"), ending.days, ending.before, ending.after, (from, before) => to("cases", { ...(from ? { checkEndsFrom: from } : {}), ...(before ? { checkEndsBefore: before } : {}) }))
      : nothing;
  }

  /** A strip of days: what falls due when. */
  strip(name, days, before, after, path) {
    const first = days[0]?.day;
    const end = days.length ? nextDay(days.at(-1).day) : undefined;
    return html`<section class="card wide"><div class="figure-head"><h2>${name}</h2>
        ${csvButton(name, [t("overview.day"), t("overview.count")], () => [["< " + first, before], ...days.map((it) => [it.day, it.rows]), ["> " + (days.at(-1)?.day ?? ""), after]])}</div>
      <div class="strip">
        <a class=${before ? "over" : ""} href=${path(undefined, first)}>${t("overview.clocks.before")}<b>${number(before)}</b></a>
        ${days.map((it) => (it.rows
          ? html`<a class=${it.hard || it.rows >= MANY ? "many" : "some"} href=${path(it.day, nextDay(it.day))} title=${day(it.day)}>${weekday(it.day)}<b>${number(it.rows)}</b></a>`
          : html`<span title=${day(it.day)}>${weekday(it.day)}<b aria-hidden="true">·</b><span class="sr">0</span></span>`))}
        <a href=${path(end, undefined)}>${t("overview.clocks.after")}<b>${number(after)}</b></a>
      </div></section>`;
  }

  renderFunnels() {
    const lists = this.lists.value ?? [];
    return lists.length
      ? html`<section class="card wide"><h2>${t("overview.funnel")}</h2>${lists.map(({ item, funnel }) => html`
          <h3><a href=${toList(item.id)}>${item.reference ?? item.id}</a> <span class="quiet">${day(item.handedOverOn)}</span></h3>
          <div class="bars">${funnel.steps.flatMap((step) => [
            bar(word(step.name, "funnel"), step.rows, item.rows, stepPath(item.id, step.name)),
            ...step.by.filter((it) => it.rows > 0).map((it) => bar(html`<span class="within">${word(it.value)}</span>`, it.rows, item.rows, byPath(item.id, step.name, it.value))),
          ])}</div>`)}</section>`
      : nothing;
  }

  renderCases() {
    const cases = this.cases.value;
    if (!cases) return nothing;
    return html`
      <section class="card"><rp-chart .lying=${true} .name=${t("overview.casesByState")} .heads=${[t("col.state"), t("overview.count")]}
        .rows=${cases.byState.map((it) => ({ label: word(it.value), values: [it.rows], path: to("cases", { state: it.value }) }))}></rp-chart></section>
      <section class="card"><rp-chart .lying=${true} .name=${t("overview.casesByPathway")} .heads=${[t("col.pathway"), t("overview.count")]}
        .rows=${cases.byPathway.flatMap((way) => (way.by.length ? way.by.map((it) => ({ label: `${word(way.value)}: ${word(it.value, way.value)}`, values: [it.rows], path: to("cases", { pathwayState: `${way.value}.${it.value}` }) })) : [{ label: word(way.value), values: [way.rows], path: to("cases", { pathway: way.value }) }]))}></rp-chart></section>`;
  }

  renderSafeguards() {
    const cases = this.cases.value;
    return cases
      ? html`<section class="card"><rp-chart .lying=${true} .tones=${["--medium"]} .name=${t("overview.safeguards")} .heads=${[t("col.missingCheck"), t("overview.count")]}
          .rows=${cases.byMissingCheck.map((it) => ({ label: word(it.value), values: [it.rows], path: to("cases", { missingCheck: it.value }) }))}></rp-chart></section>`
      : nothing;
  }

  renderAlerts() {
    const alerts = this.alerts.value;
    if (!alerts) return nothing;
    const by = (severity, age) => alerts.openBySeverity.find((it) => it.value === severity)?.by.find((it) => it.value === age)?.rows ?? 0;
    const span = (age) => alerts.ages.find((it) => it.age === age) ?? {};
    return html`<section class="card"><rp-chart .name=${t("overview.alertsByAge")} .heads=${[t("overview.age"), ...SEVERITIES.map((it) => word(it))]}
      .tones=${["--critical", "--high", "--medium", "--low"]}
      .rows=${alerts.openBySeverity.length === 0 ? [] : AGES.map((age) => ({
        label: word(age, "age"), values: SEVERITIES.map((severity) => by(severity, age)),
        path: to("alerts", { status: "OPEN", ...(span(age).raisedFrom ? { raisedFrom: span(age).raisedFrom } : {}), ...(span(age).raisedBefore ? { raisedBefore: span(age).raisedBefore } : {}) }),
      }))}></rp-chart></section>`;
  }

  /** Sums of different kinds of value, or of different currencies, never stand in one number. */
  renderAssets() {
    const assets = this.assets.value;
    if (!assets) return nothing;
    const amounts = (groups) => groups.flatMap((group) => Object.entries(group.sums).flatMap(([kind, sum]) => Object.entries(sum.amounts).map(([currency, amount]) => ({ of: group.value, kind, currency, amount, leftOut: sum.leftOut }))));
    const sums = amounts(assets.byState);
    const measures = amounts(assets.byReached);
    return html`
      <section class="card"><rp-chart .name=${t("overview.assetsByStage")} .heads=${[t("overview.stage"), t("overview.count")]}
        .rows=${assets.byState.map((it) => ({ label: word(it.value), values: [it.rows], path: to("assets", { state: it.value }) }))}></rp-chart></section>
      <section class="card wide"><div class="figure-head"><h2>${t("overview.reached")}</h2>
          ${csvButton(t("overview.reached"), [t("overview.measure"), t("overview.kind"), t("overview.currency"), t("overview.sum")], () => measures.map((it) => [it.of, it.kind, it.currency, it.amount]))}</div>
        <p class="quiet">${t("overview.reachedHint")}</p>
        ${measures.length
          ? html`<div class="table-frame" tabindex="0" role="region" aria-label=${t("overview.reached")}><table><thead><tr><th>${t("overview.measure")}</th><th>${t("overview.kind")}</th><th class="number">${t("overview.sum")}</th></tr></thead>
              <tbody>${measures.map((it) => html`<tr><td><a href=${to("assets", { reached: it.of, currency: it.currency })}>${word(it.of, "reached")}</a></td><td>${kindOfValue(it.kind)}</td>
                <td class="number">${money(it)}${it.leftOut ? html`<br><span class="quiet">${t("overview.leftOut", { count: number(it.leftOut) })}</span>` : nothing}</td></tr>`)}</tbody></table></div>`
          : html`<p class="empty">${t("overview.empty")}</p>`}</section>
      <section class="card wide"><div class="figure-head"><h2>${t("overview.assetValues")}</h2>
          ${csvButton(t("overview.assetValues"), [t("overview.stage"), t("overview.kind"), t("overview.currency"), t("overview.sum")], () => sums.map((it) => [it.of, it.kind, it.currency, it.amount]))}</div>
        <p class="quiet">${t("overview.assetValuesHint")}</p>
        ${sums.length
          ? html`<div class="table-frame" tabindex="0" role="region" aria-label=${t("overview.assetValues")}><table><thead><tr><th>${t("overview.stage")}</th><th>${t("overview.kind")}</th><th class="number">${t("overview.sum")}</th></tr></thead>
              <tbody>${sums.map((it) => html`<tr><td><a href=${to("assets", { state: it.of, currency: it.currency })}>${word(it.of)}</a></td><td>${kindOfValue(it.kind)}</td>
                <td class="number">${money(it)}${it.leftOut ? html`<br><span class="quiet">${t("overview.leftOut", { count: number(it.leftOut) })}</span>` : nothing}</td></tr>`)}</tbody></table></div>`
          : html`<p class="empty">${t("overview.empty")}</p>`}</section>`;
  }
}

/** Whether anything falls due at all. */
const falls = ({ before, after, days }) => before > 0 || after > 0 || days.some((it) => it.rows > 0);

const tile = (figure, name, path, kind = "") => html`<a class="tile ${kind}" href=${path}><b>${figure}</b>${name}</a>`;

/** Such as MARKET-APPRAISAL-GROSS: what kind of value, and on which basis. What was paid is none. */
const kindOfValue = (name) => name === "RETURNED" ? t("overview.paid") : `${word(name.slice(0, name.lastIndexOf("-")).replaceAll("-", "_"))}, ${word(name.slice(name.lastIndexOf("-") + 1))}`;

const bar = (label, rows, most, path) => {
  const content = html`<span>${label}</span><meter min="0" max=${Math.max(most, 1)} value=${rows} aria-hidden="true"></meter><span class="number">${number(rows)}</span>`;
  return path ? html`<a href=${path}>${content}</a>` : html`<span class="bar-row">${content}</span>`;
};

const stepPath = (id, step) => (step === "CASES" && me().may("findCases") ? to("cases", { list: id }) : toList(id));

function byPath(id, step, value) {
  if (!me().may("findCases") || step === "SCREENED") return toList(id);
  return to("cases", { list: id, [step === "CASES" ? "state" : "outcome"]: value });
}

customElements.define("rp-overview", Overview);
