// What the page knows, and the only ways to change it.
import { get, post } from "./api.js";

const SETTLE = 60; // milliseconds in which key presses become one edit

const listeners = new Set();

export const state = {
  packs: [],
  populations: [],
  pack: null,
  draft: null,
  place: "policy",
  within: "",
  who: localStorage.getItem("certus.who") ?? "",
  busy: false,
  notice: null,
  target: null, // a place in a text that is to be shown
  lost: null, // a text that someone else overtook
};

export const onChange = (listener) => listeners.add(listener);

export function changed() {
  listeners.forEach((listener) => listener());
}

export function set(values) {
  Object.assign(state, values);
  changed();
}

export const path = (rest = "") => `/v1/packs/${encodeURIComponent(state.pack)}${rest}`;

export function setWho(who) {
  localStorage.setItem("certus.who", who);
  set({ who });
}

const who = () => state.who.trim() || "someone";

export function fail(problem) {
  set({ notice: { text: problem.message, bad: true } });
}

export function tell(text) {
  set({ notice: { text, bad: false } });
}

let events;

/** Opens a pack: its draft, and what others do with it. */
export async function open(pack) {
  set({ pack, draft: null });
  await refresh();
  events?.close();
  events = new EventSource(path("/draft/events"));
  events.addEventListener("draft", (event) => {
    const { revision } = JSON.parse(event.data);
    if (state.draft && revision > state.draft.revision && !state.busy && !waiting.size) {
      refresh();
    }
  });
}

export async function refresh() {
  try {
    set({ draft: await get(path("/draft")) });
  } catch (problem) {
    fail(problem);
  }
}

const waiting = new Map();
let timer;

/** What goes and what comes where one text becomes another. */
export function splice(before, after) {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let same = 0;
  while (same < most - from && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** Until the service says where rules and numbers are, they are where an edit has moved them. */
function shift(file, { from, to, insert }) {
  const by = insert.length - (to - from);
  const { clauses = [], numbers } = state.draft;
  const rules = clauses.flatMap((clause) => clause.rules).filter((rule) => rule.file === file);
  for (const place of file === "terms.yaml" ? [...rules, ...numbers] : rules) {
    if (place.start > from) place.start += by;
    if (place.end >= to) place.end += by;
  }
}

/** Gives a file another text: at once on the page, a moment later in the draft. */
export function edit(file, text) {
  const { draft } = state;
  if ((draft.texts[file] ?? "") === text) return;
  if (!waiting.has(file)) waiting.set(file, draft.revision);
  shift(file, splice(draft.texts[file] ?? "", text));
  draft.texts[file] = text;
  clearTimeout(timer);
  timer = setTimeout(save, SETTLE);
  changed();
}

/** Sends what waits, now. */
export async function save() {
  clearTimeout(timer);
  if (state.busy || !waiting.size) return;
  const files = {};
  let seen = Infinity;
  for (const [file, revision] of waiting) {
    files[file] = state.draft.texts[file] || null;
    seen = Math.min(seen, revision);
  }
  waiting.clear();
  set({ busy: true });
  try {
    take(await post(path("/draft/edits"), { who: who(), seen, files }));
    set({ busy: false });
  } catch (problem) {
    set({ busy: false });
    if (problem.details?.status === 409) {
      set({ lost: { files, text: problem.message } });
      await refresh();
    } else {
      fail(problem);
    }
  }
  if (waiting.size) {
    for (const file of waiting.keys()) waiting.set(file, state.draft.revision);
    save();
  }
}

/** Takes what the service says of the draft; texts that wait stay as they are here. */
function take(said) {
  const texts = said.texts ?? state.draft.texts;
  for (const file of waiting.keys()) texts[file] = state.draft.texts[file];
  set({ draft: { ...state.draft, ...said, texts } });
}

/** Makes edits of several places, such as a fix or a renaming. */
export async function apply(edits) {
  await save();
  set({ busy: true });
  try {
    await post(path("/draft/edits"), { who: who(), seen: state.draft.revision, edits });
  } catch (problem) {
    fail(problem);
  }
  set({ busy: false });
  await refresh();
}

async function change(what, more = {}) {
  await save();
  set({ busy: true });
  try {
    take(await post(path(`/draft/${what}`), { who: who(), ...more }));
  } catch (problem) {
    fail(problem);
  }
  set({ busy: false });
}

export const undo = () => change("undo");
export const discard = () => change("discard");

/** Makes a failing scenario, or all of them, expect what is given. */
export const accept = (scenario) => change("accept", scenario && { scenario });

export const language = async (what, file, offset, more = {}) => {
  await save();
  return post(path(`/draft/${what}`), { file, offset, ...more });
};

/** Shows a place in a file. */
export function show(file, start) {
  set({ target: { file, start } });
  location.hash = `policy/${encodeURIComponent(file)}`;
}

/** Where a line of a file begins. */
export const lineStart = (file, line) =>
  (state.draft.texts[file] ?? "").split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);

/** The scenarios in which a rule fires. */
export function reaching(rule) {
  const { rules = [], scenarios = [] } = state.draft.verdict;
  const number = rules.indexOf(rule);
  return number < 0 ? [] : scenarios.filter((scenario) => scenario.rules.includes(number));
}

export const failing = () => (state.draft?.verdict.scenarios ?? []).filter((one) => !one.passed);

export const isEdited = () => (state.draft?.edited.length ?? 0) > 0;
