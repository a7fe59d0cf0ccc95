// Small parts that several places show.
import { html, nothing } from "lit-html";

export const mark = (good, text) => html`<span class="mark ${good ? "good" : "bad"}">${text}</span>`;

export const count = (n, word) => `${n.toLocaleString("en")} ${word}${n === 1 ? "" : "s"}`;

/** An instant as the reader of a policy writes it: day, time and offset. */
export const moment = (text) => {
  const after = text?.includes(".000000001");
  const words = (text ?? "").replace("T", " ").replace(/\.0+1(?=[Z+-])/, "").replace(/:00(?=[Z+-])/, "");
  return after ? `right after ${words}` : words;
};

export const interval = (decision) =>
  ["from", "until", "through"]
    .filter((name) => decision[name])
    .map((name) => `${name} ${moment(decision[name])}`)
    .join(", ");

export const busy = (is, text) => (is ? html`<p class="soft" role="status">${text}</p>` : nothing);

/** A text that may be a name, a list or an object, as it is read. */
export const plain = (value) =>
  value === null || value === undefined
    ? "none"
    : Array.isArray(value)
      ? value.map(plain).join(", ")
      : typeof value === "object"
        ? Object.entries(value)
            .map(([name, one]) => `${name}: ${plain(one)}`)
            .join(", ")
        : String(value);
