/** The tables of the page: one definition a kind, one element for all. The filter stands in the address. */
import { View, html, nothing, waiting, troubled, badge, tone } from "../part.js";
import { t, word, counted } from "../words.js";
import { list } from "../api.js";
import { address, narrow, onAddress, to, toAlert, toAsset, toCase, toList } from "../router.js";
import { day, moment, money, number, country, daysUntil, inDays } from "../format.js";
import { remember, remembered } from "../storage.js";
import { me } from "../me.js";
import { alertText, alertTitle, clockName } from "../texts.js";
import { csvButton } from "../parts/table.js";
import "../parts/dialog.js";

const due = (value) => (value ? html`<span class=${daysUntil(value) < 0 ? "late" : daysUntil(value) <= 7 ? "soon" : ""}>${day(value)}</span> <span class="quiet">${inDays(daysUntil(value))}</span>` : "");
const words = (codes, group) => (codes ?? []).map((code) => word(code, group)).join(", ");

const earliest = (clocks) => (clocks ?? []).map((clock) => clock.lastDay).sort()[0];
const latestValue = (row) => (row.values ?? []).at(-1);
const end = (row) => (row.restraints ?? []).filter((order) => order.state === "ISSUED").map((order) => order.endsOn).sort()[0];

/** `text` of a column is what a spreadsheet gets, where a cell is more than a text. */
const KINDS = {
  cases: {
    live: "case", path: "/v1/cases", figures: "facets", search: "q", href: (row) => toCase(row.id), name: (row) => row.person?.name,
    facets: { state: "state", assignee: "assignee", pathway: "pathway", missingCheck: "missingCheck", requestingState: "requestingState", requestedState: "requestedState", nationality: "nationality", outcome: "outcome" },
    filters: ["state", "assignee", "unassigned", "list", "requestingState", "requestedState", "nationality", "outcome", "pathway", "missingCheck", "clockDueBefore", "checkEndsFrom", "checkEndsBefore", "possibleDuplicate", "pathwayState"],
    sorts: ["nextLastDay", "name", "-openedAt"],
    columns: () => [
      { head: t("col.name"), cell: (row) => row.person?.name, text: (row) => row.person?.name },
      { head: t("col.state"), cell: (row) => badge(word(row.state), tone(row.state)), text: (row) => row.state },
      { head: t("col.pathway"), cell: (row) => words((row.pathways ?? []).filter((way) => !way.ended).map((way) => way.kind)), text: (row) => (row.pathways ?? []).map((way) => `${way.kind} ${way.state}`).join("; ") },
      { head: t("col.assignee"), cell: (row) => row.assignee ?? html`<span class="quiet">${t("case.unassigned")}</span>`, text: (row) => row.assignee },
      { head: t("col.nextLastDay"), cell: (row) => due(earliest(row.clocks)), text: (row) => earliest(row.clocks) },
      { head: t("col.missing"), align: "number", cell: (row) => (row.missingChecks?.length ? html`<span title=${words(row.missingChecks)}>${number(row.missingChecks.length)}</span>` : ""), text: (row) => (row.missingChecks ?? []).join(" ") },
      { head: t("col.amount"), align: "number", cell: (row) => (row.amountAlleged ? money(row.amountAlleged) : ""), text: (row) => (row.amountAlleged ? `${row.amountAlleged.amount} ${row.amountAlleged.currency}` : "") },
      { head: t("col.file"), cell: (row) => row.fileNumber, text: (row) => row.fileNumber },
    ],
    create: "openCase",
  },
  assets: {
    live: "asset", path: "/v1/assets", figures: "figures", search: "text", href: (row) => toAsset(row.id), name: (row) => row.description,
    facets: { state: "state", kind: "kind", jurisdiction: "jurisdiction", currency: "currency" },
    filters: ["state", "reached", "kind", "caseId", "jurisdiction", "currency", "restraintEndsFrom", "restraintEndsBefore", "duplicates", "basis"],
    sorts: [],
    columns: () => [
      { head: t("col.description"), cell: (row) => row.description, text: (row) => row.description },
      { head: t("col.kind"), cell: (row) => word(row.kind), text: (row) => row.kind },
      { head: t("col.state"), cell: (row) => badge(word(row.state), tone(row.state)), text: (row) => row.state },
      { head: t("col.jurisdiction"), cell: (row) => row.jurisdiction, text: (row) => row.jurisdiction },
      { head: t("col.value"), align: "number", cell: (row) => (latestValue(row) ? html`${money(latestValue(row).value)} <span class="quiet">${word(latestValue(row).kind)}</span>` : ""), text: (row) => (latestValue(row) ? `${latestValue(row).value.amount} ${latestValue(row).value.currency}` : "") },
      { head: t("col.ends"), cell: (row) => due(end(row)), text: end },
    ],
    create: "registerAsset",
  },
  lists: {
    live: "list", path: "/v1/lists", href: (row) => toList(row.id), name: (row) => row.reference ?? row.id,
    facets: {}, filters: ["state", "requestingState", "requestedState"], sorts: [],
    columns: () => [
      { head: t("col.reference"), cell: (row) => row.reference ?? row.id, text: (row) => row.reference },
      { head: t("col.state"), cell: (row) => badge(word(row.state), tone(row.state)), text: (row) => row.state },
      { head: t("case.states"), cell: (row) => t("case.requestedBy", { requesting: country(row.requestingState), requested: country(row.requestedState) }), text: (row) => `${row.requestingState} ${row.requestedState}` },
      { head: t("col.handedOverOn"), cell: (row) => day(row.handedOverOn), text: (row) => row.handedOverOn },
      ...["rows", "opened", "held", "duplicates", "rejected"].map((name) => ({
        head: t(`col.${name}`), align: "number", cell: (row) => number(name === "rows" ? row.rows : (row.funnel?.[name] ?? 0)), text: (row) => (name === "rows" ? row.rows : row.funnel?.[name]),
      })),
    ],
    upload: true,
  },
  alerts: {
    live: "alert", path: "/v1/alerts", figures: "facets", href: (row) => toAlert(row.id), name: (row) => alertText(row.about),
    facets: { severity: "severity", status: "status", code: "code" }, filters: ["status", "severity", "code", "recipient", "objectId", "caseId", "raisedFrom", "raisedBefore"], sorts: [],
    columns: () => [
      { head: t("col.title"), cell: (row) => alertTitle(row.about), text: (row) => alertText(row.about) },
      { head: t("col.severity"), cell: (row) => badge(word(row.about.severity), tone(row.about.severity)), text: (row) => row.about.severity },
      { head: t("col.status"), cell: (row) => word(row.status, "alert"), text: (row) => row.status },
      { head: t("col.due"), cell: (row) => due(row.about.dueOn), text: (row) => row.about.dueOn },
      { head: t("col.raised"), cell: (row) => moment(row.raisedAt), text: (row) => row.raisedAt },
      { head: t("col.code"), cell: (row) => row.about.code, text: (row) => row.about.code },
    ],
  },
  proposals: {
    live: "case", path: "/v1/proposals", href: (row) => toCase(row.caseId), name: (row) => row.name,
    facets: {}, filters: ["waitingForMe", "kind"], sorts: [],
    columns: () => [
      { head: t("col.name"), cell: (row) => row.name, text: (row) => row.name },
      { head: t("col.kind"), cell: (row) => word(row.kind), text: (row) => row.kind },
      { head: t("col.from"), cell: (row) => word(row.from), text: (row) => row.from },
      { head: t("col.to"), cell: (row) => word(row.to), text: (row) => row.to },
      { head: t("col.by"), cell: (row) => row.by, text: (row) => row.by },
      { head: t("col.waitsFor"), cell: (row) => words(row.waitsFor), text: (row) => (row.waitsFor ?? []).join(" ") },
      { head: t("col.expires"), cell: (row) => due(row.expiresAt?.slice(0, 10)), text: (row) => row.expiresAt },
    ],
  },
  clocks: {
    live: "case", path: "/v1/clocks", keyOf: (row) => `${row.caseId} ${row.id}`, href: (row) => toCase(row.caseId), name: (row) => clockName(row.rule),
    facets: {}, filters: ["dueFrom", "dueBefore", "state", "kind", "rule", "assignee"], sorts: [],
    columns: () => [
      { head: t("col.rule"), cell: (row) => clockName(row.rule), text: (row) => row.rule },
      { head: t("col.lastDay"), cell: (row) => due(row.lastDay), text: (row) => row.lastDay },
      { head: t("col.actBy"), cell: (row) => day(row.actBy), text: (row) => row.actBy },
      { head: t("col.kind"), cell: (row) => word(row.kind, "clock"), text: (row) => row.kind },
      { head: t("col.onExpiry"), cell: (row) => word(row.onExpiry), text: (row) => row.onExpiry },
      { head: t("col.state"), cell: (row) => badge(word(row.state), tone(row.state)), text: (row) => row.state },
      { head: t("col.assignee"), cell: (row) => row.assignee ?? "", text: (row) => row.assignee },
    ],
  },
  shared: {
    live: "case", path: "/v1/shared/cases", keyOf: (row) => row.caseId, href: (row) => (me().may("readCase") ? toCase(row.caseId) : undefined), name: (row) => row.name,
    facets: {}, filters: [], sorts: [], lead: "shared.lead",
    columns: () => [
      { head: t("col.name"), cell: (row) => row.name, text: (row) => row.name },
      { head: t("shared.word"), cell: (row) => badge(word(row.word, "shared"), tone(row.word)), text: (row) => row.word },
      { head: t("shared.assets"), cell: (row) => word(row.assetsWord, "shared"), text: (row) => row.assetsWord },
      { head: t("shared.strategy"), cell: (row) => words(row.strategy), text: (row) => (row.strategy ?? []).join(" ") },
      { head: t("case.states"), cell: (row) => t("case.requestedBy", { requesting: country(row.requestingState), requested: country(row.requestedState) }), text: (row) => `${row.requestingState} ${row.requestedState}` },
    ],
  },
};

