// Starts the page: the places, the keys, and what stands above them.
import { html, nothing, render } from "lit-html";
import { get, post } from "./api.js";
import { state, set, onChange, open, fail, failing, isEdited, undo, discard, setWho, save } from "./store.js";
import { count } from "./parts.js";
import { policy } from "./policy.js";
import { scenarios } from "./scenarios.js";
import { candidate } from "./candidate.js";
import { impact } from "./impact.js";
import { release } from "./release.js";

const PLACES = { policy, scenarios, candidate, impact, release };
const root = document.getElementById("app");

function verdict() {
  if (!state.draft) return html`<span class="verdict">reading</span>`;
  const { verdict } = state.draft;
  const bad = failing().length;
  const text = !verdict.sound
    ? count(verdict.findings.length, "finding")
    : bad
      ? `${count(bad, "scenario")} ${bad === 1 ? "fails" : "fail"}`
      : `sound, ${count(verdict.scenarios.length, "scenario")} pass`;
  return html`<a class="verdict ${verdict.sound && !bad ? "good" : "bad"}" href="#scenarios"
    ><span role="status">${text}</span></a
  >`;
}

function bar() {
  return html`<header class="bar">
    <span class="brand">certus</span>
    ${state.packs.length > 1
      ? html`<select aria-label="Pack" @change=${(event) => open(event.target.value)}>
          ${state.packs.map((pack) => html`<option ?selected=${pack.name === state.pack}>${pack.name}</option>`)}
        </select>`
      : html`<span class="pack">${state.draft?.title ?? ""}</span>`}
    <nav class="places" aria-label="Places">
      ${Object.keys(PLACES).map(
        (name, n) => html`<a
          href="#${name}"
          title="Alt+${n + 1}"
          aria-current=${state.place === name ? "page" : nothing}
          >${name[0].toUpperCase()}${name.slice(1)}</a
        >`,
      )}
    </nav>
    <span class="side">
      ${verdict()}
      <button ?disabled=${!state.draft?.canUndo} @click=${undo} title="Ctrl+Alt+Z">Undo</button>
      <button ?disabled=${!isEdited()} @click=${() => confirm("Drop all edits of everyone?") && discard()}>
        Discard
      </button>
      ${state.person?.name
        ? html`<span class="who">${state.person.name} <span class="soft">may ${state.person.role}</span></span>
            <button @click=${leave}>Leave</button>`
        : html`<label class="who"
        ><span class="hidden">Your name</span>
        <input placeholder="Your name" size="10" .value=${state.who} @change=${(event) => setWho(event.target.value)}
      /></label>`}
    </span>
  </header>`;
}

function notices() {
  return html`${state.notice
    ? html`<div class="notice ${state.notice.bad ? "bad" : ""}" role="alert">
        <p>${state.notice.text}</p>
        <button @click=${() => set({ notice: null })}>Close</button>
      </div>`
    : nothing}
  ${state.lost
    ? html`<div class="notice bad" role="alert">
        <p>${state.lost.text}. You see the new text. Yours was:</p>
        ${Object.entries(state.lost.files).map(([file, text]) => html`<p>${file}</p><pre>${text}</pre>`)}
        <button @click=${() => set({ lost: null })}>Close</button>
      </div>`
    : nothing}
  ${state.draft?.overtaken.length
    ? html`<div class="notice bad" role="alert">
        <p>
          Changed in the folder since they were edited here: ${state.draft.overtaken.join(", ")}. Discard the edits, or
          bring the folder's changes in, before you release.
        </p>
      </div>`
    : nothing}`;
}

function login() {
  const enter = async (event) => {
    event.preventDefault();
    try {
      set({ person: await post("/login", { token: event.target.token.value }), notice: null, locked: false });
      await start();
    } catch (problem) {
      fail(problem);
    }
  };
  return html`<form class="page login" @submit=${enter}>
    <h2>Who are you?</h2>
    <label>Your token <input name="token" type="password" autocomplete="current-password" required size="40" /></label>
    <button class="primary">Enter</button>
  </form>`;
}

async function leave() {
  await post("/logout", {});
  location.reload();
}

function draw() {
  if (state.locked) {
    render(html`<header class="bar"><span class="brand">certus</span></header>${notices()}<main id="place">${login()}</main>`, root);
    return;
  }
  render(
    html`${bar()} ${notices()}
      <main id="place" tabindex="-1" data-revision=${state.draft?.revision ?? nothing}>${state.draft ? PLACES[state.place]() : html`<p class="page soft">Reading the pack…</p>`}</main>`,
    root,
  );
}

let drawing = false;
onChange(() => {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      draw();
    });
  }
});

function route() {
  const [place, ...rest] = location.hash.slice(1).split("/");
  const within = decodeURIComponent(rest.join("/"));
  set({ place: PLACES[place] ? place : "policy", ...(within && { within }) });
}

addEventListener("hashchange", route);
addEventListener("beforeunload", () => save());
addEventListener("keydown", (event) => {
  const place = /^Digit([1-5])$/.exec(event.code);
  if (place && event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    location.hash = Object.keys(PLACES)[place[1] - 1];
  }
  if (event.ctrlKey && event.altKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    undo();
  }
});

route();
root.replaceChildren();
draw();
async function start() {
  try {
    const person = await get("/me");
    const [{ packs, now }, { populations }] = await Promise.all([get("/v1/packs"), get("/v1/populations")]);
    set({ person, packs, populations, now, ...(person.name && { who: person.name }) });
    await open(packs[0].name);
  } catch (problem) {
    problem.details?.status === 401 ? set({ locked: true }) : fail(problem);
  }
}

await start();
