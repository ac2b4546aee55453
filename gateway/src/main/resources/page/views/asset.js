/** An asset on one page: what it is, what it is worth, who is behind it, its orders, and the cases it belongs to. */
import { View, html, nothing, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { read, whole } from "../api.js";
import { to, toAsset, toCase } from "../router.js";
import { day, moment, money, number } from "../format.js";
import { commandsAt } from "../parts/form.js";
import { clockName } from "../texts.js";
import { me } from "../me.js";
import { due } from "./lists.js";
import { csvButton } from "../parts/table.js";
import "../parts/dialog.js";
import "../parts/graph.js";

/** A holder as it is called here; one that nobody here knows has its id for a name. */
const called = (holder) => holder.name ?? holder.caseId ?? holder.companyId ?? "";

const percent = (part) => `${number(Math.round(Number(part) * 1e4) / 100)} %`;

const fraction = (share) => (share ? `${share.parts}/${share.of}` : "");

const period = (it) => (it.from || it.to ? `${it.from ? day(it.from) : "…"} – ${it.to ? day(it.to) : ""}` : "");

/** Both bounds, or one figure where they are the same to two decimals. */
const bounds = (it) => {
  const [least, most] = [percent(it.atLeast), percent(it.atMost)];
  return least === most ? least : `${least} – ${most}`;
};

/** In what else values can be shown; a currency without a rate says so. */
const REPORT_CURRENCIES = ["USD", "EUR", "GBP", "CHF", "CNY", "JPY"];

/** Files that are compared at once; more come when these are decided on. */
const ALIKE_SHOWN = 3;

/** Files that may be on the same thing and on which nobody has decided. */
const undecided = (asset) => (asset.mergedInto ? [] : (asset.possibleDuplicates ?? []).filter((it) => !it.keptApart && !(asset.takenIn ?? []).some((other) => other.assetId === it.other)));

/** An order in one of these binds the asset. */
const BINDING = ["ISSUED", "SERVED", "PUBLISHED", "VARIED", "FINAL", "PARTLY_SATISFIED"];

/** From where a fact is known, and how far that source is trusted. */
const known = (provenance) => (provenance ? html`<span class="quiet">${provenance.source}, ${word(provenance.confidence)}</span>` : nothing);

class AssetPage extends View {
  static properties = { of: { attribute: false }, currency: { state: true } };

  get base() {
    return `/v1/assets/${encodeURIComponent(this.of)}`;
  }

  file = this.reading((signal) => read(this.base, signal));
  acts = this.reading(async (signal) => (await read(`${this.base}/acts`, signal)).data);
  values = this.reading(async (signal) => (me().may("readValues") ? (await read(`${this.base}/values${this.currency ? `?currency=${this.currency}` : ""}`, signal)).data : undefined));
  holders = this.reading(async (signal) => (me().may("readHolders") ? (await read(`${this.base}/holders`, signal)).data : undefined));
  /** The files that may be on the same thing, to be looked at beside this one. */
  alike = this.reading(async (signal) => {
    const asset = (await read(this.base, signal)).data;
    return Promise.all(undecided(asset).slice(0, ALIKE_SHOWN).map(async (it) => ({ ...it, file: (await read(`/v1/assets/${encodeURIComponent(it.other)}`, signal)).data })));
  });
  grounds = this.reading(async (signal) => (me().may("readGrounds") ? (await read(`${this.base}/grounds`, signal)).data : undefined));
  distributions = this.reading(async (signal) => (me().may("readDistributions") ? (await read(`${this.base}/distributions`, signal)).data : undefined));
  claims = this.reading(async (signal) => (me().may("readClaims") ? (await read(`${this.base}/claims`, signal)).data : undefined));
  journal = this.reading(async (signal) => (me().may("assetJournal") ? whole(`${this.base}/journal`, signal) : undefined));

  connectedCallback() {
    super.connectedCallback();
    Promise.all([commandsAt("/v1/assets/", ["id"]), commandsAt("/v1/assets/", ["id", "orderId"]), commandsAt("/v1/assets/", ["id", "caseId"]), commandsAt("/v1/assets/", ["id", "interestId"]), commandsAt("/v1/assets/", ["id", "stepId"]), commandsAt("/v1/assets/", ["id", "upkeepId"]), commandsAt("/v1/assets/", ["id", "assetId"]), commandsAt("/v1/assets/", ["id", "claimId"]), commandsAt("/v1/assets/", ["id", "placeId"])]).then(([own, orders, cases, interests, steps, upkeep, others, claims, places]) => {
      this.commands = { own, orders, cases, interests, steps, upkeep, others, claims, places };
      this.requestUpdate();
    });
  }

  willUpdate(changed) {
    if (changed.has("of") && changed.get("of") !== undefined) {
      this.readAnew();
    }
  }

  changed({ kind, id }) {
    if (kind === "asset" && id === this.of) this.readAll();
  }

  may(operation) {
    return this.acts.value?.operations.includes(operation) ?? false;
  }

  ask(command, path = {}, given = undefined) {
    this.querySelector("rp-dialog").ask({
      command,
      given,
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

  /** A command on a company behind the asset. It has a version of its own, which nothing here has read. */
  askOfCompany(command, path, done = () => {}) {
    this.querySelector("rp-dialog").ask({
      command,
      title: word(command),
      path,
      done: (answer) => {
        this.readAll();
        done(answer);
      },
    });
  }

  /** Taking a company on file leads on to what it has of the asset. */
  registerCompany() {
    this.askOfCompany("registerCompany", {}, ({ id }) => this.may("recordInterest") && this.ask("recordInterest", {}, { interest: { holder: { companyId: id } } }));
  }

  renderValues() {
    const current = this.values.value;
    if (!current?.values.length) return nothing;
    return html`<p class="no-print"><label>${t("asset.report")} <select @change=${(event) => {
        this.currency = event.target.value || undefined;
        this.values.read();
      }}><option value="">${t("asset.report.none")}</option>${REPORT_CURRENCIES.map((code) => html`<option value=${code} ?selected=${code === this.currency}>${code}</option>`)}</select></label></p>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t("asset.current")}><table><caption>${t("asset.current")}</caption>
        <thead><tr><th scope="col">${t("asset.kindOfValue")}</th><th scope="col" class="number">${t("col.value")}</th><th scope="col">${t("asset.valuedOn")}</th><th scope="col">${t("asset.report")}</th></tr></thead>
        <tbody>${current.values.map((it) => html`<tr><th scope="row">${word(it.kind)} ${word(it.basis)}${it.liens.map((lien) => html`<br><span class="quiet">${t("asset.lien", { holder: lien.holder ? called(lien.holder) : lien.interestId })}</span>`)}</th>
          <td class="number">${money(it.value)}</td>
          <td>${day(it.valuedOn)} ${it.stale ? badge(t("asset.stale"), "medium") : nothing} ${["MISSING", "NO_THRESHOLD"].includes(it.secondAppraisal) ? badge(word(it.secondAppraisal, "second"), "medium") : nothing} <span class="quiet">${it.valuer}</span></td>
          <td>${it.inReport
            ? html`${money(it.inReport.amount)}${it.inReport.rates.map((rate) => html`<br><span class="quiet">1 ${rate.base} = ${rate.rate} ${rate.quote}, ${day(rate.day)}, ${rate.source}</span>`)}`
            : html`<span class="quiet">${it.noRate ? t("asset.noRate") : ""}</span>`}</td></tr>`)}</tbody></table></div>`;
  }

  /** On whom an order was served, by the name of the holder where it is known. */
  served(asset, step) {
    const holder = (asset.interests ?? []).find((it) => it.id === step.particulars.servedOn)?.holder;
    return `${holder ? called(holder) : step.particulars.servedOn}, ${day(step.on)}, ${step.particulars.servedHow ?? ""}`;
  }

  /** A period of the law that the order started, and the holder whom it is about. */
  renderClock(asset, clock) {
    const holder = (asset.interests ?? []).find((it) => it.id === clock.interestId)?.holder;
    return html`<p class="clock">${t("asset.clock", { rule: clockName(clock.rule) })} <b>${clock.nextAt ? due(clock.lastDay) : day(clock.lastDay)}</b>
      ${clock.otherLastDay ? html`<span class="quiet">${t("asset.clock.other", { day: day(clock.otherLastDay) })}</span>` : nothing}
      ${clock.interestId ? html`<span class="quiet">${t("asset.clock.for", { whom: holder ? called(holder) : clock.interestId })}</span>` : nothing}
      ${badge(word(clock.state), tone(clock.state))}
      ${clock.metOn ? html`<span class="quiet">${t("asset.clock.met", { day: day(clock.metOn) })}</span>` : nothing}</p>`;
  }

  renderOrders(asset) {
    const orders = [...(asset.orders ?? [])].sort((a, b) => a.begunOn.localeCompare(b.begunOn));
    return html`<section class="card"><h2>${t("asset.orders")}</h2>${orders.length
      ? html`<ol class="timeline">${orders.map((it) => html`<li class=${BINDING.includes(it.state) ? "" : "past"}>
          <p><b>${day(it.begunOn)}${it.endsOn ? html` – ${due(it.endsOn)}` : nothing}</b> ${word(it.kind, "order")} ${badge(word(it.state, "order"), BINDING.includes(it.state) ? "good" : "quiet")}</p>
          <p>${it.courtReference ?? ""} <span class="quiet">${it.legalBasis}</span></p>
          ${it.enforces ? html`<p class="quiet">${t("asset.enforces")} ${asset.orders.find((other) => other.orderId === it.enforces)?.courtReference ?? it.enforces}</p>` : nothing}
          ${(it.registers ?? []).map((entry) => html`<p class="quiet">${t(entry.enteredOn ? "asset.register" : "asset.register.awaited", { register: entry.register, applied: day(entry.appliedOn), entered: day(entry.enteredOn) })}</p>`)}
          ${it.issuedOn ? html`<p class="quiet">${t("asset.daysAfter", afterDecision(it.daysAfter))}</p>` : nothing}
          ${it.outstanding ? html`<p>${t("asset.outstanding", { amount: money(it.outstanding) })}</p>` : nothing}
          ${it.steps.map((step) => html`<p class="quiet">${step.particulars.servedOn ? t("asset.servedOn", { whom: this.served(asset, step) }) : html`${word(step.to, "order")}, ${day(step.on)} ${step.particulars.reason ?? ""}`}</p>`)}
          ${(it.hearings ?? []).map((one) => html`<p class="quiet">${t(one.answeredOn ? "asset.hearing" : "asset.hearing.awaited", { asked: day(one.askedOn), answered: day(one.answeredOn) })}</p>`)}
          ${it.requestingStateHeardOn ? html`<p class="quiet">${t("asset.heardOn", { day: day(it.requestingStateHeardOn) })}</p>` : nothing}
          ${it.noClock ? html`<p class="quiet">${t(`asset.noClock.${it.noClock}`)}</p>` : nothing}
          ${(asset.clocks ?? []).filter((clock) => clock.orderId === it.orderId).map((clock) => this.renderClock(asset, clock))}
          ${this.actsOn(this.commands?.orders, { orderId: it.orderId })}</li>`)}</ol>`
      : html`<p class="empty">${t("asset.orders.none")}</p>`}</section>`;
  }

  /** What was found of the asset, and what waits for a second person. */
  renderFindings(asset) {
    if (!asset.findings?.length && !asset.waiting?.length) return nothing;
    return html`<section class="card"><h2>${t("asset.findings")}</h2><ul class="plain-list">
      ${asset.findings.map((it) => html`<li><b>${word(it.kind, "asset")}</b> ${day(it.on)} <span class="quiet">${it.particulars.paper ?? it.particulars.courtReference ?? ""} ${it.particulars.reason ?? ""}</span></li>`)}
      ${asset.waiting.map((it) => html`<li>${badge(t("asset.waits", { roles: it.confirmedBy.join(", ") }), "medium")} <b>${word(it.step, it.orderId ? "order" : "asset")}</b> ${day(it.on)} <span class="quiet">${it.particulars.reason ?? ""} ${it.proposedBy}</span>${this.actsOn(this.commands?.steps, { stepId: it.stepId })}</li>`)}</ul></section>`;
  }

  /** For which other file this one stands, or which one stands for it. */
  renderMerger(asset) {
    const into = asset.mergedInto;
    return html`${into ? html`<section class="card wide"><h2>${t("asset.merged")}</h2>
        <p>${t("asset.merged.lead")} <a href=${toAsset(into.into)}>${into.into}</a> <span class="quiet">${moment(into.at)} ${into.reason}</span></p>
        ${this.may("separateAsset") ? html`<p class="no-print"><button type="button" class="small" @click=${() => this.ask("separateAsset")}>${word("separateAsset")}</button></p>` : nothing}</section>` : nothing}
      ${asset.takenIn?.length ? html`<section class="card wide"><h2>${t("asset.takenIn")}</h2><ul class="plain-list">${asset.takenIn.map((it) => html`<li><a href=${toAsset(it.assetId)}>${it.assetId}</a> <span class="quiet">${moment(it.at)}</span> ${t("asset.takenIn.what", { values: it.valuations.length, orders: it.orders.length, interests: it.interests.length, upkeep: it.upkeep.length })}</li>`)}</ul></section>` : nothing}`;
  }

  /** Each file that may be on the same thing beside this one, and what can be decided. */
  renderAlike(asset) {
    const alike = (this.alike.value ?? []).filter((it) => undecided(asset).some((known) => known.other === it.other));
    if (!alike.length) return nothing;
    const rows = [
      [t("col.description"), (it) => it.description],
      [t("asset.identifiers"), (it) => it.identifiers.map((one) => `${word(one.scheme)} ${one.value}`).join(", ")],
      [t("asset.where"), (it) => it.location.jurisdiction],
      [t("asset.source"), (it) => it.source],
      [t("asset.registered"), (it) => moment(it.registeredAt)],
      [t("asset.values"), (it) => it.valuations.map((one) => `${money(one.value)} ${day(one.valuedOn)}`).join(", ")],
      [t("asset.orders"), (it) => it.orders.map((one) => `${word(one.kind, "order")} ${one.courtReference ?? ""}`).join(", ")],
      [t("asset.cases"), (it) => it.cases.map((one) => one.displayName ?? one.caseId).join(", ")],
    ];
    return html`<section class="card wide" id="alike"><h2>${t("asset.alike")}</h2><p class="quiet">${t("asset.alike.lead")}</p>
      ${alike.map((it) => html`<div class="table-frame" tabindex="0" role="region" aria-label=${`${t("asset.alike")} ${it.file.description}`}><table><caption>${t("asset.alike.by", { by: it.by.map((one) => word(one)).join(", ") })}</caption>
          <thead><tr><th scope="col"><span class="sr">${t("asset.alike.about")}</span></th><th scope="col">${t("asset.alike.this")}</th><th scope="col"><a href=${toAsset(it.other)}>${t("asset.alike.other")}</a></th></tr></thead>
          <tbody>${rows.map(([name, of]) => html`<tr><th scope="row">${name}</th><td>${of(asset)}</td><td>${of(it.file)}</td></tr>`)}</tbody></table></div>
        <p class="no-print">${this.actsOn(this.commands?.others, { assetId: it.other })}
          ${this.may("mergeAsset") ? html`<button type="button" class="small" @click=${() => this.ask("mergeAsset", {}, { into: it.other })}>${word("mergeAsset")}</button>` : nothing}</p>`)}</section>`;
  }

  /** Who claims what, where it stands, and what is kept for all of them of each value. */
  renderClaims(asset) {
    const found = this.claims.value;
    if (!found) return nothing;
    const claimant = (it) => {
      const holder = (asset.interests ?? []).find((other) => other.id === it.interestId)?.holder;
      return it.person ?? it.company ?? (holder ? called(holder) : it.interestId);
    };
    const much = (share, amount) => (share ? fraction(share) : amount ? money(amount) : "");
    return html`<section class="card wide"><h2>${t("asset.claims")}</h2>${found.claims.length === 0
      ? html`<p class="empty">${t("asset.claims.none")}</p>`
      : html`<div class="table-frame" tabindex="0" role="region" aria-label=${t("asset.claims")}><table><caption class="sr">${t("asset.claims")}</caption>
        <thead><tr><th scope="col">${t("asset.claimant")}</th><th scope="col">${t("asset.claimState")}</th><th scope="col" class="number">${t("asset.claimed")}</th><th scope="col" class="number">${t("asset.won")}</th><th scope="col">${t("asset.replyBy")}</th></tr></thead>
        <tbody>${found.claims.map((it) => html`<tr><th scope="row">${claimant(it.claimant)} <span class="quiet">${word(it.right)}, ${day(it.filedOn)}</span></th>
          <td>${badge(word(it.state, "claim"))} ${this.actsOn(this.commands?.claims, { claimId: it.id })}
            ${(it.clocks ?? []).map((clock) => this.renderClock(asset, clock))}
            ${it.noClock ? html`<p class="quiet">${t(`asset.noClock.${it.noClock}`)}</p>` : nothing}
            ${(it.times ?? []).map((time) => html`<p class="quiet">${t(time.inTime ? "asset.claim.inTime" : "asset.claim.late", { rule: clockName(time.rule), day: day(time.lastDay) })}</p>`)}</td>
          <td class="number">${much(it.share, it.amount)}</td><td class="number">${much(it.awardedShare, it.awardedAmount)}</td><td>${it.replyBy ? day(it.replyBy) : ""}</td></tr>`)}</tbody></table></div>
        <ul class="plain-list">${found.reserve.kept.map((it) => html`<li>${word(it.valuation.kind)} ${word(it.valuation.basis)} ${money(it.valuation.value)}: ${t("asset.kept", { reserved: money(it.reserved), free: money(it.free) })}</li>`)}</ul>`}</section>`;
  }

  /** Who gets what of the money that it brought, and what no longer fits. */
  renderDistributions() {
    const found = this.distributions.value;
    if (!found?.agreed.length) return nothing;
    const said = (it) => Object.entries(it.distribution).map(([name, much]) => html`<tr><th scope="row">${word(name, "field")}</th><td class="number">${name === "hostShare" ? fraction(much) : name === "shareWaiver" ? much : money(much)}</td></tr>`);
    return html`<section class="card wide"><h2>${t("asset.distributions")}</h2>
      ${found.gaps.length ? html`<p>${badge(t("asset.distributions.broken"), "critical")} ${found.gaps.map((it) => word(it, "gap")).join("; ")}</p>` : nothing}
      ${found.agreed.map((it) => html`<div class="table-frame" tabindex="0" role="region" aria-label=${`${t("asset.distributions")} ${day(it.on)}`}><table><caption>${day(it.on)}: ${word(it.standing, "standing")}</caption>
        <tbody>${said(it)}${it.left ? html`<tr><th scope="row">${t("asset.distributions.left")}</th><td class="number">${money(it.left)}</td></tr>` : nothing}</tbody></table></div>`)}</section>`;
  }

  /** From what it came, and what took its place. */
  renderParts(asset) {
    const link = (id) => html`<a href=${toAsset(id)}>${id}</a>`;
    return asset.split
      ? html`<p class="quiet">${t("asset.split", { day: day(asset.split.on) })} ${link(asset.split.awarded)}, ${link(asset.split.rest)}</p>`
      : asset.partOf
        ? html`<p class="quiet">${t("asset.partOf", { share: fraction(asset.partOf.share) })} ${link(asset.partOf.assetId)}</p>`
        : nothing;
  }

  renderHolders(asset) {
    const behind = this.holders.value;
    const interests = (asset.interests ?? []).filter((it) => it.counts);
    return html`<section class="card wide"><h2>${t("asset.holders")}</h2>
      ${me().may("registerCompany") && this.may("recordInterest") ? html`<p class="no-print"><button type="button" class="small" @click=${() => this.registerCompany()}>${word("registerCompany")}</button></p>` : nothing}
      ${interests.length === 0
        ? html`<p class="empty">${t("asset.holders.none")}</p>`
        : html`<div class="table-frame" tabindex="0" role="region" aria-label=${t("asset.holders")}><table><caption class="sr">${t("asset.holders")}</caption>
          <thead><tr><th scope="col">${t("asset.holder")}</th><th scope="col">${t("asset.right")}</th><th scope="col" class="number">${t("asset.share")}</th><th scope="col">${t("asset.period")}</th><th scope="col">${t("asset.confidence")}</th></tr></thead>
          <tbody>${interests.map((it) => html`<tr><th scope="row">${this.holder(it.holder)}</th><td>${word(it.right)} ${this.actsOn(this.commands?.interests, { interestId: it.id })}</td><td class="number">${fraction(it.share)}</td><td>${period(it)}</td><td>${word(it.confidence)} <span class="quiet">${it.source}</span></td></tr>`)}</tbody></table></div>`}
      ${behind?.stakes.length ? this.renderBehind(asset, behind) : nothing}</section>`;
  }

  holder(it) {
    return it.caseId ? html`<a href=${toCase(it.caseId)}>${called(it)}</a>` : called(it);
  }

  renderBehind(asset, behind) {
    const heads = [t("asset.holder"), t("asset.atLeast"), t("asset.atMost"), t("asset.ways")];
    const ways = (it) => it.paths.map((path) => `${path.steps.map((step) => `${called(step.holder)} ${fraction(step.share)}`.trim()).join(" → ")}`);
    const nodes = new Map([[this.of, { key: this.of, label: asset.description, kind: "ASSET" }]]);
    behind.stakes.forEach((it) => nodes.set(it.key, { key: it.key, label: called(it.holder), kind: it.holder.kind }));
    const edges = behind.stakes.map((it) => ({ from: it.in ?? this.of, to: it.key, label: [fraction(it.share), it.right === "OWNER" ? "" : word(it.right)].filter(Boolean).join(" ") }));
    return html`<div class="figure-head"><h3>${t("asset.behind", { day: day(behind.on) })}</h3>
        ${csvButton(t("asset.holders"), heads, () => behind.holders.map((it) => [called(it.holder), it.atLeast, it.atMost, ways(it).join("; ")]))}
        ${this.may("exportHolders") ? html`<a class="button small no-print" href=${`${this.base}/holders/export`} download="holders.ftm.json">${t("asset.export")}</a>` : nothing}</div>
      <p class="quiet">${t("asset.behind.lead", { known: behind.knownTitle })}</p>
      <rp-graph .name=${t("asset.holders")} .nodes=${[...nodes.values()]} .edges=${edges}></rp-graph>
      <div class="table-frame" tabindex="0" role="region" aria-label=${t("asset.effective")}><table><caption>${t("asset.effective")}</caption>
        <thead><tr><th scope="col">${t("asset.holder")}</th><th scope="col" class="number">${t("asset.effectiveShare")}</th><th scope="col">${t("asset.ways")}</th></tr></thead>
        <tbody>${behind.holders.map((it) => html`<tr><th scope="row">${this.holder(it.holder)} ${it.ultimate ? nothing : html`<span class="quiet">${word(it.holder.kind, "holder")}</span> ${me().may("recordHolding") ? html`<button type="button" class="small no-print" @click=${() => this.askOfCompany("recordHolding", { id: it.holder.companyId })}>${word("recordHolding")}<span class="sr"> ${called(it.holder)}</span></button>` : nothing}`}</th>
          <td class="number">${bounds(it)}</td><td>${ways(it).map((way) => html`${way}<br>`)}</td></tr>`)}</tbody></table></div>
      <ul class="plain-list">
        ${behind.gaps.map((it) => html`<li>${t("asset.gap", { part: percent(it.part), of: it.companyId ? called(it) : asset.description })}</li>`)}
        ${Number(behind.circular) > 0 ? html`<li>${t("asset.circular", { part: percent(behind.circular) })}</li>` : nothing}
        ${Number(behind.untold) > 0.0001 ? html`<li>${t("asset.untold", { part: percent(behind.untold) })}</li>` : nothing}
        ${behind.holdersLeftOut + behind.stakesLeftOut > 0 ? html`<li>${t("asset.leftOut", { count: behind.holdersLeftOut + behind.stakesLeftOut })}</li>` : nothing}
      </ul>`;
  }

  /** Where the asset is comes first, then where it was. What was corrected is told in the journal. */
  renderPlaces(asset) {
    const places = (asset.places ?? []).filter((it) => it.counts).sort((a, b) => (b.from ?? "").localeCompare(a.from ?? ""));
    if (!places.length) return nothing;
    return html`<section class="card"><h2>${t("asset.places")}</h2><ul class="plain-list">${places.map((it) => html`<li><b>${it.location.jurisdiction}</b> ${it.from ? t("asset.places.from", { day: day(it.from) }) : t("asset.places.unknown")} ${it.until ? t("asset.places.until", { day: day(it.until) }) : badge(t("asset.places.now"))} ${known(it.provenance)} ${this.actsOn(this.commands?.places, { placeId: it.id })}</li>`)}</ul></section>`;
  }

  /** What is due first, then what was paid. */
  renderUpkeep(asset) {
    if (!asset.upkeep?.length) return nothing;
    const things = [...asset.upkeep].sort((a, b) => Number(Boolean(a.paidOn)) - Number(Boolean(b.paidOn)) || a.dueOn.localeCompare(b.dueOn));
    return html`<section class="card"><h2>${t("asset.upkeep")}</h2><ul class="plain-list">${things.map((it) => html`<li><b>${word(it.kind)}</b> ${it.amount ? money(it.amount) : nothing} ${it.paidOn ? badge(t("asset.upkeep.paid", { day: day(it.paidOn) }), "quiet") : due(it.dueOn)} <span class="quiet">${it.payee}</span> ${it.paidOn ? nothing : this.actsOn(this.commands?.upkeep, { upkeepId: it.id })}</li>`)}</ul></section>`;
  }

  actsOn(commands, path) {
    return (commands ?? []).filter((it) => this.may(it.id)).map((it) => html`<button type="button" class="small no-print" title=${it.summary} @click=${() => this.ask(it.id, path)}>${word(it.id)}</button>`);
  }

  render() {
    const asset = this.file.value?.data;
    if (!asset) return html`<h1 tabindex="-1">${t("asset.title")}</h1>${waiting(this.file)}`;
    return html`
      <div class="place-head"><div><p class="quiet"><a href=${to("assets")}>${t("nav.assets")}</a></p>
        <h1 tabindex="-1">${asset.description}</h1><p>${badge(word(asset.state), tone(asset.state))} ${word(asset.kind)}</p>${this.renderParts(asset)}</div>
        <span class="push"></span><button type="button" class="no-print" @click=${() => print()}>${t("app.print")}</button>
        ${this.commands?.own.some((it) => this.may(it.id))
          ? html`<details class="acts-menu no-print"><summary class="button primary">${t("case.acts")}</summary><ul>${this.commands.own.filter((it) => this.may(it.id)).map((it) => html`<li><button type="button" @click=${(event) => {
              event.target.closest("details").open = false;
              this.ask(it.id);
            }}><b>${word(it.id)}</b><span class="quiet">${it.summary}</span></button></li>`)}</ul></details>`
          : nothing}
      </div>
      <div class="case-grid">
        ${this.renderMerger(asset)}
        ${this.renderAlike(asset)}
        <section class="card"><h2>${t("asset.title")}</h2><dl class="facts">
          <div><dt>${t("asset.identifiers")}</dt><dd>${asset.identifiers?.length ? asset.identifiers.map((it) => html`${word(it.scheme)} <code>${it.value ?? it.masked}</code> ${known(it.provenance)}<br>`) : t("asset.identifiers.none")}
            ${(asset.corrections ?? []).map((it) => html`<span class="quiet">${t("asset.corrected", { wrong: it.wrong.value, right: it.successor.value, day: moment(it.recordedAt) })} ${it.reason}</span><br>`)}</dd></div>
          <div><dt>${t("col.description")}</dt><dd>${known(asset.descriptionProvenance)}</dd></div>
          <div><dt>${t("asset.where")}</dt><dd>${[asset.location?.address, asset.location?.jurisdiction ?? asset.location?.country].filter(Boolean).join(", ")}</dd></div>
          <div><dt>${t("asset.source")}</dt><dd>${asset.source}</dd></div>
          <div><dt>${t("asset.confidence")}</dt><dd>${word(asset.confidence)}</dd></div>
          <div><dt>${t("asset.registered")}</dt><dd>${moment(asset.registeredAt)}</dd></div></dl></section>
        ${this.renderOrders(asset)}
        ${this.renderFindings(asset)}
        ${this.renderPlaces(asset)}
        ${this.renderUpkeep(asset)}
        ${this.renderDistributions()}
        ${this.renderClaims(asset)}
        <section class="card wide"><h2>${t("asset.values")}</h2>${this.renderValues()}${asset.valuations?.length
          ? html`<ul class="plain-list">${[...asset.valuations].reverse().map((it) => html`<li><b>${money(it.value)}</b> ${badge(word(it.kind))} ${word(it.basis)} <span class="quiet">${t("asset.valuedOn")} ${day(it.valuedOn)}, ${it.method ?? ""}, ${it.valuer ?? ""}</span></li>`)}</ul>`
          : html`<p class="empty">${t("asset.values.none")}</p>`}</section>
        ${this.renderHolders(asset)}
        <section class="card"><h2>${t("asset.cases")}</h2>${asset.cases?.length
          ? html`<ul class="plain-list">${asset.cases.map((it) => html`<li><a href=${toCase(it.caseId)}>${it.displayName ?? it.caseId}</a> ${badge(word(it.standing))} ${this.actsOn(this.commands?.cases, { caseId: it.caseId })}${bears(this.grounds.value?.cases.find((known) => known.caseId === it.caseId)?.ground)}</li>`)}</ul>`
          : html`<p class="empty">${t("asset.cases.none")}</p>`}</section>
        ${this.journal.value?.items ? html`<section class="card"><h2>${t("case.journal")}</h2><ol class="journal">${[...this.journal.value.items].reverse().map((item) => item.entry).map((entry) => html`<li><span class="quiet">${moment(entry.at)}</span> <b>${word(entry.type)}</b> <span class="quiet">${entry.actor?.id ?? ""}</span></li>`)}</ol></section>` : nothing}
      </div>
      <rp-dialog></rp-dialog>`;
  }
}

/** Each delay in days, a dash for what has not come. */
function afterDecision(days) {
  return Object.fromEntries(["recorded", "applied", "entered", "served"].map((what) => [what, days?.[what] === undefined ? "–" : number(days[what])]));
}

/** Which steps on the asset the case bears, and since when. */
function bears(ground) {
  if (!ground) return nothing;
  if (!ground.agreedOn) return html`<p class="quiet">${t("asset.notAgreed")}</p>`;
  return html`<ul class="plain-list quiet">${ground.gates.map((it) => html`<li>${bearing(it)}</li>`)}</ul>`;
}

function bearing({ gate, from, through, missing }) {
  const said = { gate: word(gate), from: day(from), through: day(through), checks: missing.join(", ") };
  if (missing.length) return t("asset.lacks", said);
  return through ? t("asset.bears.until", said) : t("asset.bears", said);
}

customElements.define("rp-asset", AssetPage);