const TYPING_PAUSE = 120; // milliseconds

/** A value of a filter as a person reads it: a name or an id stays as it is. */
function shown(field, value) {
  switch (field) {
    case "assignee": case "list": case "caseId": case "objectId": case "currency": case "rule":
      return value;
    case "nationality": case "requestingState": case "requestedState": case "jurisdiction":
      return country(value);
    case "code":
      return `${value} ${word(value, "alerttitle")}`;
    case "status":
      return word(value, "alert");
    case "pathwayState":
      return value.split(".").map((part) => word(part)).join(": ");
    case "dueFrom": case "dueBefore": case "clockDueBefore": case "checkEndsFrom": case "checkEndsBefore": case "restraintEndsFrom": case "restraintEndsBefore":
      return day(value);
    case "raisedFrom": case "raisedBefore":
      return moment(value);
    default:
      return value === "true" ? t("app.yes") : word(value);
  }
}

class ListView extends View {
  static properties = { kind: { type: String } };

  pages = [];
  /** The first page, and as many further ones as are shown: what stands there is as live as the first row. */
  first = this.reading(async (signal) => {
    const first = await this.ask(undefined, signal);
    const further = [];
    for (let last = first; last.next && further.length < this.pages.length; last = further.at(-1)) {
      further.push(await this.ask(last.next, signal));
    }
    this.pages = further;
    return first;
  });

