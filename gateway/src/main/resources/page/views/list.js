/** A list on one page: handing one over, its funnel, and what became of each row; held rows two by two. */
import { View, html, nothing, repeat, waiting, badge, tone } from "../part.js";
import { t, word } from "../words.js";
import { read, list, send, newKey, Refused, Away } from "../api.js";
import { go, to, toCase, toList } from "../router.js";
import { day, moment, number, names, country, today } from "../format.js";
import { me } from "../me.js";
import { problemText, refusedText } from "../texts.js";
import { term, personTerms } from "../parts/facts.js";
import "../parts/dialog.js";
import "../parts/table.js";

const PREVIEW_BYTES = 64 * 1024;
const PREVIEW_ROWS = 6;
const PROGRESS_EVERY = 500; // milliseconds, while rows are being screened

class ListPage extends View {
  static properties = { of: { attribute: false } };

  get isNew() {
    return this.of === "new";
  }

  get base() {
    return `/v1/lists/${encodeURIComponent(this.of)}`;
  }

  file = this.reading(async (signal) => (this.isNew ? { data: undefined } : read(this.base, signal)));
  entries = this.reading(async (signal) => (this.isNew || !me().may("readEntries") ? { items: [] } : list(`${this.base}/entries?limit=200${this.outcome ? `&outcome=${this.outcome}` : ""}`, signal)));
  held = this.reading(async (signal) => (this.isNew || !me().may("readEntries") ? { items: [] } : list(`${this.base}/entries?outcome=HELD&limit=200`, signal)));

  willUpdate(changed) {
    if (changed.has("of") && changed.get("of") !== undefined) {
      this.readAnew();
    }
  }

  /** Further rows of the outcomes, after those that are shown. */
  async more() {
    const { items, next } = this.entries.value;
    const page = await list(`${this.base}/entries?limit=200${this.outcome ? `&outcome=${this.outcome}` : ""}&cursor=${encodeURIComponent(next)}`);
    this.entries.value = { items: [...items, ...page.items], next: page.next };
    this.requestUpdate();
  }

  changed({ kind }) {
    if (kind === "case" && !this.isNew && this.file.value?.data?.completedAt === undefined) this.readAll();
  }

  updated() {
    clearTimeout(this.progress);
    const data = this.file.value?.data;
    if (data && !data.completedAt && this.isConnected) {
      this.progress = setTimeout(() => this.readAll(), PROGRESS_EVERY);
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.progress);
  }

  render() {
    return this.isNew ? this.renderHandOver() : this.renderList();
  }

