package dev.certus.serve;

import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.problem.ProblemJson;
import dev.certus.record.RecordProblem;
import dev.certus.run.Fault;
import dev.certus.run.RejectReason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request that gets no answer but why: problem details as RFC 9457 has them. */
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient ObjectNode members = JsonNodeFactory.instance.objectNode();

  /** A problem of a type, and what is so about this request. */
  HttpProblem(ProblemType type, String detail) {
    super(detail);
    this.type = type;
  }

  /** A parameter of the request that is not what was expected. */
  static HttpProblem parameter(String name, String found, String expected) {
    HttpProblem problem =
        new HttpProblem(
            ProblemType.BAD_PARAMETER,
            "the parameter `%s` is %s%s".formatted(name, found, wanted(expected)));
    problem.members.put("parameter", name).put("found", found).put("expected", expected);
    return problem;
  }

  /** A body that is not what was expected. */
  static HttpProblem body(ProblemType type, String pointer, String found, String expected) {
    HttpProblem problem =
        new HttpProblem(type, "the body has %s%s".formatted(found, wanted(expected)));
    problem.add(new RecordProblem(pointer, found, expected));
    return problem;
  }

  /** The JSON pointer to a field by the names on its way. */
  static String pointer(String... names) {
    return Stream.of(names)
        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String wanted(String expected) {
    return (expected.endsWith("?") ? ": " : "; expected ") + expected;
  }

  /** A record that gets no decisions. */
  static HttpProblem rejected(String candidateId, Fault fault) {
    HttpProblem problem = new HttpProblem(type(fault), detail(fault));
    if (candidateId != null) {
      problem.members.put("candidateId", candidateId);
    }
    problem.members.put("reason", fault.reason().written());
    if (fault.rule() != null) {
      problem.members.put("rule", fault.rule());
      fault.facts().forEach(problem.members.putArray("facts")::add);
    }
    fault.problems().forEach(problem::add);
    return problem;
  }

  private static ProblemType type(Fault fault) {
    return switch (fault.reason()) {
      case MALFORMED -> ProblemType.MALFORMED_BODY;
      case RULES, UNWRITABLE -> ProblemType.RULES_FAIL;
      default -> ProblemType.INVALID_RECORD;
    };
  }

  private static String detail(Fault fault) {
    RecordProblem first = fault.problems().get(0);
    String at = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    int others = fault.problems().size() - 1;
    return fault.reason() == RejectReason.RULES
        ? first.found()
        : "%sfound %s; expected %s%s"
            .formatted(
                at,
                first.found(),
                first.expected(),
                others == 0 ? "" : "; and %d more".formatted(others));
  }

  /** A pack that cannot be used, with all that is wrong with it. */
  static HttpProblem unsound(PackException e) {
    return unsound(e.problems());
  }

  /** A pack that cannot be used. */
  static HttpProblem unsound(List<Problem> findings) {
    HttpProblem problem = new HttpProblem(ProblemType.UNSOUND_PACK, findings.get(0).toString());
    ArrayNode list = problem.members.putArray("findings");
    findings.forEach(finding -> list.add(ProblemJson.of(finding)));
    return problem;
  }

  private void add(RecordProblem problem) {
    ArrayNode problems =
        members.get("problems") instanceof ArrayNode list ? list : members.putArray("problems");
    problems
        .addObject()
        .put("pointer", problem.pointer())
        .put("found", problem.found())
        .put("expected", problem.expected());
  }

  ProblemType type() {
    return type;
  }

  /** The problem as its media type {@code application/problem+json} has it. */
  String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type.uri());
    json.put("title", type.title());
    json.put("status", type.status());
    json.put("detail", getMessage());
    json.setAll(members);
    return json.toString();
  }
}