  get definition() {
    return KINDS[this.kind];
  }

  connectedCallback() {
    super.connectedCallback();
    this.undo.push(onAddress(() => this.addressChanged()));
  }

  willUpdate(changed) {
    if (changed.has("kind") && changed.get("kind") !== undefined) {
      this.pages = [];
      this.readAnew();
    }
  }

  addressChanged() {
    if (address().parts[0] !== this.kind || address().parts.length > 1) return;
    this.pages = [];
    this.first.read();
  }

  changed({ kind }) {
    if (kind === this.definition.live) {
      this.first.soon();
    }
  }

  get filter() {
    const given = address().params;
    const asked = new URLSearchParams();
    const allowed = [...this.definition.filters, ...(this.definition.search ? [this.definition.search] : []), "sort"];
    for (const [name, value] of given) {
      if (allowed.includes(name) && value !== "") asked.append(name, value);
    }
    return asked;
  }

  async ask(cursor, signal) {
    const asked = this.filter;
    if (this.definition.sorts.length && !asked.has("sort") && !asked.has(this.definition.search)) {
      asked.set("sort", this.definition.sorts[0]);
    }
    if (cursor) {
      asked.set("cursor", cursor);
    } else if (this.definition.figures) {
      asked.set(this.definition.figures, "true");
    }
    return list(`${this.definition.path}?${asked}`, signal);
  }

