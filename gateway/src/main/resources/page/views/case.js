/** A case on one page: what is known, what was decided and by whom, what may be done next and what it still lacks. */
import { View, html, nothing, repeat, waiting, badge, tone, Reading } from "../part.js";
import { t, word, said } from "../words.js";
import { read, list, whole } from "../api.js";
import { to, toAsset, toAlert, toList } from "../router.js";
import { day, moment, money, country, daysUntil, number, today } from "../format.js";
import { commandsAt } from "../parts/form.js";
import { me } from "../me.js";
import { term, personTerms } from "../parts/facts.js";
import { alertTitle, asWritten, clockName, conditionText, factName, limitationText, obstacleText, ruleText } from "../texts.js";
import { due, words } from "./lists.js";
import "../parts/dialog.js";
import "../parts/table.js";

const JOURNAL_SHOWN = 50; // entries at first, the newest

/** What each part of the page is read from, and by which operation it is allowed. */
const PARTS = {
  moves: { operation: "readMoves", path: "/moves" },
  strategies: { operation: "readStrategies", path: "/strategies" },
  assessment: { operation: "readAssessment", path: "/assessment" },
  pathways: { operation: "readPathwaysOfCase", path: "/pathways" },
  notices: { operation: "readNoticesOfCase", path: "/notices" },
  assurances: { operation: "readAssurancesOfCase", path: "/assurances" },
  proposals: { operation: "readProposals", path: "/proposals" },
  checks: { operation: "readChecks", path: "/checks" },
  rights: { operation: "readRights", path: "/rights" },
  facts: { operation: "readFacts", path: "/facts" },
  clocks: { operation: "readClocks", path: "/clocks" },
  grants: { operation: "readGrants", path: "/grants" },
  location: { operation: "readLocation", path: "/location" },
  verification: { operation: "caseJournalVerification", path: "/journal/verification" },
};

class CasePage extends View {
  static properties = { of: { attribute: false } };

  get base() {
    return `/v1/cases/${encodeURIComponent(this.of)}`;
  }

  file = this.reading((signal) => read(this.base, signal));
  acts = this.reading(async (signal) => (await read(`${this.base}/acts`, signal)).data);
  assets = this.reading(async (signal) => (me().may("listAssets") ? list(`/v1/assets?caseId=${encodeURIComponent(this.of)}&limit=100`, signal) : undefined));
  alerts = this.reading(async (signal) => (me().may("listAlerts") ? list(`/v1/alerts?caseId=${encodeURIComponent(this.of)}&status=OPEN&status=ACKNOWLEDGED&limit=50`, signal) : undefined));
  part = Object.fromEntries(
    Object.entries(PARTS).map(([name, { operation, path }]) => [
      name,
      this.reading(async (signal) => (me().may(operation) ? (await read(this.base + path, signal)).data : undefined)),
    ]),
  );
  journal = this.reading(async (signal) => (me().may("caseJournal") ? whole(`${this.base}/journal`, signal) : undefined));
  reads = this.reading(async (signal) => (me().may("accessJournal") ? list(`/v1/operations/case/access-journal?object=${encodeURIComponent(this.of)}&limit=200`, signal) : undefined));
  /** Each course with where it could go next, by its id. */
  courses = new Map();

