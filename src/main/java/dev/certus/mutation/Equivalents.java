package dev.certus.mutation;

import dev.certus.pack.PackText;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The changes that a pack lists in {@code mutants/equivalent.yaml}: they alter no decision, so no
 * scenario can notice them.
 *
 * @param entries the changes
 */
public record Equivalents(List<Entry> entries) {

  /**
   * A change that alters no decision.
   *
   * @param in the rule, or the file, that is changed
   * @param change the change, in the words of the mutant
   * @param reason why it alters no decision
   * @param at where the pack lists it
   */
  public record Entry(String in, String change, String reason, Location at) {

    /** Whether it is the change of this mutant. */
    public boolean is(Mutant mutant) {
      return in.equals(mutant.in()) && change.equals(mutant.change());
    }
  }

  /**
   * The changes that a pack lists; none where it has no such file.
   *
   * @throws PackException where the file has another form
   */
  public static Equivalents of(Path pack) {
    Path file = pack.resolve("mutants/equivalent.yaml");
    if (Files.notExists(file)) {
      return new Equivalents(List.of());
    }
    return new Equivalents(
        Yaml.parse(file.toString(), PackText.read(file, pack, file.toString())).list().stream()
            .map(Equivalents::entry)
            .toList());
  }

  private static Entry entry(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Entry entry =
        new Entry(fields.text("in"), fields.text("change"), fields.text("reason"), yaml.at());
    fields.done();
    return entry;
  }

  /** Whether a mutant is among them. */
  public boolean contains(Mutant mutant) {
    return entries.stream().anyMatch(entry -> entry.is(mutant));
  }
}
