// The scenarios, red and green: what was expected and what was given, side by side.
import { html, nothing } from "lit-html";
import { state, set, accept, show, lineStart } from "./store.js";
import { mark, count, plain } from "./parts.js";
import { findings } from "./policy.js";

function mismatch(one) {
  const names = [...new Set([...Object.keys(one.expected ?? {}), ...(one.expected ? [] : Object.keys(one.given ?? {}))])];
  return html`<div class="mismatch">
    <p><strong>${one.kind}</strong></p>
    <table>
      <thead>
        <tr><th scope="col"></th><th scope="col">expected</th><th scope="col">given</th></tr>
      </thead>
      <tbody>
        ${names.map(
          (name) => html`<tr class=${(one.differs ?? []).includes(name) ? "differs" : ""}>
            <th scope="row">${name}</th>
            <td>${one.expected ? plain(one.expected[name]) : "nothing"}</td>
            <td>${one.given ? plain(one.given[name]) : "nothing"}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${one.why ? html`<p class="soft">${one.why} By the rule “${one.rule}”.</p>` : nothing}
  </div>`;
}

const row = (one) => html`<li class=${one.passed ? "passed" : "failed"}>
  <details ?open=${!one.passed}>
    <summary>${mark(one.passed, one.passed ? "passes" : "fails")} ${one.scenario}</summary>
    <p><a class="soft" href="#policy/${encodeURIComponent(one.file)}" @click=${() => show(one.file, lineStart(one.file, one.line))}>${one.file}:${one.line}</a></p>
    ${one.passed || one.failure
      ? nothing
      : html`<p><button @click=${() => accept(one.scenario)}>Expect what is given</button></p>`}
    ${one.failure ? html`<p>${one.failure}</p>` : nothing} ${one.mismatches.map(mismatch)}
    <p class="soft">Rules that fire: ${one.rules.map((n) => state.draft.verdict.rules[n]).join("; ")}</p>
  </details>
</li>`;

export function scenarios() {
  const { verdict } = state.draft;
  if (!verdict.sound) {
    return html`<div class="page">
      <h2>Scenarios</h2>
      <p>The scenarios run once the pack is sound. ${count(verdict.findings.length, "finding")}:</p>
      ${findings(verdict.findings)}
    </div>`;
  }
  const wanted = (state.filter ?? "").toLowerCase();
  const shown = verdict.scenarios.filter(
    (one) => !wanted || one.scenario.toLowerCase().includes(wanted) || one.file.includes(wanted),
  );
  const failed = shown.filter((one) => !one.passed);
  const passed = shown.filter((one) => one.passed);
  return html`<div class="page">
    <h2>Scenarios</h2>
    <p class="row">
      ${mark(failed.length === 0, `${count(passed.length, "scenario")} pass, ${failed.length} fail`)}
      <label>Find <input type="search" .value=${state.filter ?? ""} @input=${(e) => set({ filter: e.target.value })} /></label>
      ${failed.length
        ? html`<button @click=${() => confirm(`Make ${count(failed.length, "scenario")} expect what is given?`) && accept()}>
            Expect what is given in all that fail
          </button>`
        : nothing}
    </p>
    <ul class="list">${failed.map(row)}</ul>
    <ul class="list">${passed.map(row)}</ul>
  </div>`;
}
