// How DRL and YAML are coloured.
import { StreamLanguage, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { tags } from "@lezer/highlight";

const WORDS = new Set(
  ("package import static global function declare extends rule when then end not exists and or from " +
    "accumulate collect new return instanceof contains memberOf in").split(" "),
);

const drl = StreamLanguage.define({
  name: "drl",
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment) {
      state.comment = !stream.match(/.*?\*\//);
      if (state.comment) stream.skipToEnd();
      return "comment";
    }
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match("/*")) {
      state.comment = true;
      return "comment";
    }
    if (stream.match(/"(?:[^"\\]|\\.)*"?/)) return "string";
    if (stream.match(/@\w+/)) return "meta";
    if (stream.match(/\$\w+/)) return "variableName";
    if (stream.match(/\d+(\.\d+)?/)) return "number";
    const word = stream.match(/[A-Za-z_]\w*/);
    if (word) {
      if (WORDS.has(word[0])) return "keyword";
      if (/^(true|false|null)$/.test(word[0])) return "atom";
      return /^[A-Z]/.test(word[0]) ? "typeName" : null;
    }
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } } },
});

const yaml = StreamLanguage.define({
  name: "yaml",
  token(stream) {
    if (stream.match(/#.*/)) return "comment";
    if (stream.match(/"(?:[^"\\]|\\.)*"?|'[^']*'?/)) return "string";
    if (stream.match(/[\w-]+(?=:(\s|$))/)) return "keyword";
    if (stream.match(/\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d\d:\d\d))?/)) return "number";
    if (stream.match(/-?\d+(\.\d+)?(?![\w-])/)) return "number";
    if (stream.match(/[\w-]+/)) return null;
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "#" } },
});

const colours = HighlightStyle.define([
  { tag: tags.comment, class: "c-comment" },
  { tag: tags.string, class: "c-string" },
  { tag: tags.keyword, class: "c-keyword" },
  { tag: tags.meta, class: "c-meta" },
  { tag: tags.typeName, class: "c-type" },
  { tag: tags.variableName, class: "c-variable" },
  { tag: [tags.number, tags.atom], class: "c-number" },
]);

export const languageOf = (file) => [
  file.endsWith(".drl") ? drl : yaml,
  syntaxHighlighting(colours),
];
