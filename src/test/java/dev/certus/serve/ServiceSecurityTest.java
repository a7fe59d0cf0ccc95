package dev.certus.serve;

import static dev.certus.serve.TestService.JSON;
import static dev.certus.serve.TestService.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.certus.Packs;
import dev.certus.file.Sha256;
import dev.certus.problem.PackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What someone tries who may not. An attack a line, and what comes of it. */
class ServiceSecurityTest {

  private static final String DRAFT = "/v1/packs/aws/draft";
  private static final String EDIT =
      "{\"who\":\"Eve\",\"seen\":0,\"files\":{\"new.drl\":\"package aws\\n\"}}";
  private static final String RECORD = "{\"candidateId\":\"C\"}";

  @TempDir Path folder;

  private Path pack;
  private TestService open;

  @BeforeEach
  void start() throws IOException {
    pack = Packs.copy(Packs.AWS, Files.createDirectories(folder.resolve("aws")));
  }

  /** A service that asks nobody who they are; started when it is first needed. */
  private TestService open() throws IOException {
    open = open == null ? TestService.on(pack, folder.resolve("state")) : open;
    return open;
  }

  @AfterEach
  void stop() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  private TestService guarded() throws IOException {
    StringBuilder people = new StringBuilder("people:\n");
    for (String role : List.of("read", "edit", "release")) {
      String hash = Sha256.hex(("token-" + role).getBytes(StandardCharsets.UTF_8));
      people.append("  - {name: %s er, role: %s, sha256: %s}\n".formatted(role, role, hash));
    }
    return TestService.on(
        pack, Access.read(Files.writeString(folder.resolve("access.yaml"), people)));
  }

  private static HttpResponse<String> asked(
      TestService service, String method, String path, String body, Map<String, String> headers)
      throws Exception {
    var request = service.request(path);
    headers.forEach(request::header);
    if (body == null) {
      return service.send(request.method(method, BodyPublishers.noBody()));
    }
    if (!headers.containsKey("Content-Type")) {
      request.header("Content-Type", JSON);
    }
    return service.send(request.method(method, BodyPublishers.ofString(body)));
  }

  private static Map<String, String> bearer(String token) {
    return Map.of("Authorization", "Bearer " + token);
  }

  @ParameterizedTest
  @CsvSource({
    // token, method, path, status
    ", GET, /v1/packs, 401",
    ", POST, /v1/packs/aws/decide, 401",
    ", GET, /v1/packs/aws/draft, 401",
    ", GET, /v1/packs/aws/draft/events, 401",
    ", GET, /metrics, 401",
    ", GET, /openapi.json, 401",
    "token-nobody, GET, /v1/packs, 401",
    "'', GET, /v1/packs, 401",
    "token-read, GET, /v1/packs, 200",
    "token-read, POST, /v1/packs/aws/decide, 200",
    "token-read, POST, /v1/packs/aws/draft/edits, 403",
    "token-read, POST, /v1/packs/aws/draft/undo, 403",
    "token-read, POST, /v1/packs/aws/draft/discard, 403",
    "token-read, POST, /v1/packs/aws/draft/accept, 403",
    "token-read, POST, /v1/packs/aws/draft/scenario, 403",
    "token-read, POST, /v1/packs/aws/draft/release, 403",
    "token-edit, POST, /v1/packs/aws/draft/release, 403",
    "token-edit, POST, /v1/packs/aws/draft/undo, 200",
    ", GET, /health, 200",
    ", GET, /ready, 200",
  })
  void nobodyDoesWhatTheirTokenDoesNotAllow(String token, String method, String path, int status)
      throws Exception {
    try (TestService service = guarded()) {
      HttpResponse<String> answer =
          asked(
              service,
              method,
              path,
              method.equals("GET") ? null : path.endsWith("/decide") ? RECORD : "{}",
              token == null ? Map.of() : bearer(token));
      assertThat(answer.statusCode()).isEqualTo(status);
      if (status == 401) {
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      }
    }
  }

  @Test
  void theJournalNamesThePersonOfTheTokenWhateverTheBodySays() throws Exception {
    try (TestService service = guarded()) {
      asked(service, "POST", DRAFT + "/edits", EDIT, bearer("token-edit"));
      String draft = asked(service, "GET", DRAFT, null, bearer("token-read")).body();
      assertThat(json(draft).at("/edited/0/who").asString()).isEqualTo("edit er");
    }
  }

