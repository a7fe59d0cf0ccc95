package dev.certus.serve;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.io.IOException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Knows who asks, by the token of the request or that of the browser's cookie. */
final class Doorkeeper {

  private static final String COOKIE = "certus-token";
  private static final String BEARER = "Bearer ";

  private final Access access; // null where everyone who reaches the service may do everything

  Doorkeeper(Access access) {
    this.access = access;
  }

  /**
   * Lets someone pass who may do what needs a role.
   *
   * @return the person; null where nobody is asked who they are
   * @throws HttpProblem where the request has no token, a wrong one, or one of too small a role
   */
  Person admit(Context context, Role needed) {
    if (access == null || needed == null) {
      return null;
    }
    String header = context.header("Authorization");
    boolean isBearer = header != null && header.startsWith(BEARER);
    String token = isBearer ? header.substring(BEARER.length()).strip() : context.cookie(COOKIE);
    Person person = token == null ? null : access.of(token);
    if (person == null) {
      throw new HttpProblem(
          ProblemType.UNKNOWN_PERSON,
          token == null ? "the request has no token" : "nobody has this token, or not any more");
    }
    if (!person.may(needed)) {
      throw new HttpProblem(
          ProblemType.NOT_ALLOWED,
          "%s may %s; this needs `%s`"
              .formatted(person.name(), person.role().word(), needed.word()));
    }
    return person;
  }

  /** Puts a token into the browser's cookie, which its scripts cannot read. */
  void enter(Exchange exchange) throws IOException {
    JsonNode body = exchange.json();
    String token = body.path("token").asString("");
    Person person = access == null ? null : access.of(token);
    if (access != null && person == null) {
      throw new HttpProblem(ProblemType.UNKNOWN_PERSON, "nobody has this token, or not any more");
    }
    if (person != null) {
      exchange.context().cookie(cookie(exchange.context(), token, -1));
    }
    exchange.answer(Content.JSON, described(person) + "\n");
  }

  /** Takes the token out of the browser. */
  void leave(Exchange exchange) throws IOException {
    exchange.context().cookie(cookie(exchange.context(), "", 0));
    exchange.answer(Content.JSON, "{}\n");
  }

  private static Cookie cookie(Context context, String token, int seconds) {
    Cookie cookie = new Cookie(COOKIE, token);
    cookie.setHttpOnly(true);
    cookie.setSameSite(SameSite.STRICT);
    cookie.setSecure("https".equals(context.header("X-Forwarded-Proto")));
    cookie.setMaxAge(seconds);
    cookie.setPath("/");
    return cookie;
  }

  /** Who asks. */
  void whoAmI(Exchange exchange) throws IOException {
    exchange.answer(Content.JSON, described(exchange.person()) + "\n");
  }

  private static ObjectNode described(Person person) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (person != null) {
      json.put("name", person.name()).put("role", person.role().word());
    }
    return json;
  }
}