  /** Each row once, although one may come again on the next page when rows before it went. */
  get rows() {
    const all = [this.first.value, ...this.pages].filter(Boolean).flatMap((page) => page.items);
    return [...new Map(all.map((row) => [this.keyOf(row), row])).values()];
  }

  get keyOf() {
    return this.definition.keyOf ?? ((row) => row.id);
  }

  get next() {
    const last = this.pages.at(-1) ?? this.first.value;
    return last?.next;
  }

  /** Shows the following page below those that are there. */
  async more() {
    if (!this.next || this.reading_) return;
    this.reading_ = true;
    const of = this.filter.toString();
    try {
      const page = await this.ask(this.next);
      if (of === this.filter.toString()) {
        this.pages = [...this.pages, page];
      }
    } finally {
      this.reading_ = false;
      this.requestUpdate();
    }
  }

  render() {
    const definition = this.definition;
    const page = this.first.value;
    const columns = definition.columns();
    return html`
      <div class="place-head">
        <h1 tabindex="-1">${t(`nav.${this.kind}`)}</h1>
        ${page ? html`<span class="quiet" role="status">${this.total(page.total)}</span>` : nothing}
        <span class="push"></span>
        ${page ? csvButton(this.kind, columns.map((column) => column.head), () => this.rows.map((row) => columns.map((column) => column.text(row)))) : nothing}
        ${definition.create && me().may(definition.create) ? html`<button type="button" class="primary" @click=${this.create}>${word(definition.create)}</button>` : nothing}
        ${definition.upload && me().may("handOverList") ? html`<a class="button primary" href=${to("lists/new")}>${t("lists.handOver")}</a>` : nothing}
      </div>
      ${definition.lead ? html`<p class="lead">${t(definition.lead)}</p>` : nothing}
      <div class=${Object.keys(definition.facets).length ? "list-frame" : "list-frame plain"}>
        ${Object.keys(definition.facets).length ? this.renderFacets(page) : nothing}
        <section class="list-body" aria-busy=${this.first.loading ? "true" : "false"}>
          ${this.renderSearch()}
          ${this.renderChips()}
          ${page === undefined
            ? waiting(this.first)
            : html`${this.first.problem ? troubled(this.first.problem, () => this.first.read()) : nothing}
                ${this.rows.length === 0
                  ? html`<p class="empty">${this.filter.size ? `${t("list.empty")} ${t("list.emptyHint")}` : t("list.none")}</p>`
                  : html`<rp-table .columns=${columns} .rows=${this.rows} .href=${definition.href} .keyOf=${this.keyOf} .caption=${t(`nav.${this.kind}`)}></rp-table>`}
                ${this.next ? html`<p><button type="button" @click=${this.more}>${t("list.next")}</button></p>` : nothing}`}
        </section>
      </div>
      <rp-dialog></rp-dialog>`;
  }

  total(total) {
    if (!total) return "";
    return total.exact ? counted("list.rows", total.count, number(total.count)) : t("list.rows.atLeast", { count: number(total.count) });
  }

  renderSearch() {
    const { search, sorts } = this.definition;
    if (!search && sorts.length === 0) return nothing;
    return html`<div class="search-row" role="search">
      ${search
        ? html`<label class="grow"><span class="sr">${t("list.search")}</span>
            <input type="search" maxlength="200" placeholder=${t(`list.search.${this.kind}`)} .value=${this.typed ?? address().params.get(search) ?? ""} @input=${this.type}></label>`
        : nothing}
      ${sorts.length
        ? html`<label>${t("list.sort")} <select @change=${(event) => this.set("sort", event.target.value)}>
            ${sorts.map((sort) => html`<option value=${sort} ?selected=${(address().params.get("sort") ?? sorts[0]) === sort}>${word(sort.replace("-", ""), "sort")}</option>`)}
          </select></label>`
        : nothing}
    </div>`;
  }

