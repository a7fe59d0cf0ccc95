package dev.certus.gate;

import dev.certus.fact.FactTypes;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordShape;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Compares the names of a record's facts, objects and words with those that rules have already. */
final class RecordNames {

  private final List<Problem> problems = new ArrayList<>();

  private RecordNames() {}

  /** A problem for each name that a pack's declaration gives to something else. */
  static List<Problem> problems(PackFiles files) {
    RecordNames names = new RecordNames();
    if (files.texts().containsKey(RecordShape.FILE)) {
      names.check(FactTypes.of(files).shape(), files.yaml(RecordShape.FILE));
    }
    return names.problems;
  }

  private void check(RecordShape shape, Yaml yaml) {
    for (RecordField.Words words : shape.words()) {
      if (isTaken(words.name())) {
        add(yaml.nearest("/words").keyAt(words.name()), words.name());
      }
    }
    for (RecordList list : shape.lists()) {
      if (isTaken(list.item().name())) {
        add(yaml.nearest("/lists/%s/fact".formatted(list.name())).at(), list.item().name());
      }
      for (RecordField field : list.item().fields()) {
        if (field.object() != null && isTaken(field.object().name())) {
          String pointer = "/lists/%s/fields/%s/named".formatted(list.name(), field.name());
          add(yaml.nearest(pointer).at(), field.object().name());
        }
      }
    }
  }

  private static boolean isTaken(String name) {
    return AllowList.RULES.type(name) != null;
  }

  private void add(Location at, String name) {
    problems.add(
        new Problem(
            "record-name",
            at,
            "`%s` is already a name of rules, for `%s`".formatted(name, AllowList.RULES.type(name)),
            "give it a name of its own"));
  }
}
