package dev.certus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies of packs to change. */
public final class Packs {

  /** The pack that is shipped. */
  public static final Path AWS = Path.of("rules/aws");

  /** A small pack of another body. */
  public static final Path FIVE_DAYS = Path.of("src/test/resources/packs/five-days");

  /** A small pack that counts attempts. */
  public static final Path FIVE_ATTEMPTS = Path.of("src/test/resources/packs/five-attempts");

  private static RuleBook aws; // compiled when it is first needed

  private Packs() {}

  /** The shipped pack with its rules compiled, shared by all tests. */
  public static synchronized RuleBook aws() {
    aws = aws == null ? RuleBook.load(AWS) : aws;
    return aws;
  }

  /** The packs in {@code rules}, by name. */
  public static List<Path> shipped() {
    try (Stream<Path> folders = Files.list(Path.of("rules"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("pack.yaml"))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a pack's own files, without its scenarios. */
  public static Path copy(Path pack, Path to) {
    try (Stream<Path> files = Files.list(pack)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a pack and its scenarios. */
  public static Path copyWithScenarios(Path pack, Path to) {
    try {
      copy(pack, Files.createDirectories(to));
      copy(pack.resolve("scenarios"), Files.createDirectory(to.resolve("scenarios")));
      return to;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a rule of the AWS pack's first phase, which is about candidate {@code C-2} alone. */
  public static void addRuleOnC2(Path aws, String when, String then) {
    String rule =
        """

        rule "a rule of tonight"
            @clause( "AWS-SCORE" ) @phase( "standings" )
        when
            Candidate( id == "C-2" )
            %s
        then
            %s
        end
        """
            .formatted(when, then);
    try {
      Files.writeString(aws.resolve("results.drl"), rule, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds a text to the end of a file. */
  public static void append(Path file, String text) {
    try {
      Files.writeString(file, text, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first occurrence of a text, which must be there, in a file. */
  public static void change(Path file, String text, String by) {
    try {
      String before = Files.readString(file);
      assertThat(before).contains(text);
      int at = before.indexOf(text);
      Files.writeString(file, before.substring(0, at) + by + before.substring(at + text.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