  renderChips() {
    const chips = [...this.filter].filter(([name]) => name !== "sort" && name !== this.definition.search);
    const saved = remembered(this.savedName, []);
    return html`<div class="chips">
      ${chips.map(([name, value]) => html`<button type="button" class="chip" @click=${() => this.toggle(name, value)} aria-label=${t("list.remove", { filter: `${word(name, "param")} ${shown(name, value)}` })}>
        ${word(name, "param")}: <b>${shown(name, value)}</b> ×</button>`)}
      ${chips.length ? html`<button type="button" class="small" @click=${() => narrow(new URLSearchParams())}>${t("list.clear")}</button>` : nothing}
      ${chips.length ? html`<button type="button" class="small" @click=${this.keep}>${t("list.save")}</button>` : nothing}
      ${saved.length
        ? html`<span class="quiet">${t("list.saved")}:</span> ${saved.map((it) => html`<span class="chip-pair"><a class="chip" href=${`${location.pathname}?${it.search}`}>${it.name}</a>
            <button type="button" class="small" aria-label=${t("list.forget", { name: it.name })} @click=${() => this.forget(it.name)}>×</button></span>`)}`
        : nothing}
      ${this.naming
        ? html`<form class="naming" @submit=${this.kept}><label>${t("list.saveName")} <input name="name" maxlength="60" required></label> <button class="small">${t("list.save")}</button></form>`
        : nothing}
    </div>`;
  }

  renderFacets(page) {
    const facets = page?.facets ?? this.lastFacets ?? {};
    this.lastFacets = facets;
    return html`<details class="facets" ?open=${matchMedia("(min-width: 64rem)").matches}><summary>${t("list.filters")}</summary>
      ${Object.entries(this.definition.facets).map(([facet, param]) => {
        const values = facets[facet]?.values ?? [];
        const chosen = address().params.getAll(param);
        if (values.length === 0 && chosen.length === 0) return nothing;
        return html`<fieldset><legend>${t(`col.${facet}`)}</legend>
          ${values.map((it) => html`<label class="facet"><input type="checkbox" .checked=${chosen.includes(it.value)} @change=${() => this.toggle(param, it.value)}>
            <span>${shown(facet, it.value)}</span> <span class="quiet">${number(it.rows)}</span></label>`)}
          ${facets[facet]?.otherValues ? html`<p class="quiet">${t("list.further", { count: number(facets[facet].otherValues) })}</p>` : nothing}
        </fieldset>`;
      })}
    </details>`;
  }

  type(event) {
    this.typed = event.target.value;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      const text = this.typed.trim();
      this.typed = undefined;
      this.set(this.definition.search, text);
    }, TYPING_PAUSE);
  }

  set(name, value) {
    const params = address().params;
    value ? params.set(name, value) : params.delete(name);
    narrow(params);
  }

  toggle(name, value) {
    const params = address().params;
    const values = params.getAll(name);
    params.delete(name);
    (values.includes(value) ? values.filter((it) => it !== value) : [...values, value]).forEach((it) => params.append(name, it));
    narrow(params);
  }

  get savedName() {
    return `filters.${me().id}.${this.kind}`;
  }

  keep() {
    this.naming = true;
    this.requestUpdate();
    this.updateComplete.then(() => this.querySelector(".naming input").focus());
  }

  kept(event) {
    event.preventDefault();
    const name = new FormData(event.target).get("name").trim();
    const others = remembered(this.savedName, []).filter((it) => it.name !== name);
    const kept = this.filter;
    kept.delete(this.definition.search); // A name that was looked for is not left behind in a browser.
    remember(this.savedName, [...others, { name, search: kept.toString() }]);
    this.naming = false;
    this.requestUpdate();
  }

  forget(name) {
    remember(this.savedName, remembered(this.savedName, []).filter((it) => it.name !== name));
    this.requestUpdate();
  }

  create() {
    this.querySelector("rp-dialog").ask({ command: this.definition.create, done: () => this.first.read() });
  }
}

customElements.define("rp-list", ListView);
export { due, words };
