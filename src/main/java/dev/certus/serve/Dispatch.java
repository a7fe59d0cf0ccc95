package dev.certus.serve;

import dev.certus.problem.PackException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Answers requests by their operations, and says why where one has no answer. */
final class Dispatch {

  private static final String RETRY_SECONDS = "5";

  private final Admission admission;
  private final Doorkeeper doorkeeper;
  private final ServiceMetrics metrics;
  private final InstantSource clock;
  private final Consumer<String> log;

  /**
   * Answers those that are let in.
   *
   * @param log takes mistakes in certus
   */
  Dispatch(
      Admission admission,
      Doorkeeper doorkeeper,
      ServiceMetrics metrics,
      InstantSource clock,
      Consumer<String> log) {
    this.admission = admission;
    this.doorkeeper = doorkeeper;
    this.metrics = metrics;
    this.clock = clock;
    this.log = log;
  }

  /** Answers a request. */
  void answer(Context context, Operation operation) throws IOException {
    long start = System.nanoTime();
    boolean counts = operation.path().startsWith("/v1/") && !operation.path().endsWith("/events");
    boolean entered = false;
    int status = operation.status();
    Exchange exchange = new Exchange(context, operation, clock, null);
    try {
      Person person = doorkeeper.admit(context, operation.role());
      exchange = new Exchange(context, operation, clock, person);
      exchange.checkParameters();
      if (counts) {
        admission.enter();
        entered = true;
      }
      operation.action().answer(exchange);
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      HttpProblem problem = problem(e);
      status = problem.type().status();
      report(exchange, problem);
    } finally {
      if (entered) {
        admission.leave();
      }
      metrics.answered(operation, status, System.nanoTime() - start);
    }
  }

  /** What is wrong with a request that failed. */
  private HttpProblem problem(Throwable e) {
    if (e instanceof HttpProblem known) {
      return known;
    }
    if (e instanceof PackException unsound) {
      return HttpProblem.unsound(unsound);
    }
    if (e instanceof IOException && isTimeout(e)) {
      return new HttpProblem(ProblemType.TIMEOUT, "no byte came for too long");
    }
    if (e instanceof IOException) {
      return new HttpProblem(ProblemType.FAILED, String.valueOf(e.getMessage()));
    }
    log.accept("this is a mistake in certus itself; please report it: " + e);
    for (StackTraceElement frame : e.getStackTrace()) {
      log.accept("  at " + frame);
    }
    return new HttpProblem(ProblemType.INTERNAL, "the service's log says more");
  }

  /** Whether a client let the service wait for too long. */
  static boolean isTimeout(Throwable e) {
    return e instanceof TimeoutException || (e.getCause() != null && isTimeout(e.getCause()));
  }

  /** Answers with a problem; where an answer has begun, breaks the connection off instead. */
  private static void report(Exchange exchange, HttpProblem problem) throws IOException {
    Context context = exchange.context();
    if (context.res().isCommitted()) {
      breakOff(context);
      return;
    }
    context.res().resetBuffer();
    if (problem.type() == ProblemType.UNKNOWN_PERSON) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (problem.type() == ProblemType.BUSY) {
      context.header("Retry-After", RETRY_SECONDS);
    }
    if (problem.type() == ProblemType.TIMEOUT || !exchange.drain()) {
      context.header("Connection", "close");
    }
    byte[] bytes = (problem.json() + "\n").getBytes(StandardCharsets.UTF_8);
    exchange.answer(problem.type().status(), Content.PROBLEM, bytes);
  }

  /** So that no client takes what it has for the whole. */
  private static void breakOff(Context context) {
    ServletContextRequest request = ServletContextRequest.getServletContextRequest(context.req());
    request.getConnectionMetaData().getConnection().getEndPoint().close();
  }

  /** Answers a request that no operation answers. */
  void unknown(Context context, ProblemType type) {
    if (!context.res().isCommitted()) {
      String asked = context.method().name() + " " + context.path();
      refuse(new HttpProblem(type, asked + ": see /openapi.json for what there is"), context);
    }
  }

  /** Answers a request that no operation gets to see. */
  void refuse(HttpProblem problem, Context context) {
    context.status(problem.type().status());
    context.contentType(Content.PROBLEM);
    context.result(problem.json() + "\n");
  }
}
