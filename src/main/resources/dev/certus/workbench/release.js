// The edits as a difference to review, and their release into the pack.
import { html, nothing } from "lit-html";
import { get, post } from "./api.js";
import { state, set, path, fail, failing, isEdited, refresh } from "./store.js";
import { mark, count } from "./parts.js";
import { findings } from "./policy.js";

const mine = { why: "", population: "", working: false, dossiers: null };

/** The lines of two texts, those that go and those that come, with three lines around them. */
export function lines(before, after) {
  const one = before.split("\n");
  const other = after.split("\n");
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const a = one.slice(start, one.length - end);
  const b = other.slice(start, other.length - end);
  return [
    ...one.slice(Math.max(0, start - 3), start).map((text) => [" ", text]),
    ...matched(a, b),
    ...one.slice(one.length - end, one.length - end + 3).map((text) => [" ", text]),
  ];
}

/** The longest common lines of what differs. */
function matched(a, b) {
  if (a.length * b.length > 4_000_000) {
    return [...a.map((text) => ["-", text]), ...b.map((text) => ["+", text])];
  }
  const length = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] === b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      rows.push([" ", a[i++]]);
      j++;
    } else if (j >= b.length || (i < a.length && length[i + 1][j] >= length[i][j + 1])) {
      rows.push(["-", a[i++]]);
    } else {
      rows.push(["+", b[j++]]);
    }
  }
  return rows;
}

function difference({ file, who }) {
  const rows = lines(state.draft.saved?.[file] ?? "", state.draft.texts[file] ?? "");
  return html`<section class="difference">
    <h3>${file} <span class="soft">last edited by ${who}</span></h3>
    <pre tabindex="0" aria-label="Changes of ${file}">${rows.map(
      ([sign, text]) =>
        html`<span class=${sign === "+" ? "come" : sign === "-" ? "gone" : ""}>${sign} ${text}
</span>`,
    )}</pre>
  </section>`;
}

async function send() {
  mine.working = true;
  set({});
  try {
    const done = await post(path("/draft/release"), {
      who: state.who,
      why: mine.why,
      seen: state.draft.revision,
      ...(mine.population && { population: mine.population }),
    });
    mine.why = "";
    mine.dossiers = null;
    set({ notice: { text: `Released. The pack's hash is ${done.sha256}.${done.branch ? ` Committed on ${done.branch}.` : ""}`, bad: false } });
    await refresh();
  } catch (problem) {
    fail(problem);
  }
  mine.working = false;
  set({});
}

function released() {
  if (!mine.dossiers) {
    mine.dossiers = [];
    get(path("/dossiers")).then(({ dossiers }) => {
      mine.dossiers = dossiers;
      set({});
    }, fail);
  }
  return html`<section>
    <h3>Released before</h3>
    ${mine.dossiers.length === 0 ? html`<p class="soft">Nothing from here.</p>` : nothing}
    <ul class="list">
      ${mine.dossiers.map(
        (one) => html`<li>
          <a href="/v1/packs/${encodeURIComponent(state.pack)}/dossiers/${one.name}.html" target="_blank" rel="noopener">${one.sha256.slice(0, 12)}</a>
          ${one.at.replace("T", " ")} ${one.who}: ${one.why}
        </li>`,
      )}
    </ul>
  </section>`;
}

export function releasing() {
  const { verdict, overtaken } = state.draft;
  const bad = failing().length;
  const ready = verdict.sound && !bad && !overtaken.length && !state.busy;
  return html`<ul class="checks">
      <li>${mark(verdict.sound, verdict.sound ? "The pack is sound" : count(verdict.findings.length, "finding"))}</li>
      <li>${verdict.sound ? mark(!bad, bad ? `${count(bad, "scenario")} fail` : `${count(verdict.scenarios.length, "scenario")} pass`) : nothing}</li>
      <li>${mark(!overtaken.length, overtaken.length ? "The folder has changed" : "The folder is as it was")}</li>
    </ul>
    ${findings(verdict.findings)}
    <form @submit=${(event) => (event.preventDefault(), send())}>
      <label>Who <input required .value=${state.who} @change=${(event) => set({ who: event.target.value })} /></label>
      <label>Why <textarea required rows="3" .value=${mine.why} @input=${(event) => (mine.why = event.target.value)}></textarea></label>
      <label>Impact on
        <select @change=${(event) => (mine.population = event.target.value)}>
          <option value="">no records</option>
          ${state.populations.map((name) => html`<option ?selected=${name === mine.population}>${name}</option>`)}
        </select>
      </label>
      <button class="primary" ?disabled=${!ready || mine.working}>${mine.working ? "Releasing…" : "Release"}</button>
    </form>`;
}

export { page as release };

function page() {
  return html`<div class="page releasing">
    <h2>Release</h2>
    ${isEdited() ? html`${state.draft.edited.map(difference)} ${releasing()}` : html`<p>Nothing is edited.</p>`}
    ${released()}
  </div>`;
}
