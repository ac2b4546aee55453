/** A command in a dialog over the place where it was asked for. The place goes on being live behind it. */
import { Part, html, nothing } from "../part.js";
import { t, word } from "../words.js";
import "./form.js";

class CommandDialog extends Part {
  static properties = { asked: { state: true }, said: { state: true } };

  /** Opens the form: `{command, title, path, version, given, hidden, again, journal, done}`. */
  async ask(asked) {
    this.asked = asked;
    this.said = undefined;
    this.round = (this.round ?? 0) + 1;
    this.before = document.activeElement;
    await this.updateComplete;
    this.querySelector("dialog").showModal();
  }

  close() {
    this.querySelector("dialog")?.close();
  }

  /** The focus goes back to where it was asked for; from a menu that has closed meanwhile, to the menu. */
  closed() {
    this.asked = undefined;
    const places = [this.before, this.before?.closest("details")?.querySelector("summary"), document.querySelector("main h1")];
    places.find((it) => it?.isConnected && it.checkVisibility())?.focus();
  }

  async done(event) {
    const asked = this.asked;
    this.said = event.detail.proposal ? t("form.waits") : t("form.done");
    this.close();
    await asked.done?.(event.detail);
  }

  render() {
    return html`<p class="said" role="status">${this.said ?? ""}</p>
      ${this.asked
        ? html`<dialog aria-labelledby="dialog-title" @close=${this.closed} @closed=${this.close} @done=${this.done}>
            <div class="dialog-head"><h2 id="dialog-title">${this.asked.title ?? word(this.asked.command)}</h2>
              <button type="button" class="small" aria-label=${t("app.close")} @click=${this.close}>×</button></div>
            ${[this.round].map(() => html`<rp-command .command=${this.asked.command} .path=${this.asked.path ?? {}} .version=${this.asked.version}
              .given=${this.asked.given} .hidden=${this.asked.hidden ?? []} .again=${this.asked.again} .journal=${this.asked.journal}></rp-command>`)}
          </dialog>`
        : nothing}`;
  }
}

customElements.define("rp-dialog", CommandDialog);
