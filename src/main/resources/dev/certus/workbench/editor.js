// An editor for a part of a file: <certus-editor>. It shows what the store has and edits through it.
import { EditorState, Transaction, Annotation } from "@codemirror/state";
import { EditorView, keymap, drawSelection, hoverTooltip, lineNumbers } from "@codemirror/view";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { languageOf } from "./drl.js";
import { state, edit, apply, language, fail, splice, show } from "./store.js";

const nonce = document.getElementById("main").nonce;
const fromStore = Annotation.define();

class Editor extends HTMLElement {
  file = "";
  start = 0; // where the part begins in its file
  end = 0;
  label = "";
  #view;

  /** Takes the part's place in the file, and shows its text. */
  show(file, start, end, label) {
    const other = file !== this.file || label !== this.label;
    Object.assign(this, { file, start, end, label });
    if (!this.#view || other) this.#open();
    const text = this.#part();
    const now = this.#view.state.doc.toString();
    if (text !== now) {
      this.#view.dispatch({
        changes: splice(now, text),
        annotations: [fromStore.of(true), Transaction.addToHistory.of(false)],
      });
    }
    this.#underline();
    this.#reveal();
  }

  /** Goes to the place that is to be shown, if it is here. */
  #reveal() {
    const { target } = state;
    if (target?.file === this.file && target.start >= this.start && target.start <= this.end) {
      state.target = null;
      const at = Math.min(target.start - this.start, this.#view.state.doc.length);
      requestAnimationFrame(() => {
        this.#view.dispatch({
          selection: { anchor: at },
          effects: EditorView.scrollIntoView(at, { y: "center" }),
        });
        this.#view.focus();
      });
    }
  }

  #part() {
    return (state.draft.texts[this.file] ?? "").slice(this.start, this.end);
  }

  #open() {
    this.#view?.destroy();
    this.#view = new EditorView({
      parent: this,
      state: EditorState.create({
        doc: this.#part(),
        extensions: [
          EditorView.cspNonce.of(nonce),
          history(),
          drawSelection(),
          lineNumbers({ formatNumber: (n) => String(n + this.#lineBefore()) }),
          EditorView.lineWrapping,
          languageOf(this.file),
          autocompletion({ override: [(context) => this.#complete(context)] }),
          hoverTooltip((view, at) => this.#hover(at)),
          keymap.of([
            { key: "F12", run: (view) => this.#define(view.state.selection.main.head) },
            { key: "F2", run: (view) => this.#rename(view.state.selection.main.head) },
            { key: "Escape", run: (view) => (view.contentDOM.blur(), true) },
            ...completionKeymap,
            ...lintKeymap,
            ...defaultKeymap,
            ...historyKeymap,
            indentWithTab,
          ]),
          EditorView.contentAttributes.of({ "aria-label": this.label }),
          EditorView.updateListener.of((update) => this.#changed(update)),
        ],
      }),
    });
  }

  #lineBefore() {
    return (state.draft.texts[this.file] ?? "").slice(0, this.start).split("\n").length - 1;
  }

  #changed(update) {
    if (!update.docChanged || update.transactions.some((one) => one.annotation(fromStore))) return;
    const whole = state.draft.texts[this.file] ?? "";
    const part = update.state.doc.toString();
    const text = whole.slice(0, this.start) + part + whole.slice(this.end);
    this.end = this.start + part.length;
    edit(this.file, text);
  }

  #underline() {
    const length = this.#view.state.doc.length;
    const here = state.draft.verdict.findings.filter(
      (one) => one.file === this.file && one.start >= this.start && one.start <= this.end,
    );
    const diagnostics = here.map((one) => ({
      from: Math.min(length, one.start - this.start),
      to: Math.min(length, Math.max(one.end, one.start + 1) - this.start),
      severity: "error",
      message: one.message + (one.help ? `\n${one.help}` : ""),
      actions: one.fixes.map((fix) => ({ name: fix.title, apply: () => apply(fix.edits) })),
    }));
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  async #complete(context) {
    const word = context.matchBefore(/[$\w.-]*/);
    if (!context.explicit && !/[\w"$.@]$/.test(context.state.sliceDoc(0, context.pos))) return null;
    const { completions } = await language("completions", this.file, this.start + context.pos);
    const dot = word.text.lastIndexOf(".");
    const hyphened = completions.some((one) => one.label.includes("-"));
    return {
      from: hyphened || dot < 0 ? word.from : word.from + dot + 1,
      options: completions.map((one) => ({ label: one.label, detail: one.kind, info: one.detail || undefined })),
      validFor: /^[$\w-]*$/,
    };
  }

  /** What the name at a place means; null where there is none. */
  async #name(at) {
    const name = await language("name", this.file, this.start + at);
    return name.title ? name : null;
  }

  async #hover(at) {
    const name = await this.#name(at);
    return (
      name && {
        pos: Math.max(0, name.start - this.start),
        end: Math.max(0, name.end - this.start),
        above: true,
        create() {
          const dom = document.createElement("div");
          dom.className = "hover";
          dom.append(Object.assign(document.createElement("strong"), { textContent: name.title }));
          name.lines.forEach((line) =>
            dom.append(Object.assign(document.createElement("p"), { textContent: line })),
          );
          return { dom };
        },
      }
    );
  }

  #define(at) {
    this.#name(at).then((name) => {
      const place = name?.places.find((one) => one.defines);
      if (place) show(place.file, place.start);
    });
    return true;
  }

  #rename(at) {
    this.#name(at).then(async (name) => {
      const old = name && (state.draft.texts[this.file] ?? "").slice(name.start, name.end);
      const to = old && prompt(`Rename ${name.title} in ${name.places.length} places to:`, old);
      if (to && to !== old) {
        try {
          apply((await language("rename", this.file, this.start + at, { name: to })).edits);
        } catch (problem) {
          fail(problem);
        }
      }
    });
    return true;
  }

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = undefined;
  }
}

customElements.define("certus-editor", Editor);
