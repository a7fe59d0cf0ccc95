package dev.certus.scenario;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the scenarios that stand beside a pack's rules. */
public final class ScenarioReader {

  /** What is written where there must be no moment. */
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

  private final JsonMapper json = new JsonMapper();
  private final Map<String, Location> names = new LinkedHashMap<>();

  private ScenarioReader() {}

  /**
   * All scenarios of a pack: those in the {@code .yaml} files of its folder {@code scenarios}, in
   * the order of the files' names.
   *
   * @throws PackException where a file does not hold scenarios, or two have the same name
   */
  public static List<Scenario> of(Path pack) {
    Path folder = pack.resolve("scenarios");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    ScenarioReader reader = new ScenarioReader();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(file -> reader.read(file).stream())
          .toList();
    } catch (IOException e) {
      throw new PackException(
          Location.of(folder.toString()), "cannot be read: " + e.getMessage(), null);
    }
  }

  private List<Scenario> read(Path file) {
    try {
      return Yaml.parse(file.toString(), Files.readString(file)).list().stream()
          .map(this::scenario)
          .toList();
    } catch (IOException e) {
      throw new PackException(
          Location.of(file.toString()), "cannot be read: " + e.getMessage(), null);
    }
  }

  private Scenario scenario(Yaml yaml) {
    Fields fields = new Fields(yaml);
    Scenario scenario =
        new Scenario(
            name(fields.required("scenario")),
            fields.text("because", null),
            instant(fields.required("asOf")),
            record(fields.required("record")),
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
      throw yaml.problem("this scenario's name stands at %s already".formatted(first), null);
    }
    return yaml.text();
  }

  private CandidateRecord record(Yaml yaml) {
    ObjectNode node = json.valueToTree(yaml.plain());
    if (!node.has("candidateId")) {
      node.put("candidateId", "candidate");
    }
    try {
      return new RecordReader(unknown -> {}).read(node);
    } catch (RecordException e) {
      throw yaml.problem("this record breaks the contract: " + e.getMessage(), null);
    }
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
                throw value.problem(
                    "a decision has no field `%s`".formatted(name), DidYouMean.oneOf(name, NAMES));
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
