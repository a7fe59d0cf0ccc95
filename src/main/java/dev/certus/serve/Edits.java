package dev.certus.serve;

import dev.certus.scenario.PackTexts;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Edits of a pack in a request: {@code {"files": {NAME: TEXT}}}. */
final class Edits {

  private Edits() {}

  /**
   * The texts with the edits of a request.
   *
   * @throws HttpProblem where it has none of that form
   */
  static PackTexts of(JsonNode body, PackTexts texts) {
    JsonNode files = body.path("files");
    if (files.isMissingNode()) {
      return texts;
    }
    if (!files.isObject()) {
      throw problem("/files", "no object", "an object of texts by file name");
    }
    PackTexts edited = texts;
    for (Map.Entry<String, JsonNode> file : files.properties()) {
      edited = edited.with(name(file.getKey()), text(file.getKey(), file.getValue()));
    }
    return edited;
  }

  private static String name(String name) {
    if (!PackTexts.isName(name)) {
      throw problem(
          pointer(name),
          "`%s`".formatted(name),
          "the name of a file of the pack, such as terms.yaml, rules.drl or scenarios/fees.yaml");
    }
    return name;
  }

  private static String text(String name, JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    if (!value.isString()) {
      throw problem(pointer(name), "no text", "a text, or null for a file that is gone");
    }
    if (!PackTexts.isShort(value.asString())) {
      throw problem(pointer(name), "a text of more than 4 MiB", "a shorter one");
    }
    return value.asString();
  }

  private static String pointer(String name) {
    return HttpProblem.pointer("files", name);
  }

  private static HttpProblem problem(String pointer, String found, String expected) {
    return HttpProblem.body(ProblemType.MALFORMED_BODY, pointer, found, expected);
  }
}
