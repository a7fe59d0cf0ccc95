package dev.certus.problem;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes problems of a pack as JSON, for programs. */
public final class ProblemJson {

  private ProblemJson() {}

  /** A problem with its code, file, line, column, message, and help where there is one. */
  public static ObjectNode of(Problem problem) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", problem.code());
    json.put("file", problem.at().file());
    json.put("line", problem.at().line());
    json.put("column", problem.at().column());
    json.put("message", problem.message());
    if (problem.help() != null) {
      json.put("help", problem.help());
    }
    return json;
  }
}
