package dev.certus.cli;

import dev.certus.batch.Checkpoint;
import dev.certus.rulebook.RuleBook;
import dev.certus.time.TimeZoneData;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What makes two runs write the same: what one must share with another to go on from it. */
final class RunIdentity {

  private static final String AS_OF = "--as-of";

  private final Map<String, String> values = new TreeMap<>();

  RunIdentity(
      RuleBook book,
      Instant asOf,
      String input,
      List<String> tables,
      Path rejected,
      OutputOption output) {
    values.put(AS_OF, asOf.toString());
    values.put("the pack", book.hash());
    values.put("the program", Main.Version.text());
    values.put("the time zone data", TimeZoneData.version());
    values.put("the input", input);
    values.put("--table", String.join(", ", tables));
    values.put("--rejected", String.valueOf(rejected));
    values.put("--format", output.format().toString());
    values.put("--checkpoint-every", String.valueOf(output.checkpointEvery()));
  }

  /** The instant that an earlier run decided for; null where there was none. */
  static String asOf(Checkpoint from) {
    return from == null ? null : from.run().get(AS_OF);
  }

  /**
   * Checks that this run may go on from where an earlier one left off.
   *
   * @param from where that was, or null where there was none
   */
  Map<String, String> goesOnFrom(Checkpoint from) {
    if (from != null) {
      List<String> others = new ArrayList<>();
      values.forEach(
          (name, value) -> {
            String earlier = from.run().get(name);
            if (!value.equals(earlier)) {
              others.add("%s was %s and is %s".formatted(name, earlier, value));
            }
          });
      if (!others.isEmpty()) {
        throw new UserException(
            "the run that was cut off was another: %s%n  help: run it with the same, or once without --checkpoint, to start anew"
                .formatted(String.join("; ", others)));
      }
    }
    return values;
  }
}
