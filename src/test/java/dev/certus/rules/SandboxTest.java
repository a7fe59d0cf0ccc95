package dev.certus.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.policy.PackException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that reach for what rules must not have are refused before they run. */
class SandboxTest {

  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          java.nio.file.Files.readString( java.nio.file.Path.of( "x" ) ); | Files.readString
          new java.io.File( "x" ).delete(); | new File
          new java.net.Socket( "x", 1 ); | new Socket
          java.lang.Runtime.getRuntime().exec( "x" ); | Runtime.getRuntime
          new ProcessBuilder( "x" ).start(); | new ProcessBuilder
          new Thread( () -> {} ).start(); | new Thread
          System.out.println( "x" ); | System.out
          System.getenv( "x" ); | System.getenv
          Class.forName( "x" ); | Class.forName
          "x".getClass().getClassLoader(); | Object.getClass
          java.time.Instant.now(); | Instant.now
          java.time.ZoneId.systemDefault(); | ZoneId.systemDefault
          dev.certus.policy.PackFiles.read( null, null ); | PackFiles.read
          dev.certus.rules.RuleBook.load( null ); | RuleBook.load
          java.util.List.of( "x" ).forEach( System.out::println ); | System.out
          java.util.function.UnaryOperator<String> f = java.lang.System::getProperty; | System.getProperty
          new java.util.Scanner( "x" ); | new Scanner
          Math.random(); | Math.random
          drools.halt(); | Drools.halt
          """)
  void aConsequenceIsRefused(String code, String named) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(
        pack.resolve("waits.drl"), "then\n    insert(", "then\n    " + code + "\n    insert(");

    PackException refused = catchThrowableOfType(PackException.class, () -> RuleBook.load(pack));

    assertThat(refused).isNotNull();
    assertThat(refused.problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("forbidden-call");
              assertThat(problem.message()).isEqualTo("a rule may not use `%s`".formatted(named));
              assertThat(problem.at().toString()).contains("waits.drl:25:");
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'new java.io.File( code ).exists()', new File",
    "'java.time.LocalDate.now() != null', LocalDate.now",
  })
  void aConditionIsRefused(String condition, String named) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("waits.drl"), "outcome == Outcome.FAIL", condition);

    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("a rule may not use `%s`".formatted(named));
  }
}
