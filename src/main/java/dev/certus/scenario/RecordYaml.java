package dev.certus.scenario;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordProblem;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.record.UnknownField;
import dev.certus.yaml.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the candidate of a scenario. In a scenario an unknown field is an error: a misspelt name
 * would leave out the very facts that the scenario is about.
 */
final class RecordYaml {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing((Problem p) -> p.at().line()).thenComparing(p -> p.at().column());

  private final Yaml yaml;
  private final List<Problem> problems = new ArrayList<>();

  private RecordYaml(Yaml yaml) {
    this.yaml = yaml;
  }

  /**
   * The record of a shape that a node describes, of a candidate {@code candidate} where it names
   * none.
   *
   * @throws PackException with each unknown field and each breach of the contract, at its place
   */
  static CandidateRecord read(RecordShape shape, Yaml yaml) {
    return new RecordYaml(yaml).read(shape);
  }

  private CandidateRecord read(RecordShape shape) {
    yaml.map(); // throws where it is no mapping
    ObjectNode json = JSON.valueToTree(yaml.plain());
    if (!json.has("candidateId")) {
      json.put("candidateId", "candidate");
    }
    CandidateRecord record = null;
    try {
      record = new RecordReader(shape, field -> {}).read(json, this::add);
    } catch (RecordException e) {
      e.problems().forEach(this::add);
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems.stream().sorted(BY_PLACE).toList());
    }
    return record;
  }

  private void add(UnknownField field) {
    add(
        yaml.nearest(field.owner()).keyAt(field.name()),
        "`%s` is an unknown field of a record".formatted(field.path()),
        DidYouMean.oneOf(field.name(), field.known()));
  }

  private void add(RecordProblem problem) {
    add(
        yaml.nearest(problem.pointer()).at(),
        "this record breaks the contract: " + problem,
        "docs/reference/records.md describes the fields of a record");
  }

  private void add(Location at, String message, String help) {
    problems.add(new Problem("pack-file", at, message, help));
  }
}