  @Test
  void aBrowsersCookieCannotBeReadByScriptsNorSentByOtherSites() throws Exception {
    try (TestService service = guarded()) {
      HttpResponse<String> login =
          asked(service, "POST", "/login", "{\"token\":\"token-edit\"}", Map.of());
      String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
      assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
      String pair = cookie.substring(0, cookie.indexOf(';'));
      assertThat(asked(service, "GET", "/me", null, Map.of("Cookie", pair)).body())
          .contains("edit er");
      assertThat(asked(service, "POST", "/login", "{\"token\":\"x\"}", Map.of()).statusCode())
          .isEqualTo(401);
      assertThat(
              asked(
                      service,
                      "POST",
                      DRAFT + "/edits",
                      EDIT,
                      Map.of("Cookie", pair, "Origin", "https://evil.example"))
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1.evil.example",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void aPageOfAnotherSiteCannotAsk(String header, String value) throws Exception {
    for (String path : List.of(DRAFT + "/edits", "/v1/packs/aws/decide", "/login")) {
      assertThat(asked(open(), "POST", path, EDIT, Map.of(header, value)).statusCode())
          .isEqualTo(403);
    }
    assertThat(json(open().get(DRAFT).body()).path("edited")).isEmpty();
  }

  @Test
  void aNameOfAnotherSiteThatLeadsHereIsNoWayIn() throws Exception {
    try (Socket socket = open().connect()) {
      socket
          .getOutputStream()
          .write(
              "GET /v1/packs HTTP/1.1\r\nHost: evil.example\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(
              new BufferedReader(
                      new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                  .readLine())
          .contains("403");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
  void aFormCannotEdit(String type) throws Exception {
    assertThat(
            asked(open(), "POST", DRAFT + "/edits", EDIT, Map.of("Content-Type", type))
                .statusCode())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside.drl",
        "/tmp/outside.drl",
        "scenarios/../../outside.yaml",
        "scenarios/a/b.yaml",
        "mutants/x.yaml",
        ".hidden.yaml",
        "a.sh",
        "a.drl\u0000.yaml",
        "a\\\\b.drl",
        "release.json",
        ""
      })
  void anEditStaysInThePack(String name) throws Exception {
    ObjectNode body = JsonMapper.shared().createObjectNode().put("who", "Eve").put("seen", 0);
    body.putObject("files").put(name, "text");
    assertThat(open().post(DRAFT + "/edits", JSON, body.toString()).statusCode()).isEqualTo(400);
    body.remove("files");
    body.putArray("edits")
        .addObject()
        .put("file", name)
        .put("start", 0)
        .put("end", 0)
        .put("text", "x");
    assertThat(open().post(DRAFT + "/edits", JSON, body.toString()).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/../../../pom.xml",
        "/app/%2e%2e%2f%2e%2e%2fpom.xml",
        "/app/index.html",
        "/app/..%5c..%5cpom.xml",
        "/lib/../certus/serve/schemas.json",
        "/lib/%2e%2e/%2e%2e/x.js",
        "/lib//etc/passwd",
        "/v1/packs/aws/dossiers/..%2fjournal.jsonl",
        "/v1/packs/aws/dossiers/journal.jsonl",
        "/v1/populations/%2fetc%2fpasswd/records",
      })
  void nothingButWhatIsServedCanBeRead(String path) throws Exception {
    int status = asked(open(), "GET", path, null, Map.of()).statusCode();
    assertThat(status).isBetween(400, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Runtime.getRuntime().exec( \"touch %s\" )",
        "java.nio.file.Files.createFile( java.nio.file.Path.of( \"%s\" ) )",
        "System.exit( 1 )",
        "new java.io.FileOutputStream( \"%s\" )",
      })
  void aRuleInADraftReachesNothing(String attack) throws Exception {
    Path trace = folder.resolve("trace");
    String rule =
        "package aws\nrule \"x\" @clause( \"AWS-FEE\" ) @phase( \"decisions\" ) when Attempt( ) then %s; end\n"
            .formatted(attack.formatted(trace));
    ObjectNode body = JsonMapper.shared().createObjectNode().put("who", "Eve").put("seen", 0);
    body.putObject("files").put("new.drl", rule);
    String state = open().post(DRAFT + "/edits", JSON, body.toString()).body();
    assertThat(json(state).at("/verdict/sound").asBoolean()).isFalse();
    assertThat(open().post("/v1/packs/aws/decide?by=draft", JSON, RECORD).statusCode())
        .isEqualTo(422);
    body.remove("who");
    body.remove("seen");
    assertThat(open().post("/v1/packs/aws/test", JSON, body.toString()).statusCode())
        .isEqualTo(422);
    assertThat(trace).doesNotExist();
  }

  @Test
  void whatIsNotSoundIsNotReleased() throws Exception {
    asked(open(), "POST", DRAFT + "/edits", EDIT.replace("package aws", "rule"), Map.of());
    HttpResponse<String> release =
        open().post(DRAFT + "/release", JSON, "{\"who\":\"Eve\",\"why\":\"x\",\"seen\":1}");
    assertThat(release.statusCode()).isEqualTo(422);
    assertThat(pack.resolve("new.drl")).doesNotExist();
  }

  @Test
  void aReleaseOfWhatNobodySawIsRefused() throws Exception {
    asked(open(), "POST", DRAFT + "/edits", EDIT, Map.of());
    assertThat(
            open()
                .post(DRAFT + "/release", JSON, "{\"who\":\"Eve\",\"why\":\"x\",\"seen\":0}")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void whatPeopleWriteIsTextInADossier() throws Exception {
    asked(open(), "POST", DRAFT + "/edits", EDIT, Map.of());
    String body =
        "{\"who\":\"<img src=x onerror=alert(1)>\",\"why\":\"<script>alert(1)</script>\",\"seen\":1}";
    HttpResponse<String> release = open().post(DRAFT + "/release", JSON, body);
    assertThat(release.statusCode()).isEqualTo(200);
    String name = json(release.body()).path("dossier").asString();
    HttpResponse<String> dossier = open().get("/v1/packs/aws/dossiers/" + name + ".html");
    assertThat(dossier.body()).contains("&lt;script&gt;").doesNotContain("<script", "<img");
    assertThat(dossier.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("script-src");
  }

  @Test
  void thePageRunsNoScriptButItsOwn() throws Exception {
    HttpResponse<String> page = open().get("/");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self' 'sha256-", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline", "unsafe-eval", "http:", "https:");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body()).doesNotContain("onclick", "onerror", "javascript:");
  }

  @Test
  void namesOfFieldsAreNoHeaders() throws Exception {
    String record = "{\"candidateId\":\"C\",\"a\\r\\nSet-Cookie: x=y\":1}";
    HttpResponse<String> answer = open().post("/v1/packs/aws/decide", JSON, record);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void depthAndBombsAreFindings() throws Exception {
    String deep = "[".repeat(20_000);
    assertThat(open().post(DRAFT + "/edits", JSON, "{\"files\":" + deep).statusCode())
        .isEqualTo(400);
    String bomb =
        "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\n";
    ObjectNode body = JsonMapper.shared().createObjectNode().put("who", "Eve").put("seen", 0);
    body.putObject("files").put("terms.yaml", bomb);
    String state = open().post(DRAFT + "/edits", JSON, body.toString()).body();
    assertThat(json(state).at("/verdict/sound").asBoolean()).isFalse();
  }

  @Test
  void aTokenIsNotLoggedKeptOrShown() throws Exception {
    try (TestService service = guarded()) {
      asked(service, "POST", DRAFT + "/edits", EDIT, bearer("token-release"));
      asked(service, "GET", "/v1/nothing?token=token-release", null, bearer("token-release"));
      String shown =
          asked(service, "GET", DRAFT, null, bearer("token-release")).body()
              + asked(service, "GET", "/metrics", null, bearer("token-release")).body()
              + asked(service, "GET", "/me", null, bearer("token-release")).body();
      assertThat(shown).doesNotContain("token-release");
      assertThat(service.everLogged()).noneMatch(line -> line.contains("token-release"));
    }
  }

  @Test
  void tokensOfAnIssuerCountIfItSignedThemForThisServiceAndNow() throws Exception {
    try (TestIssuer issuer = new TestIssuer()) {
      Path access =
          Files.writeString(
              folder.resolve("access.yaml"),
              "issuer:\n  url: %s\n  audience: certus\n  read: [staff]\n  release: [owners]\n"
                  .formatted(issuer.url()));
      JWTClaimsSet good = issuer.claims("owners").build();
      Date past = Date.from(Instant.now().minusSeconds(3_600));
      Map<String, String> attacks = new LinkedHashMap<>();
      attacks.put("no signature", issuer.unsigned(good));
      attacks.put("the public key as a secret", issuer.signedByThePublicKey(good));
      attacks.put(
          "another key", issuer.signed(good, new RSAKeyGenerator(2048).keyID("one").generate()));
      attacks.put("expired", issuer.signed(issuer.claims("owners").expirationTime(past).build()));
      attacks.put(
          "never expires", issuer.signed(issuer.claims("owners").expirationTime(null).build()));
      attacks.put(
          "another service", issuer.signed(issuer.claims("owners").audience("other").build()));
      attacks.put(
          "another issuer", issuer.signed(issuer.claims("owners").issuer("http://evil").build()));
      attacks.put("no group", issuer.signed(issuer.claims("guests").build()));
      attacks.put("changed", changed(issuer.signed(issuer.claims("staff").build())));
      try (TestService service = TestService.on(pack, Access.read(access))) {
        for (Map.Entry<String, String> attack : attacks.entrySet()) {
          assertThat(
                  asked(service, "GET", "/v1/packs", null, bearer(attack.getValue())).statusCode())
              .as(attack.getKey())
              .isEqualTo(401);
        }
        assertThat(asked(service, "GET", "/me", null, bearer(issuer.signed(good))).body())
            .contains("\"name\":\"Ann\"", "\"role\":\"release\"");
        String staff = issuer.signed(issuer.claims("staff").build());
        assertThat(asked(service, "POST", DRAFT + "/undo", "{}", bearer(staff)).statusCode())
            .isEqualTo(403);
      }
    }
  }

  /** With other claims under the same signature. */
  private static String changed(String token) {
    String[] parts = token.split("\\.", -1);
    String claims =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("staff", "owners");
    String encoded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    return parts[0] + "." + encoded + "." + parts[2];
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "people: []",
        "people:\n  - {name: A, role: owner, sha256: 0}",
        "people:\n  - {name: A, role: read, sha256: secret}",
        "peple: []",
        "issuer: {url: 'http://127.0.0.1:1', audience: certus}",
      })
  void aFileOfPeopleThatIsWrongStartsNothing(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("access.yaml"), text);
    assertThatThrownBy(() -> Access.read(file))
        .isInstanceOfAny(PackException.class, IOException.class);
  }
}
