// What the edits change, for whom: first on a sample, then on all records.
import { html, nothing } from "lit-html";
import { get, post, follow } from "./api.js";
import { state, set, path, fail, isEdited } from "./store.js";
import { count, moment, mark } from "./parts.js";

const FIRST = 0.05; // the share of candidates of the first figures

const mine = { population: "", of: "", asOf: "", report: null, job: null, share: 1, running: null };

const files = () => Object.fromEntries(state.draft.edited.map(({ file }) => [file, state.draft.texts[file] || null]));

async function compare(share) {
  const asOf = mine.asOf ? `&asOf=${encodeURIComponent(mine.asOf)}` : "";
  const population = encodeURIComponent(mine.population);
  const { job } = await post(path(`/diffs?population=${population}&share=${share}${asOf}`), { files: files() });
  await follow(job, (told) => {
    mine.running = told;
    set({});
  });
  return { report: await get(`/v1/jobs/${job}/report`), job, share };
}

/** Compares once more: at first a sample, then all. */
async function run() {
  const of = `${state.draft.verdict.sha256} ${mine.population} ${mine.asOf}`;
  if (mine.of === of) return;
  mine.of = of;
  mine.report = null;
  try {
    for (const share of [FIRST, 1]) {
      const found = await compare(share);
      if (mine.of !== of) return; // another edit came meanwhile
      Object.assign(mine, found, { running: share === 1 ? null : mine.running });
      set({});
    }
  } catch (problem) {
    mine.running = null;
    fail(problem);
  }
}

function transitions(report) {
  return html`<table>
    <thead>
      <tr><th scope="col">before</th><th scope="col">after</th><th scope="col">candidates</th><th scope="col">decisions</th><th scope="col">cause</th></tr>
    </thead>
    <tbody>
      ${report.transitions.map(
        (one) => html`<tr>
          <td>${one.before ?? "nothing"}</td>
          <td>${one.after ?? "nothing"}${one.fields.length ? `, other ${one.fields.join(", ")}` : ""}</td>
          <td>${one.candidates.toLocaleString("en")}</td>
          <td>${one.decisions.toLocaleString("en")}</td>
          <td>${one.cause.edits.join(", ") || one.cause.kind}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

function found() {
  const { report, share } = mine;
  const all = report.records;
  return html`<p class="figure">
      <strong>${report.changed.toLocaleString("en")}</strong> of ${count(all, "candidate")} get other decisions
      ${share < 1 ? html`<span class="soft">on a sample of about ${share * 100} %</span>` : nothing}
    </p>
    ${report.transitions.length ? transitions(report) : nothing}
    <p class="soft">as of ${moment(report.asOf)}; ${count(report.rejected, "record")} rejected</p>
    ${share === 1 ? html`<iframe class="report" title="The report" sandbox src="/v1/jobs/${mine.job}/report.html"></iframe>` : nothing}`;
}

export function impact() {
  const names = state.populations;
  if (names.length && !mine.population) mine.population = names[0];
  const ready = mine.population && isEdited() && state.draft.verdict.sound && !state.busy;
  if (ready) run();
  return html`<div class="page">
    <h2>Impact</h2>
    <p class="row">
      <label>Records
        <select @change=${(event) => ((mine.population = event.target.value), set({}))}>
          ${names.map((name) => html`<option ?selected=${name === mine.population}>${name}</option>`)}
        </select>
      </label>
      <label>As of <input placeholder="now" size="22" .value=${mine.asOf} @change=${(event) => ((mine.asOf = event.target.value.trim()), set({}))} /></label>
    </p>
    ${!names.length
      ? html`<p>There are no records to compare on. Start the service with <code>--population NAME=INPUT</code>.</p>`
      : !isEdited()
        ? html`<p>Nothing is edited, so nothing changes.</p>`
        : !state.draft.verdict.sound
          ? html`<p>${mark(false, "The pack is not sound")}: the impact is shown once it is.</p>`
          : html`<div aria-live="polite">
              ${mine.report ? found() : nothing}
              ${mine.running ? html`<p class="soft">${mine.running.state}, ${count(mine.running.read, "record")} read</p>` : nothing}
            </div>`}
  </div>`;
}
