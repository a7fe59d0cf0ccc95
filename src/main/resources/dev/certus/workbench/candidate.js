// One candidate: decisions as of any instant, why, why not, and over time.
import { html, nothing } from "lit-html";
import { get, post } from "./api.js";
import { state, set, path, fail, language, refresh } from "./store.js";
import { interval, moment, mark, busy } from "./parts.js";

const mine = {
  record: "",
  population: null,
  pack: null, // which the picked records are read by
  picked: [],
  by: "draft",
  asOf: null,
  bounds: [], // the moments at which something changes, in milliseconds
  low: 0,
  high: 0,
  decisions: null,
  report: null, // why a decision was given
  refusals: null,
  code: "",
  picture: null,
  working: false,
  name: "",
  file: "scenarios/recorded.yaml",
};

const DAY = 86_400_000;
const by = () => (mine.by === "draft" ? "&by=draft" : "");
const at = () => encodeURIComponent(mine.asOf.toISOString().replace(/\.\d+Z$/, "Z"));

/** Runs a step; what goes wrong is told, and the last one asked for wins. */
let turn = 0;
async function step(work) {
  const my = ++turn;
  mine.working = true;
  set({});
  try {
    const found = await work();
    if (my === turn) Object.assign(mine, found);
  } catch (problem) {
    if (my === turn) fail(problem);
  }
  if (my === turn) mine.working = false;
  set({});
}

/** Reads the record's changes over time, and decides as of now. */
export function show(record) {
  mine.record = record;
  mine.asOf ??= new Date(state.now);
  return step(async () => {
    const timeline = await post(path(`/timeline?asOf=${at()}${by()}`), record);
    const svg = await post(path(`/timeline?asOf=${at()}${by()}`), record, "image/svg+xml");
    const moments = timeline.lanes
      .flatMap((lane) => lane.spans.flatMap((span) => [span.begins, span.ends]))
      .filter(Boolean)
      .map((text) => Date.parse(text) + (text.includes(".000000001") ? 1000 : 0));
    const bounds = [...new Set(moments)].sort((one, other) => one - other);
    const low = Math.min(mine.asOf, bounds[0] ?? Infinity) - 30 * DAY;
    const high = Math.max(mine.asOf, bounds.at(-1) ?? 0) + 30 * DAY;
    return { bounds, low, high, picture: svg, report: null, refusals: null, ...(await decided()) };
  });
}

async function decided() {
  return { decisions: await post(path(`/decide?asOf=${at()}${by()}`), mine.record) };
}

function move(instant) {
  mine.asOf = new Date(Math.round(instant / 1000) * 1000);
  step(async () => ({ ...(await decided()), report: null, refusals: null }));
}

function jump(direction) {
  const now = mine.asOf.getTime();
  const next =
    direction > 0 ? mine.bounds.find((one) => one > now) : mine.bounds.filter((one) => one < now).at(-1);
  if (next !== undefined) move(next);
}

const explain = (decision) =>
  step(async () => {
    const { code, subject } = decision;
    const query = `&code=${encodeURIComponent(code)}&subject=${encodeURIComponent(subject.id)}`;
    const found = await post(path(`/explain?asOf=${at()}${by()}${query}`), mine.record);
    return { report: found.explanations.find((one) => one.decision.subject.kind === subject.kind), refusals: null };
  });

const whyNot = () =>
  step(async () => ({
    refusals: (await post(path(`/why-not?asOf=${at()}${by()}&code=${encodeURIComponent(mine.code)}`), mine.record)).refusals,
    report: null,
  }));

async function pick(population) {
  mine.population = population;
  mine.pack = state.pack;
  try {
    const records = `/v1/populations/${encodeURIComponent(population)}/records?pack=${encodeURIComponent(state.pack)}`;
    mine.picked = population ? (await get(records)).records : [];
    set({});
  } catch (problem) {
    fail(problem);
  }
}

