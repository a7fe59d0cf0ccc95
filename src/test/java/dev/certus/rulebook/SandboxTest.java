package dev.certus.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certus.Packs;
import dev.certus.problem.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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
          dev.certus.pack.PackFiles.read( null, null ); | PackFiles.read
          dev.certus.rulebook.RuleBook.load( null ); | RuleBook.load
          java.util.List.of( "x" ).forEach( System.out::println ); | System.out
          java.util.function.UnaryOperator<String> f = java.lang.System::getProperty; | System.getProperty
          new java.util.Scanner( "x" ); | new Scanner
          Math.random(); | Math.random
          drools.halt(); | Drools.halt
          java.time.InstantSource.system(); | InstantSource.system
          java.time.chrono.IsoChronology.INSTANCE.dateNow(); | IsoChronology.dateNow
          java.time.zone.ZoneRulesProvider.refresh(); | ZoneRulesProvider.refresh
          java.util.List.of( "x" ).parallelStream(); | List.parallelStream
          java.util.Arrays.parallelSort( new int[ 0 ] ); | Arrays.parallelSort
          Runtime.class.getMethods(); | Class.getMethods
          Class.forName( "java.lang." + "Runtime" ); | Class.forName
          new org.drools.base.factmodel.ClassDefinition( "x" ); | new ClassDefinition
          java.util.Optional.of( "x" ).map( System::getenv ); | System.getenv
          java.util.function.Function<String, Object> f = java.io.File::new; | new File
          java.util.List.of( "x" ).forEach( x -> Runtime.getRuntime().halt( 0 ) ); | Runtime.halt
          new Thread() { public void run() {} }.start(); | new Thread
          var x = java.lang.ProcessHandle.current(); | ProcessHandle.current
          System.exit( 0 ); | System.exit
          System.setProperty( "x", "y" ); | System.setProperty
          new java.net.URL( "x" ).openStream(); | URL.openStream
          new java.io.FileInputStream( "x" ); | new FileInputStream
          String.format( "x" ); | String.format
          "x".toLowerCase(); | String.toLowerCase
          insertLogical( "x" ); | KnowledgeHelper.insertLogical
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
    "'eval( Runtime.getRuntime() != null )', Runtime.getRuntime",
  })
  void aConditionIsRefused(String condition, String named) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("waits.drl"), "outcome == Outcome.FAIL", condition);

    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("a rule may not use `%s`".formatted(named));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          function boolean touch() { return new java.io.File( "x" ).delete(); } | :14: | `new File`
          declare Rest start : Object = Runtime.getRuntime() end | :14: | `Runtime.getRuntime`
          """)
  void whatStandsBesideRulesIsRefused(String declared, String line, String named) {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("waits.drl"), "declare Wait", declared + "\ndeclare Wait");

    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("waits.drl" + line)
        .hasMessageContaining("a rule may not use " + named);
  }

  /** Drools would run the class path's own class in place of the declared one. */
  @Test
  void aFactCannotTakeThePlaceOfAnotherClass() throws IOException {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Files.writeString(
        pack.resolve("evil.drl"),
        """
        package java.io
        declare FileOutputStream
            name : String
        end
        rule "a file is made" @clause( "WAIT" ) ruleflow-group "waits"
        when
            dev.certus.fact.Attempt( )
        then
            new FileOutputStream( "ran" );
        end
        """);

    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("evil.drl:2:9: wrong redeclaration of type FileOutputStream");
  }

  @Test
  void theRuleThatReachesOutIsReported() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("waits.drl"), "$attempt.id() )", "$attempt.id().toUpperCase() )");
    Packs.change(pack.resolve("waits.drl"), "{} was failed", "toUpperCase() of {} was failed");

    assertThat(catchThrowableOfType(PackException.class, () -> RuleBook.load(pack)))
        .hasMessageContaining("waits.drl:45:68: a rule may not use `String.toUpperCase`");
  }
}
