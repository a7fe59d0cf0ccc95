package dev.certus.cli;

import dev.certus.engine.Limits;
import dev.certus.pack.CarriedPack;
import dev.certus.pack.DefaultPack;
import dev.certus.serve.Access;
import dev.certus.serve.PackPlace;
import dev.certus.serve.Service;
import dev.certus.serve.ServiceOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code certus serve}: decisions over HTTP. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = {
      "Decides, explains, checks and compares over HTTP, until it is stopped. A pack that is saved decides from then on, if it is sound."
    },
    footer = {
      "",
      "Examples:",
      "  certus serve rules/aws",
      "  certus serve rules/aws --population samples=docs/samples/candidates.jsonl",
      "",
      "Exit codes: 0 stopped; 2 could not run."
    })
final class ServeCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PACK", arity = "0..*", description = PackOption.FOLDERS)
  private List<Path> packs = new ArrayList<>();

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on, one of this machine alone. Default: ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8090",
      description = "The port to listen on; 0 for a free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--population",
      paramLabel = "NAME=INPUT",
      description =
          "Records on which packs can be compared: what certus diff takes as INPUT. Repeatable.")
  private List<String> populations = new ArrayList<>();

  @Option(
      names = "--access",
      paramLabel = "FILE",
      description =
          "Who may ask, and do what, by tokens or an OpenID Connect issuer. Without it, everyone on"
              + " this machine may do everything.")
  private Path access;

  @Option(
      names = "--state",
      paramLabel = "FOLDER",
      description =
          "The folder that keeps drafts and what was released. Default: certus in"
              + " $XDG_STATE_HOME, which is ~/.local/state by default.")
  private Path state;

  @Option(
      names = "--max-requests",
      paramLabel = "N",
      defaultValue = "64",
      description = "Work on so many requests at once; reject others. Default: ${DEFAULT-VALUE}.")
  private int requests;

  @Option(
      names = "--idle-seconds",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "Give a client up that sends or takes no byte for N seconds. Default: ${DEFAULT-VALUE}.")
  private int idle;

  @Option(
      names = "--grace-seconds",
      paramLabel = "N",
      defaultValue = "30",
      description =
          "When stopped, wait for requests in flight for N seconds. Default: ${DEFAULT-VALUE}.")
  private int grace;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Service service;
    try {
      service = Service.start(places(), options(), err::println);
    } catch (IOException e) {
      throw new UserException(Failure.why(e));
    }
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, err, stopped)));
    PrintWriter out = spec.commandLine().getOut();
    out.printf("http://%s:%d%n", host.contains(":") ? "[" + host + "]" : host, service.port());
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      stop(service, err, stopped);
    }
    return ExitCode.FINE;
  }

  private static void stop(Service service, PrintWriter err, CountDownLatch stopped) {
    try {
      err.println("stopping: waiting for requests in flight");
      service.close();
      err.println("stopped");
    } catch (IOException e) {
      err.println("certus: " + Failure.why(e));
    } finally {
      stopped.countDown();
    }
  }

  private List<PackPlace> places() {
    if (!packs.isEmpty()) {
      return packs.stream().map(PackPlace::of).toList();
    }
    return List.of(
        DefaultPack.folder()
            .map(PackPlace::of)
            .orElseGet(() -> new PackPlace(null, CarriedPack::read)));
  }

  private ServiceOptions options() {
    checkHost();
    if (port < 0 || port > LARGEST_PORT) {
      throw new UserException("--port is 0 to 65535, not " + port);
    }
    return new ServiceOptions(
        host,
        port,
        AsOfOption.clock(),
        PackOption.cache(),
        Limits.DEFAULT,
        atLeastOne("--max-requests", requests),
        Duration.ofSeconds(atLeastOne("--idle-seconds", idle)),
        Duration.ofSeconds(atLeastOne("--grace-seconds", grace)),
        populations(),
        access(),
        state == null ? states() : state,
        Main.Version.text());
  }

  private Access access() {
    try {
      return access == null ? null : Access.read(access);
    } catch (IOException e) {
      throw new UserException("--access: " + Failure.why(e));
    }
  }

  private static Path states() {
    String xdg = System.getenv("XDG_STATE_HOME");
    Path home = Path.of(System.getProperty("user.home"), ".local", "state");
    return (xdg == null || xdg.isBlank() ? home : Path.of(xdg)).resolve("certus");
  }

  private void checkHost() {
    try {
      if (access == null && !InetAddress.getByName(host).isLoopbackAddress()) {
        throw new UserException(
            "--host %s: other machines could reach it, and nothing asks them who they are%n  help: listen on 127.0.0.1, or say by --access who may ask"
                .formatted(host));
      }
    } catch (UnknownHostException e) {
      throw new UserException("--host %s: there is no such address".formatted(host));
    }
  }

  private static int atLeastOne(String option, int value) {
    if (value < 1) {
      throw new UserException("%s is 1 or more, not %d".formatted(option, value));
    }
    return value;
  }

  private Map<String, String> populations() {
    Map<String, String> named = new LinkedHashMap<>();
    for (String population : populations) {
      int at = population.indexOf('=');
      if (at < 1 || at == population.length() - 1) {
        throw new UserException(
            "--population is NAME=INPUT, not `%s`%n  help: such as samples=candidates.jsonl"
                .formatted(population));
      }
      if (named.put(population.substring(0, at), population.substring(at + 1)) != null) {
        throw new UserException(
            "--population names `%s` twice".formatted(population.substring(0, at)));
      }
    }
    return named;
  }
}
