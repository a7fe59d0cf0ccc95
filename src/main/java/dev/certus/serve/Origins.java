package dev.certus.serve;

import io.javalin.http.Context;
import java.util.Set;

/**
 * Keeps pages of other sites from asking the service through someone's browser: by a request across
 * sites, or by a name of their own that leads to this machine (DNS rebinding).
 */
final class Origins {

  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

  private Origins() {}

  /**
   * Lets a request of this machine, or of a page of the service itself, pass.
   *
   * @param localOnly whether the service has no other name than those of the machine itself: with
   *     tokens, a name that leads here from elsewhere gets none of them
   * @throws HttpProblem where it is another one
   */
  static void check(Context context, boolean localOnly) {
    String host = context.header("Host");
    if (localOnly && host != null && !isLocal(host)) {
      throw new HttpProblem(
          ProblemType.FOREIGN, "the service has no name `%s`: ask for 127.0.0.1".formatted(host));
    }
    String origin = context.header("Origin");
    if (origin != null && !origin.replaceFirst("^https?://", "").equals(host)) {
      throw new HttpProblem(ProblemType.FOREIGN, "pages of another site may not ask the service");
    }
    String site = context.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new HttpProblem(ProblemType.FOREIGN, "pages of another site may not ask the service");
    }
  }

  private static boolean isLocal(String host) {
    String name = host.replaceFirst(":\\d+$", "");
    return LOCAL.contains(name);
  }
}