  renderHandOver() {
    return html`<div class="place-head"><div><p class="quiet"><a href=${to("lists")}>${t("nav.lists")}</a></p><h1 tabindex="-1">${t("lists.handOver")}</h1></div></div>
      ${this.problem ? this.renderProblem() : nothing}
      <form class="card" @submit=${this.handOver}>
        <div class=${this.over ? "drop over" : "drop"} @dragover=${(event) => this.drag(event, true)} @dragleave=${(event) => this.drag(event, false)} @drop=${this.drop}>
          <p>${t("lists.drop")}</p>
          <label class="button">${t("lists.choose")} <input class="sr" type="file" accept=".csv,.json,.jsonl,.ndjson,text/csv" @change=${(event) => this.take(event.target.files[0])}></label>
        </div>
        ${this.preview
          ? html`<h2>${t("lists.preview", { name: this.chosen.name })}</h2>
              <p class="quiet">${t("lists.previewHint", { size: `${number(Math.ceil(this.chosen.size / 1024))} KiB`, rows: this.preview.more ? `> ${number(this.preview.lines)}` : number(this.preview.lines) })}</p>
              <div class="table-frame" tabindex="0" role="region" aria-label=${t("lists.preview", { name: this.chosen.name })}><table><tbody>${this.preview.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`
          : nothing}
        <div class="beside">
          <div class="field"><label for="requesting">${t("col.requestingState")}</label><input id="requesting" name="requestingState" pattern="[A-Z]{2}" maxlength="2" required value=${this.side("requesting")}></div>
          <div class="field"><label for="requested">${t("col.requestedState")}</label><input id="requested" name="requestedState" pattern="[A-Z]{2}" maxlength="2" required value=${this.side("requested")}></div>
          <div class="field"><label for="handed">${t("col.handedOverOn")}</label><input id="handed" type="date" name="handedOverOn" required max=${today()} value=${today()}></div>
          <div class="field"><label for="reference">${t("lists.reference")} <span class="quiet">${t("form.optional")}</span></label><input id="reference" name="reference" maxlength="100"></div>
        </div>
        <button class="primary" ?disabled=${!this.chosen || this.sending}>${this.sending ? t("app.sending") : t("lists.handOver")}</button>
      </form>`;
  }

  renderProblem() {
    return html`<div class="refusal" role="alert"><p>${problemText(this.problem)}</p>
      ${(this.problem.fields ?? []).map((it) => html`<p>${refusedText(it)}</p>`)}</div>`;
  }

  side(name) {
    const own = me().authority.slice(0, 2);
    return name === "requested" && !me().roles.includes("LI") ? own : name === "requesting" && me().roles.includes("LI") ? own : "";
  }

  drag(event, over) {
    event.preventDefault();
    this.over = over;
    this.requestUpdate();
  }

  drop(event) {
    this.drag(event, false);
    this.take(event.dataTransfer.files[0]);
  }

  /** Shows the first rows of a file before anything is sent. */
  async take(file) {
    if (!file) return;
    this.chosen = file;
    this.problem = undefined;
    const text = await file.slice(0, PREVIEW_BYTES).text();
    const lines = text.split(/\r?\n/).filter((line) => line !== "");
    this.preview = { rows: lines.slice(0, PREVIEW_ROWS).map(cells), lines: lines.length, more: file.size > PREVIEW_BYTES };
    this.requestUpdate();
  }

  async handOver(event) {
    event.preventDefault();
    this.sending = true;
    this.key ??= newKey();
    this.requestUpdate();
    const asked = new URLSearchParams();
    for (const [name, value] of new FormData(event.target)) {
      if (typeof value === "string" && value !== "") asked.set(name, value);
    }
    try {
      const json = /\.(json|jsonl|ndjson)$/i.test(this.chosen.name);
      const answer = await send(`/v1/lists?${asked}`, this.chosen, { key: this.key, contentType: json ? "application/x-ndjson" : "text/csv" });
      go(toList(answer.id));
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
      this.problem = problem;
      if (problem instanceof Refused) this.key = undefined;
    } finally {
      this.sending = false;
      this.requestUpdate();
    }
  }

  renderList() {
    const data = this.file.value?.data;
    if (!data) return html`<h1 tabindex="-1">${t("nav.lists")}</h1>${waiting(this.file)}`;
    const funnel = data.funnel ?? {};
    const done = ["opened", "held", "duplicates", "rejected"].reduce((sum, name) => sum + (funnel[name] ?? 0), 0);
    return html`
      <div class="place-head"><div><p class="quiet"><a href=${to("lists")}>${t("nav.lists")}</a></p><h1 tabindex="-1">${data.reference ?? data.id}</h1>
        <p>${badge(word(data.state), tone(data.state))} ${t("case.requestedBy", { requesting: country(data.requestingState), requested: country(data.requestedState) })} · ${t("lists.handedOver")} ${day(data.handedOverOn)}
        ${data.acknowledgement ? html` · ${t("lists.acknowledge")} ${data.acknowledgement.on ? day(data.acknowledgement.on) : t("lists.acknowledgeDue", { day: day(data.acknowledgement.dueOn) })}` : nothing}</p></div>
        <span class="push"></span>
        ${me().may("acknowledgeList") && !data.acknowledgement?.on ? html`<button type="button" @click=${() => this.act("acknowledgeList", {})}>${word("acknowledgeList")}</button>` : nothing}</div>
      ${data.completedAt ? nothing : html`<p role="status">${t("lists.rowsDone", { done: number(done), rows: number(data.rows) })} <progress max=${data.rows} value=${done}></progress></p>`}
      <div class="tiles">
        <span class="tile"><b>${number(data.rows)}</b>${t("col.rows")}</span>
        <a class="tile" href=${to("cases", { list: data.id })}><b>${number(funnel.opened ?? 0)}</b>${t("col.opened")}</a>
        ${["held", "duplicates", "rejected"].map((name) => html`<span class="tile"><b>${number(funnel[name] ?? 0)}</b>${t(`col.${name}`)}</span>`)}
      </div>
      ${this.renderHeld()}
      <section class="card"><div class="figure-head"><h2>${t("lists.outcomes")}</h2>
        <label>${t("lists.outcome")} <select @change=${(event) => {
          this.outcome = event.target.value;
          this.entries.read();
        }}><option value="">–</option>${["OPENED", "HELD", "DUPLICATE_OF", "REJECTED"].map((it) => html`<option value=${it}>${word(it)}</option>`)}</select></label></div>
        ${this.entries.value
          ? html`<rp-table .caption=${t("lists.outcomes")} .rows=${this.entries.value.items} .keyOf=${(row) => row.row} .href=${(row) => (row.caseId && me().may("readCase") ? toCase(row.caseId) : undefined)} .columns=${this.columns()}></rp-table>
              ${this.entries.value.next ? html`<p><button type="button" @click=${this.more}>${t("list.next")}</button></p>` : nothing}`
          : waiting(this.entries)}</section>
      <rp-dialog></rp-dialog>`;
  }

  columns() {
    return [
      { head: t("lists.line"), align: "number", cell: (row) => number(row.line ?? row.row) },
      { head: t("col.name"), cell: (row) => row.name ?? "" },
      { head: t("lists.outcome"), cell: (row) => badge(word(row.outcome), tone(row.outcome)) },
      { head: t("lists.reasons"), cell: (row) => [...(row.reasons ?? []), row.reason, row.ground].filter(Boolean).map((it) => word(it)).join(", ") + (row.field ? ` (${row.field})` : "") },
    ];
  }

  /** Held rows are worked through one after the other: those that wait for this person first, then those of nobody. */
  get heldInTurn() {
    const turn = (row) => (!row.proposal ? 1 : this.isMineToApprove(row) ? 0 : 2);
    return (this.held.value?.items ?? []).toSorted((a, b) => turn(a) - turn(b) || a.row - b.row);
  }

  isMineToApprove(row) {
    return row.proposal && !row.proposal.yours && !row.proposal.approved && me().may("approveRow");
  }

  async stepHeld(by) {
    const rows = this.heldInTurn;
    const now = rows.findIndex((row) => row.row === this.heldAt);
    const next = Math.max(now, 0) + by;
    if (next >= rows.length && this.held.value.next) {
      const page = await list(`${this.base}/entries?outcome=HELD&limit=200&cursor=${encodeURIComponent(this.held.value.next)}`);
      this.held.value = { items: [...this.held.value.items, ...page.items], next: page.next };
    }
    this.heldAt = this.heldInTurn[Math.min(Math.max(next, 0), this.heldInTurn.length - 1)]?.row;
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector("#held-name")?.focus();
  }

  /** What the row says, beside what it was compared with. */
  renderHeld() {
    const rows = this.heldInTurn;
    if (rows.length === 0) return nothing;
    const row = rows.find((it) => it.row === this.heldAt) ?? rows[0];
    const place = rows.indexOf(row);
    this.heldAt = row.row; // What others do meanwhile moves rows, never the one that is worked on.
    const shown = this.held.value.next ? `${number(rows.length)}+` : number(rows.length);
    return html`<section class="card" aria-labelledby="held-head"><div class="figure-head"><h2 id="held-head">${t("lists.held")} <span class="quiet">${t("lists.heldPlace", { place: number(place + 1), of: shown })}</span></h2>
        <p class="row"><button type="button" class="small" ?disabled=${place === 0} @click=${() => this.stepHeld(-1)}>${t("lists.heldBefore")}</button>
          <button type="button" class="small" ?disabled=${place === rows.length - 1 && !this.held.value.next} @click=${() => this.stepHeld(1)}>${t("lists.heldNext")}</button></p></div>
      ${repeat([row], (it) => it.row, () => this.renderHeldRow(row))}</section>`;
  }

  renderHeldRow(row) {
    return html`<div class="beside">
        <div><p class="quiet">${t("lists.asHandedOver")}, ${t("case.row", { row: row.row })}</p><h3 id="held-name" tabindex="-1">${row.name ?? ""}</h3>${row.says ? html`<dl class="facts">${personTerms(row.says.person)}${term(t("lists.reportedStatus"), word(row.says.reportedStatus))}</dl>` : nothing}</div>
        <div><p class="quiet">${t("lists.comparison")}</p>
          <ul class="plain-list">${(row.reasons ?? []).map((it) => html`<li><p>${badge(word(it), "medium")}</p><p>${t(`lists.why.${it}`, { requested: country(this.file.value.data.requestedState) })}</p>
            ${it === "IDENTITY_INSUFFICIENT" && row.says ? html`<p>${t("lists.gaps", { gaps: names(row.says.gaps.map((gap) => word(gap))) })}</p>` : nothing}
            ${it === "CELL_UNUSABLE" || it === "UNCLEAR" ? (row.cells ?? []).map((cell) => html`<p>${word(cell.field, "field")}: <code>${(cell.values ?? []).join(", ")}</code> ${badge(word(cell.reason), "medium")}</p>`) : nothing}</li>`)}</ul></div>
      </div>
      ${row.proposal ? this.renderRowProposal(row.proposal) : nothing}
      <p class="row">
        ${this.isMineToApprove(row) ? html`<button type="button" class="primary" @click=${() => this.act("approveRow", { row: row.row })}>${t("lists.approve")}<span class="sr"> ${row.name}</span></button>` : nothing}
        ${me().may("releaseRow") ? html`<button type="button" @click=${() => this.act("releaseRow", { row: row.row })}>${t("lists.release")}<span class="sr"> ${row.name}</span></button>` : nothing}
        ${me().may("rejectRow") ? html`<button type="button" @click=${() => this.act("rejectRow", { row: row.row })}>${t("lists.reject")}<span class="sr"> ${row.name}</span></button>` : nothing}
      </p>`;
  }

  renderRowProposal(proposal) {
    return html`<div class="waits" role="note"><p><b>${t("lists.proposed", { verdict: word(proposal.verdict), at: moment(proposal.at) })}</b></p>
      ${proposal.by ? html`<p>${t("lists.proposedBy", { by: proposal.by })} ${proposal.reasons}</p>` : nothing}
      <p class="quiet">${proposal.approved ? t("lists.proposalAgreed") : proposal.yours ? t("lists.proposalYours") : t("lists.proposalWaits")}</p></div>`;
  }

  act(command, path) {
    this.querySelector("rp-dialog").ask({ command, title: word(command), path: { id: this.of, ...path }, version: this.file.value?.etag, done: () => this.readAll() });
  }
}

/** The cells of a line, enough to recognise a file; the service reads it by its own rules. */
function cells(line) {
  const found = [];
  let cell = "";
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i];
    if (letter === '"' && quoted && line[i + 1] === '"') {
      cell += letter;
      i++;
    } else if (letter === '"') {
      quoted = !quoted;
    } else if ((letter === "," || letter === ";" || letter === "\t") && !quoted) {
      found.push(cell);
      cell = "";
    } else {
      cell += letter;
    }
  }
  return [...found, cell];
}

customElements.define("rp-list-page", ListPage);
