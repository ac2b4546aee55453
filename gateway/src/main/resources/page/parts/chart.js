/** A chart with its table: the same figures, for the eye and for everybody else, and as CSV. */
import { html, nothing } from "../part.js";
import { t } from "../words.js";
import { number } from "../format.js";
import { csvButton } from "./table.js";
import { Drawing } from "./drawing.js";

class Chart extends Drawing {
  static properties = {
    name: { attribute: false },
    /** Column heads of the table; the first names the rows, the others the series. */
    heads: { attribute: false },
    /** `[{label, values: [number], path}]` */
    rows: { attribute: false },
    /** Tones of the series, by token, such as `--critical`. */
    tones: { attribute: false },
    /** Bars lie, for long labels. */
    lying: { attribute: false },
    asTable: { state: true },
  };

  render() {
    const rows = this.rows ?? [];
    return html`<div class="figure-head"><h2>${this.name}</h2>
        <button type="button" class="small" aria-pressed=${this.asTable ? "true" : "false"} @click=${() => (this.asTable = !this.asTable)}>${t(this.asTable ? "app.asChart" : "app.asTable")}<span class="sr"> ${this.name}</span></button>
        ${csvButton(this.name, this.heads, () => rows.map((row) => [row.label, ...row.values]))}</div>
      ${rows.length === 0 ? html`<p class="empty">${t("overview.empty")}</p>` : nothing}
      <div class=${this.asTable || rows.length === 0 ? "chart-box sr" : "chart-box"} aria-hidden="true">
        <div class="chart ${this.lying ? "lying" : ""}" data-rows=${rows.length}></div></div>
      ${rows.length === 0
        ? nothing
        : html`<div class=${this.asTable ? "table-frame" : "sr"}><table><caption class="sr">${this.name}</caption><thead><tr>${this.heads.map((head, i) => html`<th scope="col" class=${i ? "number" : ""}>${head}</th>`)}</tr></thead>
        <tbody>${rows.map((row) => html`<tr><th scope="row">${row.path ? html`<a href=${row.path}>${row.label}</a>` : row.label}</th>${row.values.map((value) => html`<td class="number">${number(value)}</td>`)}</tr>`)}</tbody></table></div>`}`;
  }

  isDrawn() {
    return !this.asTable && this.rows?.length > 0;
  }

  height() {
    return this.lying ? `${Math.max(7, this.rows.length * 1.9 + 2)}rem` : "15rem";
  }

  begun(chart) {
    chart.on("click", (event) => this.choose(event.dataIndex));
  }

  choose(index) {
    const row = this.lying ? [...this.rows].reverse()[index] : this.rows[index];
    this.querySelectorAll("tbody a").forEach((link) => link.getAttribute("href") === row?.path && link.click());
  }

  options(ink) {
    const rows = this.lying ? [...this.rows].reverse() : this.rows;
    const quiet = ink("--ink-quiet");
    const labels = { type: "category", data: rows.map((row) => row.label), axisLabel: { color: quiet, width: this.lying ? 150 : undefined, overflow: "truncate" }, axisLine: { lineStyle: { color: ink("--line-strong") } }, axisTick: { show: false } };
    const values = { type: "value", minInterval: 1, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: ink("--line") } } };
    const series = this.heads.slice(1);
    return {
      grid: { left: 8, right: 24, top: series.length > 1 ? 32 : this.lying ? 8 : 26, bottom: 8, containLabel: true },
      legend: series.length > 1 ? { top: 0, textStyle: { color: quiet } } : undefined,
      tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, renderMode: "richText", backgroundColor: ink("--card-raised"), borderColor: ink("--line"), textStyle: { color: ink("--ink") } },
      xAxis: this.lying ? values : labels,
      yAxis: this.lying ? labels : values,
      series: series.map((head, i) => ({
        name: head, type: "bar", stack: "all", barMaxWidth: 26, cursor: "pointer",
        itemStyle: { color: ink(this.tones?.[i] ?? "--accent") },
        label: series.length === 1 ? { show: true, position: this.lying ? "right" : "top", color: ink("--ink") } : undefined,
        data: rows.map((row) => row.values[i] ?? 0),
      })),
    };
  }
}

customElements.define("rp-chart", Chart);
