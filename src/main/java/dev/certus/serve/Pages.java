package dev.certus.serve;

import dev.certus.file.Sha256;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The workbench's page: a document, its modules and styles, and the libraries that they import. All
 * of it is in the program; nothing comes from elsewhere.
 */
final class Pages {

  private static final String OWN = "/dev/certus/workbench/";
  private static final String LIBRARIES = "/META-INF/resources/_static/";
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*\\.(js|css|svg)");
  private static final Pattern LIBRARY = Pattern.compile("[a-z0-9-]+(/[a-z0-9-][a-z0-9.-]*)+\\.js");
  private static final String API = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final Pattern SHOWS_API = Pattern.compile("swagger-ui(-bundle\\.js|\\.css)");
  private static final int NONCE_BYTES = 16;

  private final SecureRandom random = new SecureRandom();
  private final String page;
  private final String api;
  private final String importMapHash;

  Pages() {
    this.page = text(OWN + "index.html");
    this.api = text(OWN + "api.html");
    Matcher map = IMPORT_MAP.matcher(page);
    if (!map.find()) {
      throw new IllegalStateException("the page has no import map");
    }
    this.importMapHash = sha256(map.group(1));
  }

  void addTo(JavalinConfig config) {
    config.routes.get("/", this::page);
    config.routes.get("/api", this::api);
    config.routes.get("/api/{file}", context -> file(context, SHOWS_API, API));
    config.routes.get("/app/{file}", context -> file(context, NAME, OWN));
    config.routes.get("/lib/<file>", context -> file(context, LIBRARY, LIBRARIES));
  }

  /** The document; its policy allows scripts and styles of this service alone. */
  private void page(Context context) {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    String nonce = Base64.getEncoder().encodeToString(bytes);
    answer(
        context,
        page.replace("{nonce}", nonce),
        "script-src 'self' 'sha256-" + importMapHash + "'",
        "style-src 'self' 'nonce-" + nonce + "'");
  }

  /** The description of the service, to read and to try. */
  private void api(Context context) {
    answer(context, api, "script-src 'self'", "style-src 'self'");
  }

  private static void answer(Context context, String document, String scripts, String styles) {
    context.header(
        "Content-Security-Policy",
        String.join(
            "; ",
            "default-src 'none'",
            scripts,
            styles,
            "img-src 'self' data:",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors 'none'"));
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    context.contentType(Content.HTML);
    context.result(document);
  }

  private static void file(Context context, Pattern allowed, String folder) throws IOException {
    String name = context.pathParam("file");
    if (!allowed.matcher(name).matches() || name.contains("..")) {
      context.status(404);
      return;
    }
    InputStream in = Pages.class.getResourceAsStream(folder + name);
    if (in == null) {
      context.status(404);
      return;
    }
    String type = name.substring(name.lastIndexOf('.') + 1);
    context.contentType(
        Map.of("js", "text/javascript", "css", "text/css", "svg", "image/svg+xml").get(type));
    context.header("X-Content-Type-Options", "nosniff");
    context.header(
        "Cache-Control", !folder.equals(OWN) ? "max-age=31536000, immutable" : "no-cache");
    context.result(in);
  }

  private static String text(String resource) {
    try (InputStream in = Pages.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    MessageDigest digest = Sha256.digest();
    return Base64.getEncoder().encodeToString(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
