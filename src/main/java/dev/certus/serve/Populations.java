package dev.certus.serve;

import dev.certus.adapter.Sources;
import dev.certus.impact.Comparison;
import dev.certus.impact.ComparisonOptions;
import dev.certus.impact.Impact;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.run.RecordSource;
import dev.certus.run.RunListener;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** The records that packs can be compared on, by name. */
final class Populations {

  private final Map<String, String> inputs;

  /** Populations by what {@code certus diff} takes as INPUT. */
  Populations(Map<String, String> inputs) {
    this.inputs = inputs;
  }

  Set<String> names() {
    return inputs.keySet();
  }

  /** Opens each once, so that a wrong name is known before someone asks for its records. */
  void check(RecordShape shape) throws IOException {
    for (String name : names()) {
      open(shape, name).close();
    }
  }

  /** Opens the records of a population, of which there is one by that name. */
  RecordSource open(RecordShape shape, String name) throws IOException {
    return Sources.open(shape, inputs.get(name));
  }

  /** Compares two packs on the records of a population. */
  Impact compare(
      String name, RuleBook before, RuleBook after, ComparisonOptions options, RunListener listener)
      throws IOException {
    RecordShape shape = after.pack().record();
    try (RecordSource source = open(shape, name)) {
      return new Comparison(before, after, options, new RecordReader(shape, field -> {}))
          .run(source, listener);
    }
  }
}
