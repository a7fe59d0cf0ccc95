package dev.certus.pack;

import dev.certus.problem.PackException;
import dev.certus.record.RecordShape;
import java.util.List;
import java.util.Map;

/**
 * A policy pack without its rules: the contents of its YAML files.
 *
 * @param name the pack's short name
 * @param title the policy that it states
 * @param version the pack's version, as its authors count it
 * @param phases the phases of its rules, in the order they run
 * @param clauses the clauses by id
 * @param readings the readings by id, in their order
 * @param decisions the decision codes by name
 * @param terms the numbers
 * @param catalogue the exams and certifications
 * @param record the fields and lists of the records that it decides
 */
public record Pack(
    String name,
    String title,
    String version,
    List<String> phases,
    Map<String, Clause> clauses,
    Map<String, Reading> readings,
    Map<String, DecisionKind> decisions,
    Terms terms,
    Catalogue catalogue,
    RecordShape record) {

  /**
   * Reads a pack.
   *
   * @throws PackException with all problems that its YAML files have
   */
  public static Pack read(PackFiles files) {
    return new PackReader(files).read();
  }
}
