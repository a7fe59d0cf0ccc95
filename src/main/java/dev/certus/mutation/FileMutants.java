package dev.certus.mutation;

import dev.certus.pack.PackFiles;
import dev.certus.pack.TermAmount;
import dev.certus.yaml.Yaml;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Mutants of a pack's numbers and of its catalogue. */
final class FileMutants {

  private static final String EXAMS = "exams.yaml";
  private static final String RENEWALS = "renewals.yaml";
  private static final Map<String, String> OTHER_UNIT =
      Map.of(
          "calendar-days", "calendar-months",
          "calendar-months", "calendar-days",
          "calendar-years", "calendar-months");

  private final Mutator mutator;
  private final PackFiles pack;

  FileMutants(Mutator mutator) {
    this.mutator = mutator;
    this.pack = mutator.pack();
  }

  void add() {
    TermAmount.of(pack).forEach(this::shift);
    pack.yaml(TermAmount.FILE).map().forEach((term, yaml) -> swap(term, yaml.map().get("unit")));
    remove(EXAMS, pack.yaml(EXAMS).map().get("exams"));
    if (pack.texts().containsKey(RENEWALS)) {
      remove(RENEWALS, pack.yaml(RENEWALS));
    }
  }

  private void shift(TermAmount amount) {
    String key = amount.key().isEmpty() ? "" : amount.key() + ": ";
    BigDecimal value = amount.value();
    for (BigDecimal other : List.of(value.add(BigDecimal.ONE), value.subtract(BigDecimal.ONE))) {
      if (other.signum() >= 0) {
        mutator.replace(
            TermAmount.FILE,
            "term " + amount.term(),
            amount.start(),
            amount.end(),
            amount.unit().written(other),
            "%s%s instead of %s"
                .formatted(key, amount.unit().written(other), amount.unit().written(value)));
      }
    }
  }

  private void swap(String term, Yaml unit) {
    String other = OTHER_UNIT.get(unit.text());
    if (other != null) {
      mutator.replace(
          TermAmount.FILE,
          "term " + term,
          unit.start(),
          unit.end(),
          other,
          "unit %s instead of %s".formatted(other, unit.text()));
    }
  }

  private void remove(String file, Yaml rows) {
    String text = pack.texts().get(file);
    for (Yaml row : rows.list()) {
      ListItem item = ListItem.of(text, rows, row);
      String words = text.substring(row.start(), row.end()).replaceAll("\\s+", " ");
      mutator.replace(file, file, item.start(), item.end(), "", "row removed: " + words);
    }
  }
}
