package dev.certus.serve;

import io.javalin.http.HandlerType;
import java.util.List;

/**
 * Something that the service can be asked. The description of the service is made of these, so that
 * it cannot differ from what is answered.
 *
 * @param method the HTTP method
 * @param path the path, with parameters in braces
 * @param id a name for programs
 * @param summary what it does, in one sentence
 * @param parameters its parameters, those of the path first
 * @param takes what its body may be; none where it has none
 * @param gives what its answer may be
 * @param status the status of the answer
 * @param role who may ask; null for everyone, without a token
 * @param problems what it answers where it cannot do that, beside what every operation may answer
 * @param action answers
 */
record Operation(
    HandlerType method,
    String path,
    String id,
    String summary,
    List<Parameter> parameters,
    List<Content> takes,
    List<Content> gives,
    int status,
    Role role,
    List<ProblemType> problems,
    Action action) {

  /** Answers a request. */
  interface Action {

    /**
     * Writes the answer.
     *
     * @throws HttpProblem where there is none
     */
    void answer(Exchange exchange) throws Exception;
  }

  static Operation get(String path, String id, String summary) {
    return of(HandlerType.GET, path, id, summary);
  }

  static Operation post(String path, String id, String summary) {
    return of(HandlerType.POST, path, id, summary);
  }

  static Operation delete(String path, String id, String summary) {
    return of(HandlerType.DELETE, path, id, summary);
  }

  private static Operation of(HandlerType method, String path, String id, String summary) {
    return new Operation(
        method, path, id, summary, List.of(), List.of(), List.of(), 200, Role.READ, List.of(),
        null);
  }

  Operation with(Parameter... more) {
    return new Operation(
        method, path, id, summary, List.of(more), takes, gives, status, role, problems, action);
  }

  Operation takes(Content... bodies) {
    return new Operation(
        method,
        path,
        id,
        summary,
        parameters,
        List.of(bodies),
        gives,
        status,
        role,
        problems,
        action);
  }

  Operation gives(Content... answers) {
    return gives(200, answers);
  }

  Operation gives(int newStatus, Content... answers) {
    return new Operation(
        method,
        path,
        id,
        summary,
        parameters,
        takes,
        List.of(answers),
        newStatus,
        role,
        problems,
        action);
  }

  Operation needs(Role newRole) {
    return new Operation(
        method, path, id, summary, parameters, takes, gives, status, newRole, problems, action);
  }

  Operation or(ProblemType... more) {
    return new Operation(
        method, path, id, summary, parameters, takes, gives, status, role, List.of(more), action);
  }

  Operation by(Action newAction) {
    return new Operation(
        method, path, id, summary, parameters, takes, gives, status, role, problems, newAction);
  }
}
