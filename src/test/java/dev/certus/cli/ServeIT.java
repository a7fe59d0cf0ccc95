package dev.certus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.serve.Conversation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus serve} as a process. */
@Timeout(330)
class ServeIT {

  private static final String AS_OF = "2026-11-23T08:00:00Z";
  private static final Path RULES = Path.of("rules/aws").toAbsolutePath();
  private static final int CONNECTIONS = 32;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private Process process;
  private String address;

  @AfterEach
  void stop() throws InterruptedException {
    if (process != null) {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void givesTheAnswersOfDecide() throws Exception {
    Path records = generated(5_000);
    Program.Result decided =
        Program.certus(
            folder, "decide", records.toString(), "--as-of", AS_OF, "--pack", RULES.toString());
    serve(RULES);
    try (Conversation talk = Conversation.on(connected())) {
      CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(talk, records));
      StringBuilder streamed = new StringBuilder();
      for (String line = talk.line(); line != null; line = talk.line()) {
        streamed.append(line).append('\n');
      }
      sent.get();
      assertThat(streamed).hasToString(decided.out());
    }
  }

  private static void send(Conversation talk, Path records) {
    try {
      for (String line : Files.readAllLines(records)) {
        talk.send(line + "\n");
      }
      talk.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Socket connected() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(address).getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** Each answer is that of the text which it names; none is lost, none is mixed. */
  @Test
  void losesNothingUnderLoadWhileThePackChanges() throws Exception {
    List<String> records = Files.readAllLines(generated(500));
    Path pack = Packs.copy(RULES, Files.createDirectories(folder.resolve("aws")));
    Path terms = pack.resolve("terms.yaml");
    String one = Files.readString(terms);
    String other = one.replaceFirst("(?s)(retake-wait:.*?value: )14", "$121");
    Map<String, List<String>> expected = new HashMap<>();
    for (String text : List.of(other, one)) {
      Files.writeString(terms, text);
      expected.put(hash(pack), decided(pack, records));
    }
    serve(pack);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger wrong = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      ends.add(
          clients.submit(
              () -> {
                for (int n = next.getAndIncrement(); n < 10_000; n = next.getAndIncrement()) {
                  int at = n % records.size();
                  HttpResponse<String> answer =
                      decide("application/json", BodyPublishers.ofString(records.get(at)));
                  String by = answer.headers().firstValue("Certus-Pack-Hash").orElse("");
                  boolean right =
                      answer.statusCode() == 200
                          && answer.body().strip().equals(expected.get(by).get(at));
                  wrong.addAndGet(right ? 0 : 1);
                }
                return null;
              }));
    }
    boolean changed = false;
    while (ends.stream().anyMatch(end -> !end.isDone())) {
      String before = current();
      Files.writeString(terms, changed ? one : other);
      changed = !changed;
      Program.await(
          process, () -> !current().equals(before) || ends.stream().allMatch(Future::isDone));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    clients.shutdown();
    assertThat(wrong).hasValue(0);
    String metrics = get("/metrics");
    assertThat(metrics)
        .contains("certus_requests_total{operation=\"decide\",status=\"200\"} 10000.0")
        .contains("certus_pack_reloads_total{outcome=\"replaced\"");
  }

  @Test
  void answersAStreamToItsEndWhenItIsToldToStop() throws Exception {
    List<String> records = Files.readAllLines(generated(200));
    serve(RULES);
    try (Conversation talk = Conversation.on(connected())) {
      for (int i = 0; i < records.size(); i++) {
        talk.send(records.get(i) + "\n");
        assertThat(talk.line()).contains("\"asOf\"");
        if (i == 100) {
          process.destroy();
          Program.await(process, () -> !ready());
        }
      }
      talk.end();
      assertThat(talk.line()).isNull();
    }
    assertThat(process.waitFor()).isEqualTo(143);
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    serve(RULES);
    String port = address.substring(address.lastIndexOf(':') + 1);
    assertThat(refused("--port", port)).contains("cannot listen on 127.0.0.1:" + port, "--port");
    assertThat(refused("--host", "0.0.0.0")).contains("other machines could reach it");
    assertThat(refused("--population", "x")).contains("NAME=INPUT");
    assertThat(refused("--max-requests", "0")).contains("1 or more");
    assertThat(refused(folder.resolve("nowhere").toString())).contains("no such folder");
  }

  private String refused(String... arguments) {
    Program.Result result =
        Program.certus(
            folder,
            Stream.concat(Stream.of("serve"), Arrays.stream(arguments)).toArray(String[]::new));
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).doesNotContain("\tat ");
    return result.err();
  }

  private void serve(Path pack) throws IOException {
    ProcessBuilder builder = Program.prepared(folder, "serve", pack.toString(), "--port", "0");
    process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    address = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
  }

  private Path generated(int records) {
    Path file = folder.resolve(records + ".jsonl");
    Program.Result made =
        Program.certus(
            folder,
            "generate",
            Integer.toString(records),
            "--as-of",
            AS_OF,
            "--output",
            file.toString());
    assertThat(made.exit()).isZero();
    return file;
  }

  private List<String> decided(Path pack, List<String> records) {
    byte[] input = String.join("\n", records).getBytes(UTF_8);
    return Program.certus(folder, input, "decide", "--as-of", AS_OF, "--pack", pack.toString())
        .out()
        .lines()
        .toList();
  }

  private static String hash(Path pack) {
    return PackFiles.read(pack, pack.toString()).hash();
  }

  private HttpResponse<String> decide(String type, BodyPublisher body) throws Exception {
    return client.send(request(type, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String type, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(address + "/v1/packs/aws/decide?asOf=" + AS_OF))
        .header("Content-Type", type)
        .POST(body)
        .build();
  }

  private String get(String path) {
    return client
        .sendAsync(
            HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString())
        .join()
        .body();
  }

  private String current() {
    return get("/v1/packs/aws").replaceFirst(".*\"sha256\":\"(\\w+)\".*", "$1").strip();
  }

  private boolean ready() {
    return get("/ready").contains("\"ready\"");
  }
}