async function read(file) {
  const lines = (await file.text()).split("\n").filter((line) => line.trim());
  mine.picked = lines.slice(0, 200).flatMap((line) => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  if (mine.picked.length) show(JSON.stringify(mine.picked[0]));
  else fail(new Error(`${file.name} holds no records, one JSON object a line`));
}

/** Makes a scenario of the record, the instant and the decisions shown. */
async function record() {
  try {
    await post(path("/draft/scenario"), {
      who: state.who || "someone",
      file: mine.file,
      name: mine.name,
      asOf: mine.decisions.asOf,
      record: JSON.parse(mine.record),
    });
    await refresh();
    location.hash = `policy/${encodeURIComponent(mine.file)}`;
  } catch (problem) {
    fail(problem);
  }
}

const grounds = (list) =>
  html`<ul class="grounds">
    ${list.map(
      (one) => html`<li>
        ${one.text} ${one.source ? html`<span class="soft">${one.source}</span>` : nothing}
        ${one.grounds ? grounds(one.grounds) : nothing}
      </li>`,
    )}
  </ul>`;

function report(one) {
  return html`<section class="why" aria-label="Why">
    <h3>Why ${one.decision.code} of ${one.decision.subject.kind} ${one.decision.subject.id}</h3>
    <p>${one.decision.reason}</p>
    <blockquote>${one.clause.words}</blockquote>
    <p class="soft"><a href="#policy/${encodeURIComponent(one.clause.id)}">${one.clause.id}</a> ${one.clause.source}</p>
    ${one.reasons.map(
      (reason) => html`<p>By the rule “${reason.rule}” <span class="soft">${reason.at}</span></p>
        ${grounds(reason.grounds)}`,
    )}
    ${one.readings.map((reading) => html`<p><strong>${reading.id}</strong> ${reading.question} ${reading.choice}</p>`)}
  </section>`;
}

function refusals(list) {
  return html`<section class="why" aria-label="Why not">
    <h3>Why not ${mine.code}</h3>
    ${list.length === 0 ? html`<p>It was given.</p>` : nothing}
    ${list.map(
      (one) => html`<div>
        <p>
          ${one.subject ? `${one.subject.kind} ${one.subject.id}: ` : ""}
          ${one.earliest ? html`earliest <strong>${moment(one.earliest)}</strong>, if no new fact comes` : nothing}
          ${one.earliestAfter ? html`right after <strong>${moment(one.earliestAfter)}</strong>, if no new fact comes` : nothing}
          ${!one.earliest && !one.earliestAfter ? "never by time alone" : nothing}
        </p>
        ${one.rules.slice(0, 3).map(
          (miss) => html`<p>The rule “${miss.rule}” fails at <code>${miss.fails.condition}</code></p>
            ${grounds(miss.fails.grounds)}`,
        )}
      </div>`,
    )}
  </section>`;
}

const decision = (one) => html`<tr>
  <th scope="row"><button class="link" @click=${() => explain(one)}>${one.code}</button></th>
  <td>${one.subject.kind} ${one.subject.id}</td>
  <td>${interval(one)}</td>
  <td>${one.reason}</td>
  <td><a href="#policy/${encodeURIComponent(one.clause)}">${one.clause}</a></td>
</tr>`;

function chooser() {
  return html`<section class="chooser">
    <p class="row">
      <label>Records
        <select @change=${(event) => pick(event.target.value)}>
          <option value="">choose…</option>
          ${state.populations.map((name) => html`<option ?selected=${name === mine.population}>${name}</option>`)}
        </select>
      </label>
      <label>or a file <input type="file" accept=".jsonl,.json,.ndjson" @change=${(event) => event.target.files[0] && read(event.target.files[0])} /></label>
      ${mine.picked.length
        ? html`<label>Candidate
            <select aria-label="Candidate" @change=${(event) => show(JSON.stringify(mine.picked[event.target.value]))}>
              <option value="" disabled selected>choose…</option>
              ${mine.picked.map((one, n) => html`<option value=${n}>${one.candidateId}</option>`)}
            </select>
          </label>`
        : nothing}
    </p>
    <label>Record, as JSON
      <textarea rows="5" spellcheck="false" .value=${mine.record} @change=${(event) => show(event.target.value)}></textarea>
    </label>
  </section>`;
}

function slider() {
  return html`<section class="asof" aria-label="As of" aria-busy=${mine.working}>
    <label>As of <output>${moment(mine.asOf.toISOString().replace(/\.\d+Z$/, "Z"))}</output>
      <input type="range" min=${mine.low} max=${mine.high} step="1000" list="bounds"
        .value=${String(mine.asOf.getTime())} @input=${(event) => move(Number(event.target.value))} />
    </label>
    <datalist id="bounds">${mine.bounds.map((one) => html`<option value=${one}></option>`)}</datalist>
    <p class="row">
      <button @click=${() => jump(-1)}>Change before</button>
      <button @click=${() => jump(1)}>Next change</button>
      <label>By
        <select @change=${(event) => ((mine.by = event.target.value), show(mine.record))}>
          <option value="draft" ?selected=${mine.by === "draft"}>the draft</option>
          <option value="saved" ?selected=${mine.by === "saved"}>the pack in service</option>
        </select>
      </label>
      ${mine.decisions?.nextChangeAt ? html`<span class="soft">changes next at ${moment(mine.decisions.nextChangeAt)}</span>` : nothing}
    </p>
  </section>`;
}

function recorder() {
  return html`<form class="row recorder" @submit=${(event) => (event.preventDefault(), record())}>
    <label>Record as a scenario <input required placeholder="a sentence" size="40" .value=${mine.name} @input=${(event) => (mine.name = event.target.value)} /></label>
    <label>in <input required size="24" .value=${mine.file} @input=${(event) => (mine.file = event.target.value)} /></label>
    <button>Record</button>
  </form>`;
}

export function candidate() {
  if (mine.pack !== state.pack && state.populations.length) pick(mine.population ?? state.populations[0]);
  const { decisions } = mine;
  return html`<div class="page candidate">
    <h2>Candidate</h2>
    ${chooser()}
    ${decisions
      ? html`${slider()}
          <table class="decisions">
            <thead><tr><th scope="col">decision</th><th scope="col">of</th><th scope="col">holds</th><th scope="col">reason</th><th scope="col">clause</th></tr></thead>
            <tbody>${decisions.decisions.map(decision)}</tbody>
          </table>
          ${decisions.decisions.length === 0 ? html`<p class="soft">Nothing is decided as of then.</p>` : nothing}
          <p class="row">
            <label>Why not
              <select @change=${(event) => ((mine.code = event.target.value), whyNot())}>
                <option value="" ?selected=${!mine.refusals}>choose a decision…</option>
                ${(state.draft.decisions ?? []).map((code) => html`<option ?selected=${mine.refusals && code === mine.code}>${code}</option>`)}
              </select>
            </label>
          </p>
          ${mine.report ? report(mine.report) : nothing} ${mine.refusals ? refusals(mine.refusals) : nothing}
          ${recorder()}
          <section aria-label="Timeline"><img class="timeline" alt="The decisions over time" src="data:image/svg+xml;charset=utf-8,${encodeURIComponent(mine.picture)}" /></section>`
      : busy(mine.working, "Deciding…")}
  </div>`;
}
