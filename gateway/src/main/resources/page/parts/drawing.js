/** What the library draws: once it comes near the window, in the colours of the theme, at the size of its place. */
import { Part } from "../part.js";

/** A colour of the theme as the browser computes it: a drawing is made by itself and knows no tokens. */
const inkOf = (box) => (name) => {
  box.style.color = `var(${name})`;
  return getComputedStyle(box).color;
};

let library;
/** Large, and read by the browser only when somebody comes to see a drawing. */
const echarts = () => (library ??= import("echarts"));

const NEAR = "300px";

/** A drawing in its `.chart`; `height()` gives the place its height, `options()` says what is drawn. */
export class Drawing extends Part {
  connectedCallback() {
    super.connectedCallback();
    this.on(globalThis, "repatria-theme", () => this.draw());
    this.on(matchMedia("(prefers-color-scheme: dark)"), "change", () => this.draw());
    this.resize = new ResizeObserver(() => this.chart?.resize());
    this.near = new IntersectionObserver((seen) => this.came(seen), { rootMargin: NEAR });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.resize.disconnect();
    this.near.disconnect();
    this.dispose();
  }

  dispose() {
    this.chart?.dispose();
    this.chart = undefined;
    this.isNear = false;
    this.box = undefined;
  }

  updated() {
    const box = this.querySelector(".chart");
    if (box !== this.box) {
      this.dispose();
      this.near.disconnect();
      this.box = box ?? undefined;
      if (box) this.near.observe(box);
    }
    if (this.box && this.isDrawn()) this.box.style.height = this.height();
    this.draw();
  }

  came(seen) {
    if (!this.isNear && seen.some((it) => it.isIntersecting)) {
      this.isNear = true;
      this.draw();
    }
  }

  async draw() {
    if (!this.isNear || !this.isDrawn()) return;
    const { init } = await echarts();
    const box = this.box;
    if (!box?.isConnected || !this.isDrawn()) return;
    if (!this.chart) {
      this.chart = init(box, null, { renderer: "canvas" });
      this.begun(this.chart);
      this.resize.observe(box);
    }
    this.chart.resize();
    this.chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(this).fontFamily }, ...this.options(inkOf(box), box) }, true);
  }

  /** Whether there is anything to draw. */
  isDrawn() {
    return true;
  }

  /** What a new drawing listens to. */
  begun() {}
}
