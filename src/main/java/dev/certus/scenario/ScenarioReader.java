package dev.certus.scenario;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.problem.Problems;
import dev.certus.record.RecordShape;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the scenarios of a pack. */
public final class ScenarioReader {

  /** The word for a moment that a decision must not have. */
  static final String NONE = "none";

  private static final Set<String> MOMENTS = Set.of("from", "until", "through");
  private static final Set<String> NAMES =
      Set.of(
          "code",
          "subject",
          "clause",
          "from",
          "until",
          "through",
          "rule",
          "reason",
          "evidence",
          "readings",
          "details");

  private final Map<String, Location> names = new LinkedHashMap<>();
  private final List<Scenario> scenarios = new ArrayList<>();
  private final Problems problems = new Problems();

  private final RecordShape shape;

  private ScenarioReader(RecordShape shape) {
    this.shape = shape;
  }

  /**
   * All scenarios of a pack, in the order of their files' names; none where it has none.
   *
   * @param shape the lists and fields that the pack's records can have
   * @param pack the folder of the pack
   * @throws PackException as {@link #of(RecordShape, ScenarioFiles)} does
   */
  public static List<Scenario> of(RecordShape shape, Path pack) {
    return of(shape, ScenarioFiles.read(pack));
  }

  /**
   * The scenarios in some files, in the order of the files' names.
   *
   * @throws PackException with all problems: files that are not lists of scenarios, unknown or
   *     missing fields, wrong values, names that repeat
   */
  public static List<Scenario> of(RecordShape shape, ScenarioFiles files) {
    ScenarioReader reader = new ScenarioReader(shape);
    files.texts().forEach((file, text) -> reader.read(files.path(file), text));
    reader.problems.raise();
    return List.copyOf(reader.scenarios);
  }

  private void read(String file, String text) {
    problems.attempt(
        () ->
            Yaml.parse(file, text)
                .list()
                .forEach(item -> problems.attempt(() -> scenarios.add(scenario(item)))));
  }

  private Scenario scenario(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Scenario scenario =
        new Scenario(
            name(fields.required("scenario")),
            fields.text("because", null),
            instant(fields.required("asOf")),
            RecordYaml.read(shape, fields.required("record")),
            expectations(fields.optional("expect")),
            expectations(fields.optional("absent")),
            fields.flag("only"),
            yaml.at());
    fields.done();
    return scenario;
  }

  private String name(Yaml yaml) {
    Location first = names.putIfAbsent(yaml.text(), yaml.at());
    if (first != null) {
      throw yaml.problem(
          "another scenario has this name, at %s".formatted(first),
          "say in the name how this one differs");
    }
    return yaml.text();
  }

  private static Instant instant(Yaml yaml) {
    try {
      return OffsetDateTime.parse(yaml.text()).toInstant();
    } catch (DateTimeException e) {
      throw yaml.problem(
          "`%s` is no instant".formatted(yaml.text()), "write it as 2026-03-15T23:59:59-04:00");
    }
  }

  private static List<Expectation> expectations(Yaml yaml) {
    List<Expectation> expectations = new ArrayList<>();
    if (yaml != null) {
      yaml.list().forEach(item -> expectations.add(expectation(item)));
    }
    return expectations;
  }

  private static Expectation expectation(Yaml yaml) {
    Map<String, Object> fields = new LinkedHashMap<>();
    yaml.map()
        .forEach(
            (name, value) -> {
              if (!NAMES.contains(name)) {
                throw new PackException(
                    yaml.keyAt(name),
                    "`%s` is an unknown field of a decision".formatted(name),
                    DidYouMean.oneOf(name, NAMES));
              }
              fields.put(name, MOMENTS.contains(name) ? moment(value) : value.plain());
            });
    return new Expectation(fields, yaml.at());
  }

  private static Object moment(Yaml yaml) {
    if (yaml.text().equals(NONE)) {
      return null;
    }
    instant(yaml); // it must be one, but is shown as it is written
    return yaml.text();
  }
}
