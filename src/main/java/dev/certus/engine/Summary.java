package dev.certus.engine;

import dev.certus.decision.CodePoints;
import dev.certus.decision.Decision;
import dev.certus.fact.Conclusion;
import dev.certus.pack.DecisionKind;
import dev.certus.pack.Pack;
import dev.certus.time.Moment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Sums findings up into decisions: one for each subject, code and clause. Several grounds for the
 * same decision join; two different answers to the same question are a contradiction.
 */
final class Summary {

  /** By what they answer, as decisions are ordered; answers to the same by rule and reason. */
  private static int order(Finding one, Finding other) {
    int order = one.conclusion().subject().compareTo(other.conclusion().subject());
    if (order == 0) {
      order = CodePoints.compare(one.conclusion().code(), other.conclusion().code());
    }
    if (order == 0) {
      order = CodePoints.compare(one.clause(), other.clause());
    }
    if (order == 0) {
      order = CodePoints.compare(one.rule().name(), other.rule().name());
    }
    return order != 0
        ? order
        : CodePoints.compare(one.conclusion().reason(), other.conclusion().reason());
  }

  private final Map<String, DecisionKind> kinds;
  private final List<String> readings;
  private final EvidenceFinder evidence = new EvidenceFinder();

  Summary(Pack pack) {
    this.kinds = pack.decisions();
    this.readings = List.copyOf(pack.readings().keySet());
  }

  /** The decisions in their order; {@code findings} is put in order, too. */
  List<Decision> of(List<Finding> findings) {
    findings.forEach(this::check);
    findings.sort(Summary::order);
    List<Decision> decisions = new ArrayList<>(findings.size());
    for (int start = 0, end; start < findings.size(); start = end) {
      end = start + 1;
      while (end < findings.size() && sameQuestion(findings.get(start), findings.get(end))) {
        end++;
      }
      decisions.add(decision(findings.subList(start, end)));
    }
    return decisions;
  }

  private static boolean sameQuestion(Finding one, Finding other) {
    return one.conclusion().subject().equals(other.conclusion().subject())
        && one.conclusion().code().equals(other.conclusion().code())
        && one.clause().equals(other.clause());
  }

  /** One decision from findings that answer the same question. */
  private Decision decision(List<Finding> findings) {
    Finding first = findings.get(0);
    Conclusion conclusion = first.conclusion();
    if (findings.size() > 1 && !kinds.get(conclusion.code()).joins()) {
      findings.forEach(other -> checkAgreement(first, other));
    }
    return new Decision(
        conclusion.code(),
        conclusion.subject(),
        outermost(findings, Conclusion::from, Comparator.naturalOrder()),
        outermost(findings, Conclusion::until, Comparator.reverseOrder()),
        outermost(findings, Conclusion::through, Comparator.reverseOrder()),
        first.clause(),
        first.rule().name(),
        reason(findings),
        evidence(findings),
        readings(findings),
        conclusion.details());
  }

  private void check(Finding finding) {
    String rule = finding.rule().name();
    String code = finding.conclusion().code();
    if (!kinds.containsKey(code)) {
      throw new DecisionException(
          rule,
          ids(finding),
          "rule `%s` concludes `%s`, which pack.yaml does not list under `decisions`"
              .formatted(rule, code),
          null);
    }
    if (finding.clause() == null) {
      throw new DecisionException(
          rule,
          ids(finding),
          "rule `%s` decides, but names no clause: add @clause".formatted(rule),
          null);
    }
  }

  private void checkAgreement(Finding one, Finding other) {
    if (!sameAnswer(one.conclusion(), other.conclusion())) {
      throw new DecisionException(
          one.rule().name(),
          evidence(List.of(one, other)),
          "rules `%s` and `%s` contradict each other on %s"
              .formatted(one.rule().name(), other.rule().name(), other.conclusion()),
          null);
    }
  }

  private static boolean sameAnswer(Conclusion one, Conclusion other) {
    return Objects.equals(one.from(), other.from())
        && Objects.equals(one.until(), other.until())
        && Objects.equals(one.through(), other.through())
        && one.details().equals(other.details());
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
      return findings.get(0).conclusion().reason();
    }
    Set<String> reasons = new LinkedHashSet<>();
    findings.forEach(finding -> reasons.add(finding.conclusion().reason()));
    return reasons.stream().collect(Collectors.joining(" "));
  }

  private List<String> ids(Finding finding) {
    return evidence(List.of(finding));
  }

  private List<String> evidence(List<Finding> findings) {
    List<String> ids = new ArrayList<>();
    for (Finding finding : findings) {
      evidence.addIds(finding.grounds(), ids);
    }
    if (ids.size() > 1) {
      ids.sort(CodePoints::compare);
    }
    for (int i = ids.size() - 1; i > 0; i--) {
      if (ids.get(i).equals(ids.get(i - 1))) {
        ids.remove(i);
      }
    }
    return ids;
  }

  private List<String> readings(List<Finding> findings) {
    BitSet taken = findings.get(0).readings();
    if (findings.size() > 1) {
      taken = (BitSet) taken.clone();
      for (Finding finding : findings) {
        taken.or(finding.readings());
      }
    }
    List<String> ids = new ArrayList<>(taken.cardinality());
    for (int i = taken.nextSetBit(0); i >= 0; i = taken.nextSetBit(i + 1)) {
      ids.add(readings.get(i));
    }
    return ids;
  }
}
