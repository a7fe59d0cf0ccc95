package dev.certus.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.pack.PackFiles;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits that people make together, and what is left of them after a crash. */
class PackDraftTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T08:00:00Z"));

  @TempDir Path folder;

  private final Map<String, String> saved = new TreeMap<>();
  private Path journal;

  @BeforeEach
  void aPack() {
    journal = folder.resolve("state/journal.jsonl");
    saved.put("terms.yaml", "wait: 14\n");
    saved.put("rules.drl", "rule\nend\n");
  }

  private PackDraft open() throws IOException {
    return new PackDraft(
        () ->
            new PackTexts(
                new PackFiles("pack", new TreeMap<>(saved)),
                new ScenarioFiles("pack/scenarios", new TreeMap<>())),
        journal,
        CLOCK);
  }

  @Test
  void keepsEditsUntilTheyAreReleased() throws Exception {
    try (PackDraft draft = open()) {
      draft.edit("Ann", "terms.yaml", 0, "wait: 21\n");
      assertThat(draft.texts().all()).containsEntry("terms.yaml", "wait: 21\n");
      assertThat(draft.files().get("terms.yaml").who()).isEqualTo("Ann");
    }
    try (PackDraft draft = open()) {
      assertThat(draft.texts().all()).containsEntry("terms.yaml", "wait: 21\n");
      draft.released("Ann", "the hash");
      assertThat(draft.files()).isEmpty();
    }
    try (PackDraft draft = open()) {
      assertThat(draft.files()).isEmpty();
      assertThat(draft.revision()).isEqualTo(2);
    }
    assertThat(Files.readString(journal)).contains("\"who\":\"Ann\"", "release", "the hash");
  }

  @Test
  void refusesAnEditOfATextThatSomeoneElseHasChanged() throws Exception {
    try (PackDraft draft = open()) {
      draft.edit("Ann", "terms.yaml", 0, "wait: 21\n");
      assertThatThrownBy(() -> draft.edit("Bob", "terms.yaml", 0, "wait: 7\n"))
          .isInstanceOf(ConflictException.class)
          .hasMessage("terms.yaml was changed by Ann meanwhile");
      draft.edit("Bob", "rules.drl", 0, "rule 2\nend\n");
      draft.edit("Bob", "terms.yaml", 1, "wait: 7\n");
      assertThat(draft.texts().all()).containsEntry("terms.yaml", "wait: 7\n");
    }
  }

  @Test
  void takesEditsBackOneByOne() throws Exception {
    try (PackDraft draft = open()) {
      draft.edit("Ann", "terms.yaml", 0, "wait: 21\n");
      draft.edit("Ann", "terms.yaml", 1, "wait: 28\n");
      draft.edit("Ann", "new.drl", 2, "rule\nend\n");
      assertThat(draft.undo("Ann")).isEqualTo("new.drl");
      assertThat(draft.texts().all()).doesNotContainKey("new.drl");
      draft.undo("Ann");
      assertThat(draft.texts().all()).containsEntry("terms.yaml", "wait: 21\n");
      draft.undo("Ann");
      assertThat(draft.files()).isEmpty();
      assertThat(draft.undo("Ann")).isNull();
    }
  }

  @Test
  void knowsWhatHasChangedInTheFolderMeanwhile() throws Exception {
    try (PackDraft draft = open()) {
      draft.edit("Ann", "terms.yaml", 0, "wait: 21\n");
      assertThat(draft.overtaken()).isEmpty();
      saved.put("terms.yaml", "wait: 15\n");
      assertThat(draft.overtaken()).containsExactly("terms.yaml");
      draft.undo("Ann");
      assertThat(draft.texts().all()).containsEntry("terms.yaml", "wait: 15\n");
    }
  }

  @Test
  void letsOneProcessEdit() throws Exception {
    try (PackDraft draft = open()) {
      assertThat(draft.revision()).isZero();
      assertThatThrownBy(this::open)
          .hasMessageContaining("another process has the draft of this pack");
    }
  }

  @Test
  void saysWhichLineOfTheJournalIsDamaged() throws Exception {
    try (PackDraft draft = open()) {
      draft.edit("Ann", "terms.yaml", 0, "wait: 21\n");
      draft.edit("Ann", "terms.yaml", 1, "wait: 22\n");
    }
    Files.writeString(journal, Files.readString(journal).replaceFirst("21", "?\""));
    assertThatThrownBy(this::open)
        .hasMessageContaining("journal.jsonl:1:")
        .hasMessageContaining("move the file away");
  }

  /** Wherever a crash cuts the journal off, the draft is as it was after the last whole line. */
  @Test
  void isAfterACrashAsAfterTheLastWholeChange() throws Exception {
    Random random = new Random(7);
    List<Map<String, String>> states = new ArrayList<>();
    try (PackDraft draft = open()) {
      states.add(draft.texts().all());
      for (int i = 0; i < 40; i++) {
        if (random.nextInt(4) == 0) {
          draft.undo("Ann");
        } else {
          String file = List.of("terms.yaml", "rules.drl", "new.drl").get(random.nextInt(3));
          String text =
              random.nextInt(6) == 0 ? "" : "text %d\nend\n".formatted(random.nextInt(99));
          draft.edit("Bob", file, draft.revision(), text);
        }
        if (draft.revision() == states.size()) {
          states.add(draft.texts().all());
        }
      }
    }
    byte[] whole = Files.readAllBytes(journal);
    for (int cut = 0; cut <= whole.length; cut += 17) {
      byte[] left = Arrays.copyOf(whole, cut);
      Files.write(journal, left);
      int lines =
          (int) new String(left, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      try (PackDraft draft = open()) {
        assertThat(draft.texts().all()).isEqualTo(states.get(lines));
      }
    }
  }
}
