// The pack by its clauses: words, numbers, readings and rules side by side.
import { html, nothing } from "lit-html";
import { ref } from "lit-html/directives/ref.js";
import { repeat } from "lit-html/directives/repeat.js";
import { get, post, follow } from "./api.js";
import { state, edit, apply, set, reaching, path, fail, show } from "./store.js";
import { mark, count } from "./parts.js";
import "./editor.js";

const OTHERS = "other rules";
const id = (entry) => entry.id ?? OTHERS;

function verdictOf(entry) {
  const { verdict } = state.draft;
  const files = new Map(entry.rules.map((rule) => [rule.name, rule]));
  const findings = verdict.findings.filter((one) =>
    [...files.values()].some((rule) => rule.file === one.file && rule.start <= one.start && one.start <= rule.end),
  ).length;
  const scenarios = new Set(entry.rules.flatMap((rule) => reaching(rule.name)));
  const failing = [...scenarios].filter((one) => !one.passed).length;
  return { findings, failing, scenarios: scenarios.size };
}

let revealed;

/** Once it is chosen, a clause is in sight in the contents. */
function reveal(element, chosen) {
  if (element && revealed !== chosen) {
    revealed = chosen;
    requestAnimationFrame(() => element.scrollIntoView({ block: "nearest" }));
  }
}

function contents(clauses, chosen) {
  return html`<nav class="contents" aria-label="Clauses">
    <ul>
      ${clauses.map((entry) => {
        const { findings, failing } = verdictOf(entry);
        return html`<li>
          <a
            href="#policy/${encodeURIComponent(id(entry))}"
            aria-current=${id(entry) === chosen ? "true" : nothing}
            ${ref((element) => id(entry) === chosen && reveal(element, chosen))}
          >
            <span class="id">${id(entry)}</span>
            <span class="title">${entry.title ?? "Rules that state no clause"}</span>
            ${findings ? mark(false, count(findings, "finding")) : failing ? mark(false, `${failing} failing`) : nothing}
          </a>
        </li>`;
      })}
    </ul>
    <h3>Files</h3>
    <ul>
      ${Object.keys(state.draft.texts).map((file) => {
        const findings = state.draft.verdict.findings.filter((one) => one.file === file).length;
        const edited = state.draft.edited.some((one) => one.file === file);
        return html`<li>
          <a href="#policy/${encodeURIComponent(file)}" aria-current=${file === chosen ? "true" : nothing}>
            <span class="title">${file}</span>
            ${findings ? mark(false, count(findings, "finding")) : edited ? html`<span class="soft">edited</span>` : nothing}
          </a>
        </li>`;
      })}
    </ul>
  </nav>`;
}

function number(place, unit) {
  const name = `${place.term}${place.key ? ` ${place.key}` : ""}${place.from ? ` from ${place.from}` : ""}`;
  return html`<label class="number">
    <span class="soft">${[place.key, place.from && `from ${place.from}`].filter(Boolean).join(" ")}</span>
    <input
      inputmode="decimal"
      size="6"
      aria-label=${`${name}, in ${unit}`}
      .value=${place.text}
      @input=${(event) => change(place, event.target)}
    />
    <span class="soft">${unit}</span>
    <span class="invalid" role="alert" hidden>No number: not saved</span>
  </label>`;
}

/** Puts a number into terms.yaml; what is no number is not put there. */
function change(place, input) {
  const fits = /^-?\d+(\.\d+)?$/.test(input.value.trim());
  input.setAttribute("aria-invalid", String(!fits));
  input.parentElement.querySelector(".invalid").hidden = fits;
  if (!fits) return;
  const file = "terms.yaml";
  const text = state.draft.texts[file];
  const now = state.draft.numbers.find(
    (one) => one.term === place.term && one.key === place.key && one.from === place.from,
  );
  now.text = input.value.trim();
  edit(file, text.slice(0, now.start) + now.text + text.slice(now.end));
}

function terms(entry) {
  return entry.terms.length === 0
    ? nothing
    : html`<section>
        <h3>Numbers</h3>
        ${entry.terms.map(
          (term) => html`<div class="term">
            <p><code>${term.name}</code> ${term.description}</p>
            <p class="values">
              ${state.draft.numbers.filter((one) => one.term === term.name).map((place) => number(place, term.unit))}
            </p>
            <p class="soft">${term.reference}</p>
          </div>`,
        )}
      </section>`;
}

