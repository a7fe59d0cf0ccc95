package dev.certus.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the jar is made of, and what it says of it. */
class JarIT {

  private static final Pattern NATIVE = Pattern.compile(".*\\.(so(_.*)?|dll|dylib|jnilib)");

  /** A row of THIRD-PARTY.md. */
  private record Library(String name, String version, String licence, String text) {

    private static final Pattern ROW =
        Pattern.compile("\\| `(\\S+:\\S+)` +\\| (\\S+) +\\| (\\S+) +\\| `(\\S+)` +\\|");

    static Stream<Library> in(String line) {
      return ROW.matcher(line)
          .results()
          .map(row -> new Library(row.group(1), row.group(2), row.group(3), row.group(4)));
    }
  }

  @TempDir Path folder;

  private JarFile jar;

  @BeforeEach
  void open() throws IOException {
    jar = new JarFile(Program.JAR.toFile());
  }

  @AfterEach
  void close() throws IOException {
    jar.close();
  }

  @Test
  void hasNativeLibrariesForThePlatformsThatTheDocumentsName() {
    assertThat(jar.stream().map(JarEntry::getName).filter(NATIVE.asMatchPredicate()))
        .map(name -> name.replaceFirst("libzstd-jni-[0-9.-]+\\.", "zstd."))
        .containsExactlyInAnyOrder(
            "libduckdb_java.so_linux_amd64",
            "libduckdb_java.so_linux_arm64",
            "libduckdb_java.so_macos_arm64",
            "libduckdb_java.so_windows_amd64",
            "linux/amd64/zstd.so",
            "linux/aarch64/zstd.so",
            "darwin/aarch64/zstd.dylib",
            "win/amd64/zstd.dll");
  }

  @Test
  void holdsTheLicenceOfEachLibrary() throws IOException {
    List<Library> libraries = libraries();
    assertThat(libraries).hasSizeGreaterThan(40);
    for (Library library : libraries) {
      String text = library.text().equals("LICENSE") ? "LICENSE" : "licenses/" + library.text();
      assertThat(jar.getEntry("META-INF/" + text)).as("%s: %s", library.name(), text).isNotNull();
    }
    assertThat(text("META-INF/THIRD-PARTY.md")).isEqualTo(thirdParty());
    assertThat(text("META-INF/NOTICE"))
        .contains("The Apache Software Foundation", "Jackson JSON processor");
  }

  @Test
  void hasABillOfTheLibrariesThatThirdPartyLists() throws IOException {
    assumeFalse(
        "offline=true".equals(System.getProperty("maven.settings")),
        "Maven makes no bill when it is offline");
    JsonNode bill = JsonMapper.shared().readTree(text("META-INF/sbom/certus.cdx.json"));
    assertThat(bill.path("bomFormat").asString()).isEqualTo("CycloneDX");
    Set<String> billed =
        bill.path("components").valueStream().map(JarIT::named).collect(Collectors.toSet());
    assertThat(libraries())
        .extracting(library -> library.name() + ":" + library.version())
        .containsExactlyInAnyOrderElementsOf(billed);
    for (Library library : libraries()) {
      assertThat(licences(bill, library.name()))
          .as("licences of %s, where the bill knows them by their short names", library.name())
          .matches(ids -> ids.isEmpty() || ids.contains(library.licence()));
    }
  }

  /** The short names, as SPDX has them, of a component's licences. */
  private static Set<String> licences(JsonNode bill, String name) {
    return bill.path("components")
        .valueStream()
        .filter(component -> named(component).startsWith(name + ":"))
        .flatMap(component -> component.path("licenses").valueStream())
        .map(choice -> choice.path("license").path("id").asString(""))
        .filter(id -> !id.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String named(JsonNode component) {
    return "%s:%s:%s"
        .formatted(
            component.path("group").asString(),
            component.path("name").asString(),
            component.path("version").asString());
  }

  /** Entries have the time of the release, or that of the library from which they come. */
  @Test
  void hasNoTraceOfWhenItWasBuilt() {
    LocalDateTime release = jar.getEntry("META-INF/MANIFEST.MF").getTimeLocal();
    assertThat(jar.stream().map(JarEntry::getTimeLocal)).allMatch(time -> !time.isAfter(release));
  }

  @Test
  void saysWhichLibraryAnotherMachineLacks() throws Exception {
    Path records = Path.of("docs/samples/candidates.jsonl").toAbsolutePath();
    Path tables = Path.of("docs/samples/tables").toAbsolutePath();
    for (List<String> rest :
        List.of(
            List.of(tables.toString()),
            List.of(records.toString(), "--output", "out.parquet"),
            List.of(records.toString(), "--output", "out.jsonl.zst"))) {
      ProcessBuilder program =
          Program.prepared(
              folder,
              Stream.concat(Stream.of("decide", "--as-of", "2026-11-23T08:00:00Z"), rest.stream())
                  .toArray(String[]::new));
      program.environment().put("JDK_JAVA_OPTIONS", "-Dos.arch=sparc");
      Process process = program.redirectErrorStream(true).start();
      assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
          .contains(
              "needs a native library, which this jar has not for "
                  + System.getProperty("os.name")
                  + " on sparc",
              "help: read and write JSON Lines")
          .doesNotContain("\tat ");
      assertThat(process.waitFor()).isEqualTo(2);
      assertThat(folder.resolve("out.parquet")).doesNotExist();
    }
  }

  private static List<Library> libraries() throws IOException {
    return thirdParty().lines().flatMap(Library::in).toList();
  }

  private static String thirdParty() throws IOException {
    return Files.readString(Path.of("THIRD-PARTY.md"));
  }

  private String text(String name) throws IOException {
    JarEntry entry = jar.getJarEntry(name);
    assertThat(entry).as(name).isNotNull();
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
