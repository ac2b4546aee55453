/** A dense table of rows that can be walked with the keys `j`, `k` and Enter. The place in it stays when rows change. */
import { Part, html, nothing, repeat } from "../part.js";
import { t } from "../words.js";
import { go } from "../router.js";

class Table extends Part {
  static properties = {
    /** `{head, cell(row), align?, wide?}` */
    columns: { attribute: false },
    rows: { attribute: false },
    /** The address of a row, if it has one. */
    href: { attribute: false },
    /** What identifies a row. */
    keyOf: { attribute: false },
    name: { attribute: false },
    caption: { attribute: false },
    at: { state: true },
  };

  constructor() {
    super();
    this.rows = [];
    this.keyOf = (row) => row.id;
    this.name = (row) => row.name ?? row.id;
  }

  connectedCallback() {
    super.connectedCallback();
    this.on(document, "keydown", (event) => this.key(event));
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      this.step(event.key === "j" ? 1 : -1);
    } else if (event.key === "Enter" && this.at !== undefined && event.target === document.body) {
      const row = this.rows.find((it) => this.keyOf(it) === this.at);
      const path = row && this.href?.(row);
      if (path) go(path);
    }
  }

  async step(by) {
    if (this.rows.length === 0) return;
    const now = this.rows.findIndex((row) => this.keyOf(row) === this.at);
    const next = Math.min(Math.max(now + by, 0), this.rows.length - 1);
    this.at = this.keyOf(this.rows[next]);
    await this.updateComplete;
    const line = this.querySelector("tr[aria-selected=true]");
    line?.scrollIntoView({ block: "nearest" });
    (line?.querySelector("a") ?? line)?.focus({ preventScroll: true });
  }

  render() {
    return html`<div class="table-frame" tabindex="0" role="region" aria-label=${this.caption}>
      <table>
        <caption class="sr">${this.caption}</caption>
        <thead><tr>${this.columns.map((column) => html`<th scope="col" class=${column.align ?? ""}>${column.head}</th>`)}</tr></thead>
        <tbody>
          ${repeat(this.rows, this.keyOf, (row) => this.line(row))}
        </tbody>
      </table>
    </div>`;
  }

  line(row) {
    const key = this.keyOf(row);
    const path = this.href?.(row);
    return html`<tr aria-selected=${key === this.at ? "true" : "false"} data-key=${key} @click=${(event) => this.pick(event, key, path)}>
      ${this.columns.map((column, index) => html`<td class=${column.align ?? ""} data-head=${column.head}>
        ${index === 0 && path ? html`<a href=${path} @focus=${() => (this.at = key)}>${column.cell(row)}</a>` : column.cell(row)}</td>`)}
    </tr>`;
  }

  pick(event, key, path) {
    this.at = key;
    if (path && !event.target.closest("a, button, input, select, label") && !getSelection().toString()) {
      go(path);
    }
  }
}

export const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;

/** What a table shows as comma-separated values, for a spreadsheet: no cell can begin a formula there. */
export function csv(heads, rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [heads, ...rows].map((row) => row.map(cell).join(",")).join("\r\n");
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000);
}

export const csvButton = (name, heads, rows) =>
  html`<button type="button" class="small" @click=${() => download(`${name}.csv`, csv(heads, rows()))}>${t("app.download")}<span class="sr">: ${name}</span></button>`;

customElements.define("rp-table", Table);
export { nothing };
