package dev.certus.run;

import dev.certus.rulebook.RuleBook;
import dev.certus.run.OtherRunException.Difference;
import dev.certus.time.TimeZoneData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The settings that make two runs write the same bytes. */
final class RunIdentity {

  private final Map<RunSetting, String> values = new EnumMap<>(RunSetting.class);

  RunIdentity(
      RuleBook book, Instant asOf, RecordSource source, DecisionSink sink, RunOptions options) {
    values.put(RunSetting.AS_OF, asOf.toString());
    values.put(RunSetting.PACK, book.hash());
    values.put(RunSetting.PROGRAM, options.program());
    values.put(RunSetting.TIME_ZONES, TimeZoneData.version());
    values.put(RunSetting.INPUT, source.name());
    values.put(RunSetting.TABLES, String.join(", ", source.tables()));
    values.put(RunSetting.REJECTED, String.valueOf(options.rejected()));
    values.put(RunSetting.FORMAT, sink.format().written());
    values.put(RunSetting.CHECKPOINT_EVERY, String.valueOf(options.checkpointEvery()));
  }

  /** The instant that the run of a checkpoint decided for; null where there is no checkpoint. */
  static Instant asOf(Checkpoint from) {
    return from == null || from.run().get(RunSetting.AS_OF.name()) == null
        ? null
        : Instant.parse(from.run().get(RunSetting.AS_OF.name()));
  }

  /** The settings as a checkpoint keeps them. */
  Map<String, String> written() {
    Map<String, String> written = new TreeMap<>();
    values.forEach((setting, value) -> written.put(setting.name(), value));
    return written;
  }

  /**
   * Checks that this run may resume from a checkpoint.
   *
   * @throws OtherRunException where a setting differs
   */
  void check(Checkpoint from) throws OtherRunException {
    List<Difference> differences = new ArrayList<>();
    values.forEach(
        (setting, value) -> {
          String earlier = from.run().get(setting.name());
          if (!value.equals(earlier)) {
            differences.add(new Difference(setting, earlier, value));
          }
        });
    if (!differences.isEmpty()) {
      throw new OtherRunException(differences);
    }
  }
}
