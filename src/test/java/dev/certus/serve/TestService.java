package dev.certus.serve;

import dev.certus.engine.Limits;
import dev.certus.rulebook.RuleCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service on a free port, and a client of it. */
public final class TestService implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
  static final String SAMPLES = "docs/samples/candidates.jsonl";
  static final String JSON = "application/json";
  static final String JSON_LINES = "application/x-ndjson";

  /** So that a pack is compiled once for all services of a test. */
  private static final RuleCache COMPILED = RuleCache.folder(temporary(), "test");

  private static Path temporary() {
    try {
      return Files.createTempDirectory("certus-rules");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final BlockingQueue<String> log = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Service service;
  private final Path own; // the state that goes with the service, or null

  /** Keeps its state in a folder, or in one of its own where that is null. */
  private TestService(
      Path pack, Path state, Access access, int requests, Duration idle, Duration grace)
      throws IOException {
    this.own = state == null ? Files.createTempDirectory("certus-state") : null;
    this.service =
        Service.start(
            List.of(PackPlace.of(pack)),
            new ServiceOptions(
                "127.0.0.1",
                0,
                InstantSource.fixed(NOW),
                COMPILED,
                Limits.DEFAULT,
                requests,
                idle,
                grace,
                Map.of("samples", SAMPLES),
                access,
                state == null ? own : state,
                "test"),
            log::add);
  }

  static TestService on(Path pack) throws IOException {
    return on(pack, (Path) null);
  }

  /** A service that keeps drafts in a folder. */
  public static TestService on(Path pack, Path state) throws IOException {
    return new TestService(pack, state, null, 16, Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  static TestService on(Path pack, int requests, Duration idle, Duration grace) throws IOException {
    return new TestService(pack, null, null, requests, idle, grace);
  }

  /** A service that asks who asks. */
  static TestService on(Path pack, Access access) throws IOException {
    return new TestService(pack, null, access, 16, Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(request(path).GET());
  }

  HttpResponse<String> post(String path, String type, String body) throws Exception {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Where it answers. */
  public String address() {
    return "http://127.0.0.1:" + service.port();
  }

  /** A connection on which the test writes HTTP itself. */
  Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port());
    socket.setSoTimeout(30_000);
    return socket;
  }

  /** The next line that the service logs; null where none comes within half a minute. */
  String logged() throws InterruptedException {
    return log.poll(30, TimeUnit.SECONDS);
  }

  /** All lines that the service has logged and nobody has taken. */
  List<String> everLogged() {
    return List.copyOf(log);
  }

  static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }

  void stop() throws IOException {
    service.close();
  }

  @Override
  public void close() throws IOException {
    service.close();
    if (own != null) {
      try (Stream<Path> files = Files.walk(own)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
