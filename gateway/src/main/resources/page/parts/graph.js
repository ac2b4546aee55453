/** A graph of who has what, from the thing on the left to those behind it on the right. The table beside it says the same. */
import { html } from "../part.js";
import { Drawing } from "./drawing.js";

const ROW = 56; // pixels between two things above one another
const EDGE = 20; // pixels around all of it
const NAME = 150; // pixels for the names of the last ones
const SHAPES = { ASSET: "roundRect", COMPANY: "rect", PERSON: "circle", CASE: "circle" };
const TONES = { ASSET: "--accent", COMPANY: "--ink-quiet", PERSON: "--medium", CASE: "--critical" };

class Graph extends Drawing {
  static properties = {
    name: { attribute: false },
    /** `[{key, label, kind}]`; the first one is the thing that the others are behind. */
    nodes: { attribute: false },
    /** `[{from, to, label}]`: `to` has something of `from`. */
    edges: { attribute: false },
  };

  render() {
    return html`<div class="chart-box" aria-hidden="true"><div class="chart graph" data-nodes=${this.nodes?.length ?? 0} data-edges=${this.edges?.length ?? 0}></div></div>`;
  }

  isDrawn() {
    return this.nodes?.length > 0;
  }

  /** Room for the rows of the fullest level. */
  rowsHeight() {
    return Math.max(3, ...[...this.levels().values()].map((level) => level.length)) * ROW;
  }

  height() {
    return `${this.rowsHeight() + 2 * EDGE}px`;
  }

  /** The things by how many holdings they are away from the first one. A circle leads back and moves nothing. */
  levels() {
    const at = new Map([[this.nodes[0].key, 0]]);
    const next = [this.nodes[0].key];
    for (let key = next.shift(); key !== undefined; key = next.shift()) {
      for (const edge of this.edges.filter((it) => it.from === key && !at.has(it.to))) {
        at.set(edge.to, at.get(key) + 1);
        next.push(edge.to);
      }
    }
    const levels = new Map();
    this.nodes.forEach((node) => {
      const level = at.get(node.key) ?? 1;
      levels.set(level, [...(levels.get(level) ?? []), node]);
    });
    return levels;
  }

  options(ink, box) {
    const levels = this.levels();
    const height = this.rowsHeight();
    const width = Math.max(200, box.clientWidth - EDGE - NAME);
    const apart = width / Math.max(1, ...levels.keys());
    const data = [...levels].flatMap(([level, nodes]) =>
      nodes.map((node, i) => ({
        id: node.key, name: node.label, x: level * apart, y: (i + 0.5) * (height / nodes.length),
        symbol: SHAPES[node.kind] ?? "circle", symbolSize: 18, itemStyle: { color: ink(TONES[node.kind] ?? "--accent") },
      })));
    // Corners that nobody sees: without them things in one row have no height, and are drawn without measure.
    const corners = [[0, 0], [width, height]].map(([x, y], i) => ({ id: `corner ${i}`, name: "", x, y, symbolSize: 0, label: { show: false }, tooltip: { show: false } }));
    return {
      tooltip: { renderMode: "richText", backgroundColor: ink("--card-raised"), borderColor: ink("--line"), textStyle: { color: ink("--ink") } },
      series: [{
        type: "graph", layout: "none", roam: true, left: EDGE, top: EDGE, width, height, data: [...data, ...corners],
        edgeSymbol: ["none", "arrow"], edgeSymbolSize: 7,
        label: { show: true, position: "right", color: ink("--ink"), width: NAME - EDGE, overflow: "truncate" },
        edgeLabel: { show: true, color: ink("--ink-quiet"), formatter: (it) => it.data.label },
        lineStyle: { color: ink("--line-strong"), curveness: 0.12 },
        links: this.edges.map((edge) => ({ source: edge.from, target: edge.to, label: edge.label, value: edge.label })),
      }],
    };
  }
}

customElements.define("rp-graph", Graph);
