package dev.certus.serve;

import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;

/** The service: packs, the operations on them, and the server that answers. Thread-safe. */
public final class Service implements AutoCloseable {

  private final ServiceOptions options;
  private final Consumer<String> log;
  private final Admission admission;
  private final Shelf shelf;
  private final Benches benches;
  private final ServiceMetrics metrics;
  private final Jobs jobs = new Jobs();
  private final PackWatch watch;
  private final Javalin server;
  private volatile boolean stopping;

  /**
   * Loads packs and starts to answer.
   *
   * @param places where the packs are, one or more
   * @param log takes what an operator is to know, a line each
   * @throws PackException where a pack is not sound, or two have one name
   * @throws IOException where the port is taken, or the folder of a pack cannot be watched
   */
  public static Service start(List<PackPlace> places, ServiceOptions options, Consumer<String> log)
      throws IOException {
    Service service = new Service(places, options, log);
    try {
      service.server.start(options.host(), options.port());
    } catch (RuntimeException e) {
      service.close();
      throw new IOException(
          "cannot listen on %s:%d: %s%n  help: choose another port by --port, or 0 for a free one"
              .formatted(options.host(), options.port(), root(e)));
    }
    return service;
  }

  private static String root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  private Service(List<PackPlace> places, ServiceOptions options, Consumer<String> log)
      throws IOException {
    this.options = options;
    this.log = log;
    this.admission = new Admission(options.requests());
    List<ServedPack> packs = new ArrayList<>();
    for (PackPlace place : places) {
      packs.add(
          new ServedPack(place, options.cache(), options.limits(), options.clock().instant()));
    }
    this.shelf = new Shelf(packs);
    Populations populations = new Populations(options.populations());
    try (Edition edition = shelf.first().edition()) {
      populations.check(edition.book().pack().record());
    }
    this.metrics = new ServiceMetrics(shelf, admission);
    this.benches = new Benches(shelf, options);
    DecideActions decide = new DecideActions(benches, metrics, () -> stopping);
    Doorkeeper doorkeeper = new Doorkeeper(options.access());
    Api api =
        new Api(
            options,
            admission,
            doorkeeper,
            metrics,
            decide,
            new ExplainActions(benches, decide),
            new PackActions(shelf, options.limits()),
            new DiffActions(shelf, options, populations, jobs),
            new DraftActions(benches),
            new LanguageActions(benches),
            new MutantActions(shelf, benches, jobs),
            new ReleaseActions(shelf, benches, options, populations));
    this.watch = new PackWatch(shelf, this::reload);
    Dispatch dispatch = new Dispatch(admission, doorkeeper, metrics, options.clock(), log);
    this.server = Javalin.create(config -> configure(config, api, dispatch));
  }

  private void configure(JavalinConfig config, Api api, Dispatch dispatch) {
    config.startup.showJavalinBanner = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setIdleTimeout(options.idle().toMillis());
        });
    config.jetty.modifyServer(
        jetty -> {
          for (Connector connector : jetty.getConnectors()) {
            ((AbstractConnector) connector).setIdleTimeout(options.idle().toMillis());
          }
        });
    for (Operation operation : api.operations()) {
      config.routes.addHttpHandler(
          operation.method(), operation.path(), context -> dispatch.answer(context, operation));
    }
    new Pages().addTo(config);
    config.routes.before(context -> Origins.check(context, options.access() == null));
    config.routes.exception(HttpProblem.class, dispatch::refuse);
    config.routes.error(404, context -> dispatch.unknown(context, ProblemType.NOT_FOUND));
    config.routes.error(405, context -> dispatch.unknown(context, ProblemType.METHOD_NOT_ALLOWED));
  }

  private void reload(ServedPack pack) {
    boolean replaced = pack.reload(options.clock().instant());
    List<Problem> refused = pack.refused();
    if (replaced) {
      try (Edition edition = pack.edition()) {
        log.accept("%s: sha256 %s decides now".formatted(pack.name(), edition.book().hash()));
      }
    } else if (!refused.isEmpty()) {
      log.accept("%s: the text in the folder does not decide:".formatted(pack.name()));
      refused.forEach(problem -> log.accept(problem.toString()));
    }
    if (replaced || !refused.isEmpty()) {
      metrics.reloaded(pack, replaced);
    }
  }

  /** The port on which it answers. */
  public int port() {
    return server.port();
  }

  /**
   * Stops: takes no new request, waits for those in flight as long as the options say, and ends
   * streams that go on then.
   */
  @Override
  public void close() throws IOException {
    watch.close();
    benches.release();
    try {
      admission.close(options.grace());
      stopping = true;
      admission.close(options.idle());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    jobs.close();
    server.stop();
    benches.close();
    shelf.close();
  }
}
