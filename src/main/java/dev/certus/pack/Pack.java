package dev.certus.pack;

import dev.certus.problem.PackException;
import java.util.List;
import java.util.Map;

/**
 * A policy pack but for its rules: what a folder's YAML files say.
 *
 * @param name the pack's short name
 * @param title what policy it states
 * @param version the pack's version, as its authors count
 * @param phases the phases of its rules, in the order they run
 * @param clauses the clauses by id
 * @param readings the readings by id, in their order
 * @param decisions the decision codes by name
 * @param terms the numbers
 * @param catalogue the exams and certifications
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
    Catalogue catalogue) {

  /**
   * Reads a pack.
   *
   * @throws PackException where its files do not make one
   */
  public static Pack read(PackFiles files) {
    return new PackReader(files).read();
  }
}
