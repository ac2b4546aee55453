/** The keys of the page, shown by `?`. */
import { Part, html } from "../part.js";
import { t } from "../words.js";
import { isTyping } from "./table.js";

const KEYS = [
  ["/", "keys.search"], ["j", "keys.down"], ["k", "keys.up"], ["Enter", "keys.open"], ["Ctrl K", "keys.palette"], ["?", "keys.help"],
];

class Keys extends Part {
  connectedCallback() {
    super.connectedCallback();
    this.on(document, "keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector("dialog[open]")) return;
      if (event.key === "?") {
        event.preventDefault();
        this.open();
      } else if (event.key === "/") {
        const search = document.querySelector("main input[type=search]");
        if (search) {
          event.preventDefault();
          search.focus();
          search.select();
        }
      }
    });
  }

  open() {
    this.querySelector("dialog").showModal();
  }

  render() {
    return html`<dialog aria-labelledby="keys-title">
      <div class="dialog-head"><h2 id="keys-title">${t("keys.title")}</h2>
        <form method="dialog"><button class="small" aria-label=${t("app.close")}>×</button></form></div>
      <dl class="keys">${KEYS.map(([key, text]) => html`<dt><kbd>${key}</kbd></dt><dd>${t(text)}</dd>`)}</dl>
    </dialog>`;
  }
}

customElements.define("rp-keys", Keys);
