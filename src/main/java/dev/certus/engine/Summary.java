package dev.certus.engine;

import dev.certus.decision.CodePoints;
import dev.certus.decision.Decision;
import dev.certus.decision.Subject;
import dev.certus.fact.Conclusion;
import dev.certus.policy.DecisionKind;
import dev.certus.rules.RuleBook;
import dev.certus.time.Moment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sums findings up into decisions: one for each subject, code and clause. Several grounds for the
 * same decision join; two different answers to the same question are a contradiction.
 */
final class Summary {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.rule().name(), CodePoints::compare)
          .thenComparing(f -> f.conclusion().getReason(), CodePoints::compare);

  private final RuleBook book;
  private final List<String> readings;
  private final EvidenceFinder evidence;

  Summary(RuleBook book, EvidenceFinder evidence) {
    this.book = book;
    this.readings = List.copyOf(book.pack().readings().keySet());
    this.evidence = evidence;
  }

  private record Question(Subject subject, String code, String clause) {}

  List<Decision> of(List<Finding> findings) {
    Map<Question, List<Finding>> byQuestion = new HashMap<>();
    for (Finding finding : findings) {
      byQuestion.computeIfAbsent(question(finding), q -> new ArrayList<>(1)).add(finding);
    }
    List<Decision> decisions = new ArrayList<>(byQuestion.size());
    byQuestion.forEach((question, grounds) -> decisions.add(decision(question, grounds)));
    return decisions;
  }

  private static Question question(Finding finding) {
    Conclusion conclusion = finding.conclusion();
    return new Question(conclusion.getSubject(), conclusion.getCode(), finding.rule().clause());
  }

  private Decision decision(Question question, List<Finding> findings) {
    findings.sort(ORDER);
    check(question, findings);
    Conclusion first = findings.get(0).conclusion();
    return new Decision(
        question.code(),
        question.subject(),
        outermost(findings, Conclusion::getFrom, Comparator.naturalOrder()),
        outermost(findings, Conclusion::getUntil, Comparator.reverseOrder()),
        outermost(findings, Conclusion::getThrough, Comparator.reverseOrder()),
        question.clause(),
        findings.get(0).rule().name(),
        reason(findings),
        evidence(findings),
        readings(findings),
        first.getDetails());
  }

  private void check(Question question, List<Finding> findings) {
    String rule = findings.get(0).rule().name();
    DecisionKind kind = book.pack().decisions().get(question.code());
    if (kind == null) {
      throw new DecisionException(
          rule,
          "rule `%s` concludes `%s`, which pack.yaml does not list under `decisions`"
              .formatted(rule, question.code()),
          null);
    }
    if (question.clause() == null) {
      throw new DecisionException(
          rule, "rule `%s` decides, but names no clause: add @clause".formatted(rule), null);
    }
    for (Finding other : findings) {
      if (!kind.joins() && !sameAnswer(findings.get(0).conclusion(), other.conclusion())) {
        throw new DecisionException(
            rule,
            "rules `%s` and `%s` contradict each other on %s"
                .formatted(rule, other.rule().name(), other.conclusion()),
            null);
      }
    }
  }

  private static boolean sameAnswer(Conclusion one, Conclusion other) {
    return Objects.equals(one.getFrom(), other.getFrom())
        && Objects.equals(one.getUntil(), other.getUntil())
        && Objects.equals(one.getThrough(), other.getThrough())
        && one.getDetails().equals(other.getDetails());
  }

  /** The first of the findings' moments in that order; null where one of them is open. */
  private static Moment outermost(
      List<Finding> findings, Function<Conclusion, Moment> moment, Comparator<Moment> order) {
    Moment outermost = moment.apply(findings.get(0).conclusion());
    for (Finding finding : findings) {
      Moment other = moment.apply(finding.conclusion());
      if (outermost == null || other == null) {
        return null;
      }
      outermost = order.compare(other, outermost) < 0 ? other : outermost;
    }
    return outermost;
  }

  private static String reason(List<Finding> findings) {
    if (findings.size() == 1) {
      return findings.get(0).conclusion().getReason();
    }
    Set<String> reasons = new LinkedHashSet<>();
    findings.forEach(finding -> reasons.add(finding.conclusion().getReason()));
    return reasons.stream().collect(Collectors.joining(" "));
  }

  private List<String> evidence(List<Finding> findings) {
    Set<String> ids = new TreeSet<>(CodePoints::compare);
    for (Finding finding : findings) {
      evidence.addIds(finding.grounds(), ids);
    }
    return List.copyOf(ids);
  }

  private List<String> readings(List<Finding> findings) {
    BitSet taken = new BitSet();
    findings.forEach(finding -> taken.or(finding.readings()));
    return taken.stream().mapToObj(readings::get).toList();
  }
}
