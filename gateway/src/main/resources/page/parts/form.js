/**
 * A form for any command, made from the API document: a new command appears without code of the page. A problem stands
 * at its field; a refusal shows the rule; a version that is stale shows what changed, and what was typed stays.
 */
import { Part, html, nothing } from "../part.js";
import { t, word, language } from "../words.js";
import { apiDocument, newKey, send, whole, Refused, Away } from "../api.js";
import { moment } from "../format.js";
import { errorText, problemDetail, problemText, refusedText, summaryOf } from "../texts.js";

const LONG = 300; // characters from which a text gets several lines

/** Where a command stands in the API document, by its operation id. */
export async function operation(id) {
  const document = await apiDocument();
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, found] of Object.entries(item)) {
      if (found.operationId === id) {
        return { document, path, method, ...found };
      }
    }
  }
  return undefined;
}

/** The commands on one thing: those that need exactly these values in their path. */
export async function commandsAt(prefix, names) {
  const document = await apiDocument();
  const found = [];
  for (const [path, item] of Object.entries(document.paths)) {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    if (path.startsWith(prefix) && item.post && inPath.length === names.length && inPath.every((name, i) => name === names[i])) {
      const { operationId: id, summary } = item.post;
      // Asked for when it is shown: the language may be another one by then.
      found.push({ id, path, get summary() { return summaryOf(id, summary); } });
    }
  }
  return found;
}

const schemaOf = (document, schema) => (schema?.$ref ? document.components.schemas[schema.$ref.split("/").at(-1)] : schema);

class CommandForm extends Part {
  static properties = {
    /** The operation's id. */
    command: { attribute: false },
    /** Values for the path, such as `{id, proposalId}`. */
    path: { attribute: false },
    /** The version decided on: the ETag of what was read. */
    version: { attribute: false },
    /** What stands in the fields at first. */
    given: { attribute: false },
    /** Fields that are given and not shown. */
    hidden: { attribute: false },
    /** Reads the thing anew and answers with its ETag. */
    again: { attribute: false },
    /** The journal of the thing, for what changed meanwhile. */
    journal: { attribute: false },
    found: { state: true },
    values: { state: true },
    problem: { state: true },
    sending: { state: true },
    meanwhile: { state: true },
  };

  constructor() {
    super();
    this.values = {};
    this.hidden = [];
    this.key = newKey();
    this.openedAt = new Date().toISOString();
  }

  async firstUpdated() {
    try {
      this.found = await operation(this.command);
      this.values = structuredClone(this.given ?? {});
      await this.updateComplete;
      this.querySelector("input, select, textarea")?.focus();
    } catch (problem) {
      this.problem = problem;
    }
  }

  get body() {
    return this.found?.requestBody?.content?.["application/json"]?.schema;
  }

  render() {
    if (!this.found) {
      return this.problem ? html`<p role="alert">${problemText(this.problem)}</p>` : html`<p class="waiting" role="status">${t("app.loading")}</p>`;
    }
    const schema = schemaOf(this.found.document, this.body);
    const bodyless = !schema || Object.keys(schema.properties ?? {}).length === 0;
    return html`<form class="command" @submit=${this.submit} novalidate>
      <p class="quiet">${summaryOf(this.command, this.found.summary)}</p>
      ${this.renderProblem()}
      ${bodyless ? nothing : this.fields(schema, "", this.values)}
      <div class="row">
        <button class="primary" ?disabled=${this.sending}>${this.sending ? t("app.sending") : this.meanwhile ? t("case.sendAnyway") : t("app.send")}</button>
        <button type="button" @click=${() => this.dispatchEvent(new CustomEvent("closed", { bubbles: true }))}>${t("app.cancel")}</button>
      </div>
    </form>`;
  }

  renderProblem() {
    if (!this.problem) return nothing;
    const problem = this.problem.problem ?? {};
    const own = this.problem instanceof Refused ? this.problem.fields.filter((it) => !this.hasField(it.pointer)) : [];
    const remedy = this.problem instanceof Away ? "form.remedy.away" : `form.remedy.${this.problem.status}`;
    const knows = ["form.remedy.away", "form.remedy.412", "form.remedy.403", "form.remedy.404"].includes(remedy);
    return html`<div class="refusal" role="alert" tabindex="-1">
      ${language() === "en"
        ? html`<p><b>${problem.code ? `${word(problem.code)}: ` : ""}</b>${this.problem.message}</p>`
        : html`<p><b>${problemText(this.problem)}</b></p>${this.problem instanceof Refused ? problemDetail(this.problem) : nothing}`}
      ${own.map((it) => html`<p>${refusedText(it)}</p>`)}
      ${knows ? html`<p>${t(remedy)}</p>` : nothing}
      ${this.meanwhile
        ? html`<p><b>${t("case.changedMeanwhile")}</b></p>
            <ul class="meanwhile">${this.meanwhile.map((it) => html`<li>${t("case.changedRow", { type: word(it.type ?? ""), by: it.actor?.id ?? "", at: moment(it.at) })}</li>`)}</ul>`
        : nothing}
      ${problem.type?.startsWith("/") || problem.type?.startsWith("http") ? html`<p><a href=${problem.type} target="_blank" rel="noopener">${t("form.seeRule")}</a></p>` : nothing}
    </div>`;
  }