  connectedCallback() {
    super.connectedCallback();
    this.on(globalThis, "beforeprint", () => this.laidOutForPaper());
    Promise.all([
      commandsAt("/v1/cases/", ["id"]),
      ...["courseId", "proposalId", "number", "entryId", "clockId", "stayId", "grantId", "correctionId", "chargeId"].map((name) => commandsAt("/v1/cases/", ["id", name])),
    ]).then(([own, ...rest]) => {
      this.commands = { own };
      rest.forEach((commands) => commands.forEach((it) => ((this.commands[/\{(\w+)\}[^{]*$/.exec(it.path)[1]] ??= []).push(it))));
      this.requestUpdate();
    });
  }

  willUpdate(changed) {
    if (changed.has("of") && changed.get("of") !== undefined) {
      this.readAnew();
    }
    for (const [kind, name] of [["pathways", "pathways"], ["notices", "notices"], ["assurances", "assurances"]]) {
      for (const course of this.part[name].value?.items ?? []) {
        this.followCourse(kind, course);
      }
    }
  }

  /** A course is read with what it lacks, once for each version of the case. */
  followCourse(kind, course) {
    const version = this.file.value?.etag;
    const known = this.courses.get(course.id);
    if (course.ended || !version || known?.version === version) return;
    const reading = known?.reading ?? new Reading(this, async (signal) => (await read(`${this.base}/${kind}/${encodeURIComponent(course.id)}`, signal)).data);
    this.courses.set(course.id, { version, reading });
    reading.soon();
  }

  changed({ kind, id }) {
    if (kind === "case" && id === this.of) {
      this.readAll();
    } else if (kind === "asset") {
      this.assets.soon();
    } else if (kind === "alert") {
      this.alerts.soon();
    }
  }

  may(operation) {
    return this.acts.value ? this.acts.value.operations.includes(operation) : false;
  }

  /** Whether the person holds one of these offices, such as `LO` of either state or `HS-LO` of the host. */
  isAmong(offices) {
    const side = me().authority.startsWith(`${this.file.value?.data.requestedState}-`) ? "HS" : "RS";
    return me().roles.some((role) => offices?.includes(role) || offices?.includes(`${side}-${role}`));
  }

  ask(command, path = {}, more = {}) {
    this.querySelector("rp-dialog").ask({
      command,
      path: { id: this.of, ...path },
      version: this.file.value?.etag,
      journal: `${this.base}/journal`,
      again: async () => (await read(this.base)).etag,
      done: () => this.readAll(),
      ...more,
    });
  }

  render() {
    const found = this.file.value?.data;
    if (!found) {
      return html`<h1 tabindex="-1">${t("col.case")}</h1>${waiting(this.file)}`;
    }
    const sections = [
      ["person", this.renderPerson(found)],
      ["strategy", this.renderStrategy()],
      ["pathways", this.renderPathways()],
      ["safeguards", this.renderSafeguards()],
      ["clocks", this.renderClocks()],
      ["assets", this.renderAssets()],
      ["notices", this.renderNotices()],
      ["facts", this.renderFacts()],
      ["alerts", this.renderAlerts()],
      ["journal", this.renderJournal()],
      ["reads", this.renderReads()],
    ].filter(([, content]) => content !== nothing);
    return html`
      <div class="place-head case-head">
        <div><p class="quiet"><span class="no-print"><a href=${to("cases")}>${t("nav.cases")}</a> / </span>${found.fileNumber}</p>
          <h1 tabindex="-1">${found.person?.name}</h1>
          <p>${badge(word(found.state), tone(found.state))} ${t("case.requestedBy", { requesting: country(found.requestingState), requested: country(found.requestedState) })}
            · ${t("case.assignee")}: ${found.assignee ?? t("case.unassigned")}</p>
          <p class="quiet presumed-line">${t("app.presumed")}</p>
          <p class="paper-only">${t("case.printed", { at: moment(new Date().toISOString()), by: me().id })}</p></div>
        <span class="push"></span>
        <button type="button" class="no-print" @click=${() => print()}>${t("app.print")}</button>
        ${this.renderActs()}
      </div>
      ${this.renderProposals()}
      <nav class="sections no-print" aria-label=${t("case.sections")}><ul>${sections.map(([name]) => html`<li><a href="#${name}" @click=${(event) => this.jump(event, name)}>${t(`case.${name}`)}</a></li>`)}</ul></nav>
      <div class="case-grid">${sections.map(([name, content]) => html`<section id=${name} class="card s-${name}" aria-labelledby="h-${name}" tabindex="-1"><h2 id="h-${name}">${t(`case.${name}`)}</h2>${content}</section>`)}</div>
      <rp-dialog></rp-dialog>`;
  }

  jump(event, name) {
    event.preventDefault();
    const section = this.querySelector(`#${name}`);
    section.scrollIntoView({ block: "start" });
    section.focus({ preventScroll: true });
  }

  /** The commands on the case itself. */
  get ownCommands() {
    return (this.commands?.own ?? []).filter((it) => this.may(it.id));
  }

  offers() {
    return this.ownCommands.map((it) => ({ name: word(it.id), more: it.summary, run: () => this.ask(it.id, {}, { title: word(it.id) }) }));
  }

  renderActs() {
    const commands = this.ownCommands;
    if (commands.length === 0) return nothing;
    return html`<details class="acts-menu no-print"><summary class="button primary">${t("case.acts")}</summary>
      <ul>${commands.map((it) => html`<li><button type="button" @click=${(event) => this.choose(event, it)}><b>${word(it.id)}</b><span class="quiet">${it.summary}</span></button></li>`)}</ul>
    </details>`;
  }

  choose(event, command) {
    event.target.closest("details").open = false;
    this.ask(command.id, {}, { title: word(command.id) });
  }

  /** The commands on one item of a part, such as a check or a clock. */
  actsOn(param, path) {
    const commands = (this.commands?.[param] ?? []).filter((it) => this.may(it.id));
    return commands.length
      ? html`<span class="item-acts no-print">${commands.map((it) => html`<button type="button" class="small" title=${it.summary} @click=${() => this.ask(it.id, path, { title: word(it.id) })}>${word(it.id)}</button>`)}</span>`
      : nothing;
  }

  /** A part of the page: shown, waiting, or not there for this person. */
  partOf(reading, content, empty) {
    if (reading.isForbidden || (reading.value === undefined && !reading.loading && !reading.problem)) return nothing;
    if (reading.value === undefined) return waiting(reading);
    return content(reading.value) ?? html`<p class="empty">${empty}</p>`;
  }

  renderPerson(found) {
    const person = found.person ?? {};
    const location = this.part.location.value;
    return html`<dl class="facts">
      ${personTerms(person)}
      ${location?.country ? term(t("case.location"), country(location.country)) : nothing}
      ${found.origin ? term(t("case.provenance"), html`${found.origin.listId ? html`<a href=${toList(found.origin.listId)}>${found.origin.source}</a>, ${t("case.row", { row: found.origin.row })}` : found.origin.source}, ${day(found.origin.handedOverOn)}`) : nothing}
      ${term(t("case.opened"), moment(found.openedAt))}
    </dl>
    ${found.allegation
      ? html`<h3>${t("case.allegation")} ${badge(word(found.allegation.kind), "medium")}</h3>
          <p>${found.allegation.offenceSummary}</p>
          <dl class="facts">${term(t("case.authority"), found.allegation.authority)}${found.allegation.amountAlleged ? term(t("case.amount"), money(found.allegation.amountAlleged)) : nothing}</dl>`
      : nothing}
    ${this.renderGrants()}`;
  }

  renderGrants() {
    const items = this.part.grants.value?.items ?? [];
    return items.length
      ? html`<h3>${t("case.grants")}</h3><ul class="plain-list">${repeat(items, (it) => it.id, (it) => html`<li><b>${it.officer}</b> ${word(it.compartment)} <span class="quiet">${it.reasons}, ${it.by}, ${moment(it.until)}</span> ${this.actsOn("grantId", { grantId: it.id })}</li>`)}</ul>`
      : nothing;
  }

  renderProposals() {
    const items = this.part.proposals.value?.items ?? [];
    if (items.length === 0) return nothing;
    return html`<section class="card waiting-second" aria-labelledby="h-proposals"><h2 id="h-proposals">${t("case.proposals")}</h2>
      <ul class="plain-list">${repeat(items, (it) => it.id, (it) => html`<li>
        <b>${word(it.kind)}: ${word(it.from)} → ${word(it.to)}</b> <span class="quiet">${it.by}, ${moment(it.proposedAt)}; ${t("case.waitsFor", { roles: words(it.waitsFor), until: moment(it.expiresAt) })}</span>
        ${it.reasons ? html`<p>${it.reasons}</p>` : nothing} ${this.actsOn("proposalId", { proposalId: it.id })}</li>`)}</ul></section>`;
  }

  renderStrategy() {
    const strategies = this.partOf(this.part.strategies, (value) => {
      const newest = value.items.at(-1);
      return newest
        ? html`<p>${badge(word(newest.status), tone(newest.status))} <b>${newest.pathways.map((it) => `${it.rank}. ${word(it.kind)}`).join(" · ")}</b></p>
            <p>${newest.reasons}</p>
            <p class="quiet">${t("case.strategy.by", { by: newest.proposedBy, at: moment(newest.proposedAt) })} · ${t("case.strategy.review", { day: day(newest.reviewOn) })}</p>
            ${newest.signatures?.length ? html`<p>${t("case.strategy.signed")}: ${newest.signatures.map((it) => html`${word(it.side, "side")} ${it.by}, ${it.reference ?? ""} ${day(it.agreedOn)}; `)}</p>` : nothing}
            ${this.actsOn("number", { number: newest.number })}`
        : undefined;
    }, t("case.strategy.none"));
    const assessment = this.partOf(this.part.assessment, (value) => html`<h3>${t("case.assessment")}</h3>
      <p class="quiet">${t("case.assessment.at", { at: moment(value.at), edition: value.edition })}
        ${value.leftOut?.length ? t("case.assessment.leftOut", { compartments: words(value.leftOut) }) : ""}</p>
      <ul class="ways">${(value.pathways ?? []).map((it) => html`<li>${badge(word(it.effect), tone(it.effect))} <b>${word(it.pathway)}</b> <span class="quiet">${(it.rules ?? []).join(", ")}</span>
        ${it.conditions?.length ? html`<ul>${it.conditions.map((condition) => html`<li>${conditionText(condition)}</li>`)}</ul>` : nothing}</li>`)}</ul>
      <details><summary>${t("case.assessment.rules")}</summary><ul class="plain-list">${(value.rules ?? []).map((it) => html`<li><b>${it.rule}</b> ${badge(word(it.firing))} ${ruleText(it)}
        <span class="quiet">${it.citation}</span> ${Object.entries(it.facts ?? {}).map(([fact, answer]) => html`<code>${factName(fact)} = ${word(answer)}</code> `)}</li>`)}</ul></details>
      ${value.whatWouldChangeThis?.length
        ? html`<details><summary>${t("case.assessment.change")}</summary><ul class="plain-list">${value.whatWouldChangeThis.map((it) => html`<li><b>${factName(it.fact)}</b>
            ${(it.outlooks ?? []).map((outlook) => html`<div>${word(outlook.value ?? outlook.answer ?? "")}: ${(outlook.shifts ?? []).map((shift) => html`${word(shift.way)} ${t("case.assessment.from", { from: word(shift.from), to: word(shift.to) })}; `)}</div>`)}</li>`)}</ul></details>`
        : nothing}`, t("case.assessment.none"));
    return strategies === nothing && assessment === nothing ? nothing : html`${strategies}${assessment}`;
  }

  renderPathways() {
    const own = this.part.moves.value;
    const courses = this.partOf(this.part.pathways, (value) => (value.items.length ? html`${repeat(value.items, (it) => it.id, (it) => this.renderCourse(it, "movePathway"))}` : undefined), t("case.pathways.none"));
    if (courses === nothing && !own) return nothing;
    return html`${own?.next?.length ? html`<div class="course"><h3>${t("col.case")} ${badge(word(own.state), tone(own.state))}</h3>${this.renderNext(own, "moveCase", {})}</div>` : nothing}${courses}`;
  }

  renderCourse(course, command) {
    const known = this.courses.get(course.id)?.reading.value ?? course;
    return html`<div class="course ${course.ended ? "ended" : ""}">
      <h3>${word(course.kind)} <span class="quiet">${titleOf(course)}</span> ${badge(word(course.state), tone(course.state))}</h3>
      ${course.steps?.length ? html`<details><summary>${t("case.steps")} (${number(course.steps.length)})</summary><ol class="steps">${course.steps.map((step) => html`<li>${word(step.to ?? step.state)} <span class="quiet">${day(step.happened?.day ?? step.on?.day ?? step.on)} ${step.by ?? ""}</span></li>`)}</ol></details>` : nothing}
      ${course.ended ? nothing : this.renderNext(known, command, { courseId: course.id })}
    </div>`;
  }

  /** The board: a card for each lawful next step, with who takes it and what it still lacks. */
  renderNext(course, command, path) {
    const next = course.next ?? [];
    if (next.length === 0) return nothing;
    return html`<ul class="board" aria-label=${t("case.board")}>${repeat(next, (step) => [step.to, step.by, step.needs].join(" "), (step) => html`<li class=${step.missing?.length ? "lacks" : "ready"}>
      <p><b>${word(step.to)}</b></p>
      <p class="quiet">${t("case.by", { by: words(step.by) })}${step.approvedBy?.length ? `, ${t("case.then", { by: words(step.approvedBy) })}` : ""}</p>
      ${step.needs?.length ? html`<p class="quiet">${t("case.says", { needs: step.needs.map((need) => word(need, "need")).join(", ") })}</p>` : nothing}
      ${step.missing?.length
        ? html`<p class="lack-head">${t("case.lacks")}</p><ul>${step.missing.map((it) => html`<li>${obstacleText(it, { named: this.named(it.about), by: words(step.by) })}</li>`)}</ul>`
        : html`<p class="ready-head">${t("case.ready")}</p>`}
      ${this.may(command) && this.isAmong(step.by) ? html`<button type="button" class="small no-print" @click=${() => this.move(command, path, step)}>${t("case.move")}<span class="sr"> ${word(step.to)}</span></button>` : nothing}
    </li>`)}</ul>`;
  }

  /** What an obstacle is about, where this page shows it by more than its id. */
  named(about) {
    const courses = ["pathways", "notices", "assurances"].flatMap((name) => this.part[name].value?.items ?? []);
    const course = courses.find((it) => it.id === about);
    if (course) return `${word(course.kind)} ${titleOf(course)} (${word(course.state)})`;
    const clock = this.part.clocks.value?.items.findLast((it) => it.rule === about);
    if (clock) return `${clockName(about)}, ${day(clock.lastDay)}`;
    const stay = this.part.checks.value?.stays?.find((it) => it.id === about);
    if (stay) return `${stay.body}: ${stay.measure}`;
    const titled = [...(this.part.facts.value?.offences ?? []), ...courses.flatMap((it) => it.laterCharges ?? [])].find((it) => it.id === about);
    return titled?.title ?? this.assets.value?.items.find((it) => it.id === about)?.description;
  }

  move(command, path, step) {
    const particulars = Object.fromEntries((step.needs ?? []).filter((need) => need !== "reasons").map((need) => [need, ""]));
    this.ask(command, path, {
      title: `${t("case.move")}: ${word(step.to)}`,
      given: { to: step.to, happened: { day: today() }, ...(Object.keys(particulars).length ? { particulars } : {}) },
      hidden: ["to"],
    });
  }

  renderSafeguards() {
    const checks = this.partOf(this.part.checks, (value) => html`
      ${value.missing?.length ? html`<p class="lack-head">${t("case.checksMissing")}: ${value.missing.map((it) => html`${badge(word(it), "medium")} `)}</p>` : nothing}
      ${value.stays?.length ? html`<h3>${t("case.stays")}</h3><ul class="plain-list">${value.stays.map((it) => html`<li>${badge(word(it.scope ?? "MOVEMENT"), "critical")} ${it.body}: ${it.measure} <span class="quiet">${day(it.receivedOn)}</span> ${this.actsOn("stayId", { stayId: it.id })}</li>`)}</ul>` : nothing}
      ${value.items.length
        ? html`<ul class="plain-list checks">${repeat(value.items, (it) => it.id, (it) => html`<li>${badge(word(it.result), tone(it.result))} <b>${word(it.check)}</b> ${badge(word(it.status))}
            ${it.withheld ? html`<span class="quiet">${t("app.withheld")}</span>` : html`<span>${it.reasons ?? ""}</span>`}
            <span class="quiet">${day(it.on?.day)} ${it.recordedBy ?? ""}${it.decidedBy ? ` → ${it.decidedBy}` : ""}</span>
            ${it.conditions?.length ? html`<ul>${it.conditions.map((condition) => html`<li>${condition}</li>`)}</ul>` : nothing}
            ${this.actsOn("entryId", { entryId: it.id })}</li>`)}</ul>`
        : html`<p class="empty">${t("case.safeguards.none")}</p>`}`, t("case.safeguards.none"));
    const rights = this.partOf(this.part.rights, (value) => (value.items.length
      ? html`<h3>${t("case.rights")}</h3><ul class="plain-list">${value.items.map((it) => html`<li>${word(it.right)} <span class="quiet">${day(it.on?.day)} ${it.evidence ?? ""} ${it.recordedBy ?? ""}</span></li>`)}</ul>`
      : html`<p class="quiet">${t("case.rights.none")}</p>`));
    return checks === nothing ? nothing : html`${checks}${rights}`;
  }

  renderClocks() {
    return this.partOf(this.part.clocks, (value) => {
      if (value.items.length === 0) return undefined;
      const running = value.items.filter((it) => ["RUNNING", "SUSPENDED", "EXPIRED_PRESUMED"].includes(it.state)).sort((a, b) => a.lastDay.localeCompare(b.lastDay));
      const ended = value.items.filter((it) => !running.includes(it));
      return html`<ol class="timeline">${repeat(running, (it) => it.id, (it) => this.renderClock(it))}</ol>
        ${ended.length ? html`<details><summary>${word("ENDED")} (${number(ended.length)})</summary><ol class="timeline past">${ended.map((it) => this.renderClock(it))}</ol></details>` : nothing}`;
    }, t("case.clocks.none"));
  }

  renderClock(it) {
    return html`<li class=${daysUntil(it.lastDay) < 0 ? "late" : daysUntil(it.lastDay) <= 7 ? "soon" : ""}>
      <p><b>${due(it.lastDay)}</b> ${badge(word(it.state), tone(it.state))} ${badge(word(it.kind, "clock"), it.kind === "HARD" ? "high" : "plain")}</p>
      <p>${clockName(it.rule)} <span class="quiet">${asWritten(it.instrument)}</span></p>
      <p class="quiet">${t("case.actBy")} ${day(it.actBy)} · ${word(it.onExpiry)} · ${t("case.source")}: ${asWritten(it.source)}</p>
      ${this.actsOn("clockId", { clockId: it.id })}</li>`;
  }

  renderAssets() {
    return this.partOf(this.assets, (value) => (value.items.length
      ? html`<ul class="plain-list">${value.items.map((it) => html`<li><a href=${toAsset(it.id)}>${it.description}</a> ${badge(word(it.state), tone(it.state))}
          <span class="quiet">${word(it.kind)}, ${it.jurisdiction ?? ""}</span> ${(it.values ?? []).slice(-1).map((one) => html`${money(one.value)} <span class="quiet">${word(one.kind)}</span>`)}
          ${(it.restraints ?? []).filter((order) => order.state === "ISSUED").map((order) => html`<span>${t("asset.endsOn")} ${due(order.endsOn)}</span>`)}</li>`)}</ul>`
      : undefined), t("case.assets.none"));
  }

  renderNotices() {
    const notices = this.part.notices;
    const assurances = this.part.assurances;
    if (notices.isForbidden && assurances.isForbidden) return nothing;
    const items = [...(notices.value?.items ?? []).map((it) => [it, "moveNotice"]), ...(assurances.value?.items ?? []).map((it) => [it, "moveAssurance"])];
    if (notices.value === undefined && assurances.value === undefined) {
      return notices.loading || notices.problem ? waiting(notices) : nothing;
    }
    return items.length ? html`${repeat(items, ([it]) => it.id, ([it, command]) => this.renderCourse(it, command))}` : html`<p class="empty">${t("case.notices.none")}</p>`;
  }

  renderFacts() {
    return this.partOf(this.part.facts, (value) => {
      if (value.items.length === 0 && !value.offences?.length) return undefined;
      return html`${value.items.length
        ? html`<ul class="plain-list facts-list">${value.items.filter((it) => it.counts !== false).map((it) => html`<li><b>${word(it.name)}</b>: ${it.withheld ? t("app.withheld") : word(it.value)} ${badge(word(it.kind))}
            <span class="quiet">${it.source ?? ""}${it.asOf ? `, ${t("case.asOf", { day: day(it.asOf) })}` : ""}</span></li>`)}</ul>`
        : nothing}
      ${value.offences?.length
        ? html`<h3>${t("case.offences")}</h3><ul class="plain-list">${value.offences.map((it) => html`<li><b>${it.title}</b> <span class="quiet">${word(it.side, "side")} ${day(it.committedFrom)} – ${day(it.committedTo)}</span>
            ${(it.limitation ?? []).map((limit) => html`<div>${word(limit.in, "side")}: ${badge(word(limit.standing), limit.standing === "NOT_EXPIRED" ? "good" : "high")} ${limitationText(limit)}</div>`)}</li>`)}</ul>`
        : nothing}`;
    }, t("case.facts.none"));
  }

  renderAlerts() {
    return this.partOf(this.alerts, (value) => (value.items.length
      ? html`<ul class="plain-list">${value.items.map((it) => html`<li>${badge(word(it.about.severity), tone(it.about.severity))} <a href=${toAlert(it.id)}>${alertTitle(it.about)}</a> <span class="quiet">${word(it.status, "alert")}</span></li>`)}</ul>`
      : undefined), t("case.alerts.none"));
  }

  renderJournal() {
    const verification = this.part.verification.value;
    return this.partOf(this.journal, (value) => html`
      ${verification ? html`<p>${verification.whole ? badge(t("case.journal.whole", { count: number(verification.entries) }), "good") : badge(said("journal.broken", { at: verification.brokenAt }) ?? t("case.journal.broken", { detail: verification.detail }), "critical")}</p>` : nothing}
      ${value.items.length
        ? html`<ol class="journal" reversed>${[...value.items].reverse().slice(0, this.allEntries ? undefined : JOURNAL_SHOWN).map((item) => this.renderEntry(item.entry))}</ol>
            ${value.items.length > JOURNAL_SHOWN && !this.allEntries ? html`<p><button type="button" class="small" @click=${this.showAllEntries}>${t("now.showAll", { count: number(value.items.length) })}</button></p>` : nothing}
            ${value.cut ? html`<p class="quiet">${t("case.journal.cut")}</p>` : nothing}`
        : html`<p class="empty">${t("case.journal.none")}</p>`}`);
  }

  showAllEntries() {
    this.allEntries = true;
    this.requestUpdate();
  }

  /** Paper has all of it, and is drawn before this returns. */
  laidOutForPaper() {
    const found = this.file.value?.data;
    document.documentElement.style.setProperty("--paper-head", JSON.stringify(found ? `${found.fileNumber} · ${found.person?.name}` : ""));
    this.showAllEntries();
    this.performUpdate();
  }

  /** Who looked at the file, for auditors. One look reads many parts: those of one person within a minute are one. */
  renderReads() {
    return this.partOf(this.reads, (value) => {
      const looks = [];
      for (const { at, actor, kind, purpose } of value.items) {
        const last = looks.at(-1);
        const refused = kind === "REFUSAL";
        if (last && last.by === actor?.id && last.refused === refused && last.at.slice(0, 16) === at.slice(0, 16)) {
          last.parts++;
        } else {
          looks.push({ at, by: actor?.id, refused, purpose, parts: 1 });
        }
      }
      return html`<p class="quiet">${t("case.reads.lead")}</p><ol class="journal">${looks.map((look) => html`<li><span class="quiet">${moment(look.at)}</span> <b>${look.by ?? ""}</b>
        ${look.refused ? badge(word("REFUSAL"), "medium") : nothing} <span class="quiet">${t("case.reads.parts", { count: number(look.parts) })} ${look.purpose ?? ""}</span></li>`)}</ol>`;
    });
  }

  renderEntry(entry) {
    return html`<li><span class="quiet">${moment(entry.at)}</span> <b>${word(entry.type)}</b> <span class="quiet">${entry.actor?.id ?? ""}</span></li>`;
  }
}

/** What a course is called, where somebody called it more than its kind. */
const titleOf = (course) => (word(course.title) === word(course.kind) ? "" : course.title);

customElements.define("rp-case", CasePage);
