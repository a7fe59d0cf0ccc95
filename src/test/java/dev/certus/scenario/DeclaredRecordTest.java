package dev.certus.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.engine.SessionEngine;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pack that declares a list of its own, words, columns of the catalogue and keys of terms. */
class DeclaredRecordTest {

  private static final Path PACK = Path.of("src/test/resources/packs/purchases");

  private final RuleBook book = RuleBook.load(PACK);

  @Test
  void itsScenariosPassAndReachEverything() {
    try (SessionEngine engine = new SessionEngine(book)) {
      List<ScenarioResult> results =
          new ScenarioRun(engine).run(ScenarioReader.of(book.pack().record(), PACK));

      assertThat(results).hasSize(15).allMatch(ScenarioResult::passed);
      assertThat(Coverage.of(book, results).kinds().values())
          .allMatch(kind -> kind.missed().isEmpty());
    }
  }
}