  hasField(pointer) {
    return pointer !== undefined && this.querySelector(`[data-pointer="${CSS.escape(pointer)}"]`) !== null;
  }

  fields(schema, at, values) {
    const required = new Set(schema.required ?? []);
    return html`${Object.entries(schema.properties ?? {})
      .filter(([name]) => at !== "" || !this.hidden.includes(name))
      .map(([name, property]) => this.field(name, schemaOf(this.found.document, property), `${at}/${name}`, required.has(name), values))}`;
  }

  field(name, schema, pointer, required, values) {
    const label = word(name, "field");
    const hint = required ? nothing : html` <span class="quiet">${t("form.optional")}</span>`;
    if (schema.type === "object" && schema.properties) {
      const inner = values[name] ?? {};
      return html`<fieldset><legend>${label}${hint}</legend>${this.fields(schema, pointer, proxied(values, name, inner))}${this.errorAt(pointer)}</fieldset>`;
    }
    if (schema.type === "object") {
      return this.pairs(label, hint, pointer, name, values);
    }
    if (schema.type === "array") {
      return this.items(label, hint, schemaOf(this.found.document, schema.items), pointer, name, values);
    }
    return html`<div class="field">
      <label for=${idOf(pointer)}>${label}${hint}</label>
      ${this.control(schema, pointer, required, values[name], (value) => {
        values[name] = value;
        this.requestUpdate();
      })}
      ${this.errorAt(pointer)}
    </div>`;
  }

  control(schema, pointer, required, value, change) {
    const described = this.errorsAt(pointer).length > 0 ? `${idOf(pointer)}-error` : nothing;
    const invalid = described === nothing ? nothing : "true";
    const onInput = (event) => change(event.target.value === "" ? undefined : event.target.value);
    if (schema.enum) {
      return html`<select id=${idOf(pointer)} data-pointer=${pointer} ?required=${required} aria-invalid=${invalid} aria-describedby=${described} @change=${onInput}>
        <option value="" ?selected=${value === undefined}>${t("form.choose")}</option>
        ${schema.enum.map((code) => html`<option value=${code} ?selected=${value === code}>${word(code)}</option>`)}
      </select>`;
    }
    if (schema.type === "boolean") {
      return html`<input type="checkbox" id=${idOf(pointer)} data-pointer=${pointer} .checked=${value === true} @change=${(event) => change(event.target.checked || undefined)}>`;
    }
    if (schema.type === "string" && (schema.maxLength ?? 0) > LONG) {
      return html`<textarea id=${idOf(pointer)} data-pointer=${pointer} rows="3" maxlength=${schema.maxLength} ?required=${required} aria-invalid=${invalid} aria-describedby=${described} .value=${value ?? ""} @input=${onInput}></textarea>`;
    }
    const type = schema.format === "date" ? "date" : schema.type === "integer" || schema.type === "number" ? "number" : "text";
    const typed = type === "number" ? (event) => change(event.target.value === "" ? undefined : Number(event.target.value)) : onInput;
    return html`<input type=${type} id=${idOf(pointer)} data-pointer=${pointer} maxlength=${schema.maxLength ?? nothing} ?required=${required}
      aria-invalid=${invalid} aria-describedby=${described} autocomplete="off" lang=${language()} .value=${value ?? ""} @input=${typed}>`;
  }

  items(label, hint, schema, pointer, name, values) {
    const all = values[name] ?? [];
    const set = (next) => {
      values[name] = next.length ? next : undefined;
      this.requestUpdate();
    };
    return html`<fieldset><legend>${label}${hint}</legend>
      ${all.map((value, index) => html`<div class="item">
        ${schema.type === "object" && schema.properties
          ? html`<div class="item-fields">${this.fields(schema, `${pointer}/${index}`, value)}</div>`
          : html`<div class="field"><label class="sr" for=${idOf(`${pointer}/${index}`)}>${label} ${index + 1}</label>
              ${this.control(schema, `${pointer}/${index}`, true, value, (next) => set(all.map((it, i) => (i === index ? next : it))))}
              ${this.errorAt(`${pointer}/${index}`)}</div>`}
        <button type="button" class="small" aria-label=${t("form.removeItem", { item: `${label} ${index + 1}` })} @click=${() => set(all.filter((_, i) => i !== index))}>×</button>
      </div>`)}
      <button type="button" class="small" @click=${() => set([...all, schema.type === "object" ? {} : ""])}>${t("form.add")}<span class="sr"> ${label}</span></button>
      ${this.errorAt(pointer)}
    </fieldset>`;
  }