function readings(entry) {
  return entry.readings.length === 0
    ? nothing
    : html`<section>
        <h3>Readings</h3>
        ${entry.readings.map(
          (reading) => html`<div class="reading">
            <p><strong>${reading.id}</strong> ${reading.question} <span class="soft">${reading.status}</span></p>
            <p>${reading.choice}</p>
          </div>`,
        )}
      </section>`;
}

const editor = (file, start, end, label) =>
  html`<certus-editor
    ${ref((element) => element?.show(file, start, end, label))}
  ></certus-editor>`;

const mutants = new Map(); // by rule: what was found of small changes, and of which text

/** Tries small changes of a rule: those that no scenario notices are shown beside it. */
async function mutate(rule) {
  const of = state.draft.verdict.sha256;
  mutants.set(rule, { of, told: "waiting" });
  set({});
  try {
    const { job } = await post(path("/draft/mutants"), { in: rule });
    await follow(job, (told) => {
      mutants.set(rule, { of, told: `${told.read} tried` });
      set({});
    });
    mutants.set(rule, { of, found: await get(`/v1/jobs/${job}/report`) });
    set({});
  } catch (problem) {
    mutants.delete(rule);
    fail(problem);
  }
}

function tried(place) {
  const one = mutants.get(place.name);
  if (!one || one.of !== state.draft.verdict.sha256) {
    return html`<button @click=${() => mutate(place.name)} title="Which small changes of this rule does no scenario notice?">
      Try changes
    </button>`;
  }
  if (!one.found) return html`<span class="soft" role="status">${one.told}</span>`;
  const { noticed, tried, unnoticed } = one.found;
  return html`${mark(!unnoticed.length, `${noticed} of ${count(tried, "change")} noticed`)}
    ${unnoticed.length
      ? html`<ul class="findings" aria-label="Changes that no scenario notices">
          ${unnoticed.map((each) => html`<li>line ${each.line}: ${each.message}</li>`)}
        </ul>`
      : nothing}`;
}

function rule(place) {
  const scenarios = reaching(place.name);
  const failing = scenarios.filter((one) => !one.passed);
  return html`<article class="rule">
    <h4>
      ${place.name}
      <span class="soft">${place.file}</span>
      ${state.draft.verdict.sound
        ? scenarios.length === 0
          ? mark(false, "no scenario reaches this rule")
          : failing.length
            ? html`<a href="#scenarios">${mark(false, `${failing.length} of ${count(scenarios.length, "scenario")} fail`)}</a>`
            : mark(true, count(scenarios.length, "scenario"))
        : nothing}
      ${state.draft.verdict.sound && !failing.length ? tried(place) : nothing}
    </h4>
    ${editor(place.file, place.start, place.end, `Rule ${place.name}`)}
  </article>`;
}

function clause(entry) {
  return html`<div class="clause">
    <div class="words">
      <h2><span class="id">${id(entry)}</span> ${entry.title ?? "Rules that state no clause"}</h2>
      ${entry.words ? html`<blockquote>${entry.words}</blockquote><p class="soft">${entry.source}</p>` : nothing}
      ${terms(entry)} ${readings(entry)}
    </div>
    <div class="rules">${repeat(entry.rules, (one) => `${one.file}/${one.name}`, rule)}</div>
  </div>`;
}

function file(name) {
  const text = state.draft.texts[name] ?? "";
  return html`<div class="file">
    <h2>${name}</h2>
    ${findings(state.draft.verdict.findings.filter((one) => one.file === name))}
    ${editor(name, 0, text.length, `File ${name}`)}
  </div>`;
}

/** Findings as a list, each with its fixes. */
export function findings(list) {
  return list.length === 0
    ? nothing
    : html`<ul class="findings" aria-label="Findings">
        ${list.map(
          (one) => html`<li>
            <p>
              <a href="#policy/${encodeURIComponent(one.file)}" @click=${() => show(one.file, one.start)}>${one.file}:${one.line}</a> ${one.message}
              ${one.help ? html`<span class="soft">${one.help}</span>` : nothing}
            </p>
            ${one.fixes.map(
              (fix) => html`<button @click=${() => apply(fix.edits)}>${fix.title}</button>`,
            )}
          </li>`,
        )}
      </ul>`;
}

export function policy() {
  const clauses = state.draft.clauses ?? [];
  const chosen = state.within || (clauses[0] ? id(clauses[0]) : Object.keys(state.draft.texts)[0]);
  const entry = clauses.find((one) => id(one) === chosen);
  return html`<div class="policy">
    ${contents(clauses, chosen)}
    <div class="main">${entry ? clause(entry) : file(chosen)}</div>
  </div>`;
}
