package dev.certus.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Times {@code certus serve} as a process: single decisions over 32 connections, and how long a
 * change of the draft waits for its verdict, asked over HTTP and typed in Chromium. Prints
 * Markdown.
 *
 * <p>Argument: a folder to work in.
 */
public final class ServiceBenchmark {

  private static final String AS_OF = "2026-11-23T08:00:00Z";
  private static final int CONNECTIONS = 32;
  private static final int DECISIONS = 10_000;
  private static final int EDITS = 60;
  private static final int KEYS = 40;

  private final HttpClient client = HttpClient.newHttpClient();
  private final String address;

  private ServiceBenchmark(String address) {
    this.address = address;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
    Path pack = copy(Path.of("rules/aws"), Files.createTempDirectory(folder, "pack"));
    Path records = folder.resolve("service.jsonl");
    new ProcessBuilder(
            "target/certus", "generate", "2000", "--as-of", AS_OF, "--output", records.toString())
        .inheritIO()
        .start()
        .waitFor();
    ProcessBuilder builder =
        new ProcessBuilder("target/certus", "serve", pack.toString(), "--port", "0");
    builder
        .environment()
        .put("XDG_STATE_HOME", Files.createTempDirectory(folder, "state").toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String address =
          new BufferedReader(
                  new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
              .readLine();
      ServiceBenchmark benchmark = new ServiceBenchmark(address);
      benchmark.decisions(Files.readAllLines(records));
      benchmark.verdicts(pack);
      benchmark.keys();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    return to;
  }

  private void decisions(List<String> records) throws Exception {
    decide(records); // warms up
    System.out.println("| single decisions | p50 | p99 | a second | lost |");
    System.out.println("|---|---|---|---|---|");
    for (int run = 0; run < 3; run++) {
      long start = System.nanoTime();
      double[] millis = decide(records);
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "| %,d over %d connections | %.1f ms | %.1f ms | %,.0f | %d |%n",
          DECISIONS,
          CONNECTIONS,
          millis[DECISIONS / 2],
          millis[DECISIONS * 99 / 100],
          DECISIONS / seconds,
          Arrays.stream(millis).filter(Double::isNaN).count());
    }
  }

  /** How long each took, in order; not a number where it was not answered. */
  private double[] decide(List<String> records) throws Exception {
    double[] millis = new double[DECISIONS];
    AtomicInteger next = new AtomicInteger();
    ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
    List<Future<?>> ends = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      ends.add(
          clients.submit(
              () -> {
                for (int n = next.getAndIncrement(); n < DECISIONS; n = next.getAndIncrement()) {
                  long start = System.nanoTime();
                  HttpResponse<String> answer =
                      post("/v1/packs/aws/decide?asOf=" + AS_OF, records.get(n % records.size()));
                  millis[n] =
                      answer.statusCode() == 200 ? (System.nanoTime() - start) / 1e6 : Double.NaN;
                }
                return null;
              }));
    }
    for (Future<?> end : ends) {
      end.get();
    }
    clients.shutdown();
    Arrays.sort(millis);
    return millis;
  }

  private void verdicts(Path pack) throws Exception {
    String terms = Files.readString(pack.resolve("terms.yaml"));
    String rules = Files.readString(pack.resolve("retakes.drl"));
    System.out.println();
    System.out.println("| an edit of | median | slowest of the last %d |".formatted(EDITS / 2));
    System.out.println("|---|---|---|");
    times("a number", "terms.yaml", n -> terms.replaceFirst("value: 14", "value: " + (15 + n % 9)));
    times(
        "a rule",
        "retakes.drl",
        n -> rules.replaceFirst("because\\( \"", "because( \"" + "x".repeat(1 + n % 9) + " "));
  }

  private interface Edit {
    String of(int number);
  }

  /** From the request to the answer that says what is wrong and which scenarios fail. */
  private void times(String what, String file, Edit edit) throws Exception {
    double[] millis = new double[EDITS];
    for (int n = 0; n < EDITS; n++) {
      JsonNode draft =
          JsonMapper.shared()
              .readTree(
                  client
                      .send(
                          HttpRequest.newBuilder(URI.create(address + "/v1/packs/aws/draft"))
                              .build(),
                          BodyHandlers.ofString())
                      .body());
      ObjectNode body = JsonMapper.shared().createObjectNode();
      body.put("who", "benchmark").put("seen", draft.path("revision").asLong());
      body.putObject("files").put(file, edit.of(n));
      long start = System.nanoTime();
      HttpResponse<String> answer = post("/v1/packs/aws/draft/edits", body.toString());
      millis[n] = (System.nanoTime() - start) / 1e6;
      if (!answer.body().contains("\"sound\":true")) {
        throw new IllegalStateException(answer.body().substring(0, 500));
      }
    }
    double[] last = Arrays.copyOfRange(millis, EDITS / 2, EDITS);
    Arrays.sort(last);
    System.out.printf(
        "| %s | %.0f ms | %.0f ms |%n", what, last[last.length / 2], last[last.length - 1]);
  }

  /** From a key press to the verdict on the page, in Chromium. */
  private void keys() {
    try (Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
      Browser browser =
          playwright
              .chromium()
              .launch(
                  new LaunchOptions()
                      .setExecutablePath(Path.of("/usr/bin/chromium"))
                      .setArgs(List.of("--no-sandbox")));
      Page page = browser.newPage();
      page.setViewportSize(1600, 1000);
      page.onDialog(Dialog::accept);
      page.navigate(address + "/#policy/AWS-RETAKE-14D");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Discard")).click();
      page.waitForTimeout(2_000);
      Object paint =
          page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime");
      System.out.println();
      System.out.println("first paint: " + paint + " ms");
      System.out.println();
      System.out.println(
          "| a key press in | median | 95th percentile | slowest of %d |".formatted(KEYS));
      System.out.println("|---|---|---|---|");
      page.getByLabel("retake-wait, in calendar-days").click();
      page.keyboard().press("End");
      keys(page, "a number");
      page.locator("certus-editor").nth(1).getByText("it may be taken again from").click();
      keys(page, "a rule");
    }
  }

  private static void keys(Page page, String what) {
    double[] millis = new double[2 * KEYS];
    for (int n = 0; n < millis.length; n++) {
      page.evaluate(
          """
          () => {
            const place = document.getElementById("place");
            const was = place.dataset.revision;
            let pressed;
            addEventListener("keydown", () => (pressed ??= performance.now()), { once: true, capture: true });
            window.verdict = new Promise((resolve) =>
              new MutationObserver((changes, observer) => {
                if (place.dataset.revision !== was) {
                  observer.disconnect();
                  requestAnimationFrame(() => resolve(performance.now() - pressed));
                }
              }).observe(place, { attributes: true }),
            );
          }
          """);
      page.keyboard().press(n % 2 == 0 ? "1" : "Backspace");
      millis[n] = ((Number) page.evaluate("window.verdict")).doubleValue();
      page.waitForTimeout(250);
    }
    double[] last = Arrays.copyOfRange(millis, KEYS, 2 * KEYS);
    Arrays.sort(last);
    System.out.printf(
        "| %s | %.0f ms | %.0f ms | %.0f ms |%n",
        what, last[KEYS / 2], last[KEYS * 95 / 100], last[KEYS - 1]);
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