  pairs(label, hint, pointer, name, values) {
    const all = Object.entries(values[name] ?? {});
    const set = (next) => {
      values[name] = next.length ? Object.fromEntries(next) : undefined;
      this.requestUpdate();
    };
    return html`<fieldset><legend>${label}${hint}</legend>
      ${all.map(([key, value], index) => html`<div class="item">
        <div class="field"><label for=${idOf(`${pointer}/${index}/key`)}>${t("form.key")}</label>
          <input id=${idOf(`${pointer}/${index}/key`)} .value=${key} @change=${(event) => set(all.map((it, i) => (i === index ? [event.target.value, it[1]] : it)))}></div>
        <div class="field"><label for=${idOf(`${pointer}/${index}/value`)}>${word(key, "need") || t("form.value")}</label>
          <input id=${idOf(`${pointer}/${index}/value`)} data-pointer=${`${pointer}/${key}`} .value=${value} @input=${(event) => set(all.map((it, i) => (i === index ? [it[0], event.target.value] : it)))}></div>
        <button type="button" class="small" aria-label=${t("form.removeItem", { item: key })} @click=${() => set(all.filter((_, i) => i !== index))}>×</button>
      </div>`)}
      <button type="button" class="small" @click=${() => set([...all, [`name${all.length + 1}`, ""]])}>${t("form.add")}<span class="sr"> ${label}</span></button>
      ${this.errorAt(pointer)}
    </fieldset>`;
  }

  errorsAt(pointer) {
    return this.problem instanceof Refused ? this.problem.fields.filter((it) => it.pointer === pointer) : [];
  }

  errorAt(pointer) {
    const errors = this.errorsAt(pointer);
    return errors.length === 0
      ? nothing
      : html`<p class="error" id=${`${idOf(pointer)}-error`}>${errors.map((it) => html`${errorText(it, this.schemaAt(pointer))} `)}</p>`;
  }

  /** The schema of a field, for the bounds that it tells. */
  schemaAt(pointer) {
    const { document } = this.found;
    return pointer.split("/").slice(1).reduce((schema, name) => schemaOf(document, schema?.properties?.[name] ?? schema?.items), schemaOf(document, this.body));
  }

  async submit(event) {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    try {
      const path = this.found.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(this.path[name]));
      const answer = await send(path, this.body ? pruned(this.values) : undefined, { key: this.key, version: this.version });
      this.problem = undefined;
      this.dispatchEvent(new CustomEvent("done", { bubbles: true, detail: answer }));
    } catch (problem) {
      if (!(problem instanceof Refused || problem instanceof Away)) throw problem;
      this.problem = problem;
      if (problem instanceof Refused) {
        this.key = newKey(); // Decided: what is sent next is another command.
      }
      if (problem.status === 412) {
        await this.lookAtWhatChanged();
      }
      await this.updateComplete;
      (this.querySelector("[aria-invalid=true]") ?? this.querySelector(".refusal"))?.focus();
    } finally {
      this.sending = false;
    }
  }

  async lookAtWhatChanged() {
    if (this.again) {
      this.version = await this.again();
    }
    if (this.journal) {
      try {
        const entries = (await whole(this.journal)).items.map((item) => item.entry);
        this.meanwhile = entries.filter((entry) => entry.at > this.openedAt).slice(-10);
      } catch (problem) {
        if (!(problem instanceof Refused)) throw problem;
        this.meanwhile = []; // The journal is not this person's to read: that it changed is all that can be said.
      }
    } else {
      this.meanwhile = [];
    }
  }
}

const idOf = (pointer) => `f${pointer.replaceAll(/[^\w]/g, "-")}`;

/** An inner object comes about in its parent with its first field, and not before. */
function proxied(values, name, inner) {
  return new Proxy(inner, {
    set(target, key, value) {
      target[key] = value;
      values[name] = target;
      return true;
    },
  });
}

/** What was left empty is not sent. */
function pruned(value) {
  if (Array.isArray(value)) {
    return value.map(pruned).filter((it) => it !== undefined && it !== "");
  }
  if (value && typeof value === "object") {
    const entries = Object.entries(value)
      .map(([name, inner]) => [name, pruned(inner)])
      .filter(([, inner]) => inner !== undefined && !(typeof inner === "object" && !Array.isArray(inner) && Object.keys(inner).length === 0));
    return Object.fromEntries(entries);
  }
  return value === "" ? undefined : value;
}

customElements.define("rp-command", CommandForm);
