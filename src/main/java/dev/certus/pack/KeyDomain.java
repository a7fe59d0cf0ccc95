package dev.certus.pack;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.PackException;
import dev.certus.problem.Problems;
import dev.certus.record.RecordField;
import dev.certus.record.RecordShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys that terms can go by, as the catalogue and the record have them. */
final class KeyDomain {

  private final Catalogue catalogue;
  private final RecordShape record;

  /** Domains of a pack. */
  KeyDomain(Catalogue catalogue, RecordShape record) {
    this.catalogue = catalogue;
    this.record = record;
  }

  /** All keys of a term that says what they are; null where they are numbers without end. */
  private Set<String> of(TermKeys keys) {
    return switch (keys.of()) {
      case "" -> new LinkedHashSet<>(keys.listed());
      case TermKeys.ORDINAL -> null;
      case TermKeys.EXAM -> codes(catalogue.exams(), Exam::code);
      case TermKeys.CERTIFICATION -> codes(catalogue.certifications(), Certification::code);
      case TermKeys.LEVEL -> codes(catalogue.exams(), Exam::level);
      default -> others(keys.of());
    };
  }

  private Set<String> others(String of) {
    for (RecordField.Words words : record.words()) {
      if (words.name().equals(of)) {
        return new LinkedHashSet<>(words.all());
      }
    }
    if (of.startsWith(TermKeys.EXAM + ".")) {
      String name = of.substring(TermKeys.EXAM.length() + 1);
      return codes(catalogue.exams(), exam -> exam.text(name));
    }
    if (of.startsWith(TermKeys.CERTIFICATION + ".")) {
      String name = of.substring(TermKeys.CERTIFICATION.length() + 1);
      return codes(catalogue.certifications(), one -> one.text(name));
    }
    return Set.of();
  }

  private static <T> Set<String> codes(Collection<T> rows, Function<T, String> code) {
    return rows.stream()
        .map(code)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean isKnown(TermKeys keys) {
    return keys.of().isEmpty()
        || TermKeys.NAMES.contains(keys.of())
        || record.words().stream().anyMatch(words -> words.name().equals(keys.of()))
        || catalogue.attributes().isText(keys.of());
  }

  /**
   * Proves that each value of each term has an amount for every key that its keys can be.
   *
   * @throws PackException with the terms that lack one, or have one that no key is
   */
  void check(Collection<Term> terms) {
    Problems problems = new Problems();
    for (Term term : terms) {
      if (term.keys() != null) {
        problems.attempt(() -> check(term));
      }
    }
    problems.raise();
  }

  private void check(Term term) {
    if (!isKnown(term.keys())) {
      List<String> known = new ArrayList<>(TermKeys.NAMES);
      record.words().forEach(words -> known.add(words.name()));
      known.addAll(catalogue.attributes().texts());
      throw fault(
          term,
          "term `%s` cannot go by `%s`".formatted(term.name(), term.keys().of()),
          DidYouMean.oneOf(term.keys().of(), known));
    }
    Set<String> domain = of(term.keys());
    for (Term.Value value : term.values()) {
      if (domain == null) {
        ordinals(term, value.amounts().keySet());
      } else {
        listed(term, value.amounts().keySet(), domain);
      }
    }
  }

  private static void listed(Term term, Set<String> keys, Set<String> domain) {
    Set<String> more = new TreeSet<>(keys);
    more.removeAll(domain);
    more.remove(Term.DEFAULT);
    if (!more.isEmpty()) {
      String one = more.iterator().next();
      throw fault(
          term,
          "term `%s` has a value for `%s`, which is no key of it".formatted(term.name(), one),
          DidYouMean.oneOf(one, domain));
    }
    Set<String> missing = new LinkedHashSet<>(domain);
    missing.removeAll(keys);
    if (!missing.isEmpty() && !keys.contains(Term.DEFAULT)) {
      throw fault(
          term,
          "term `%s` has no value for `%s`".formatted(term.name(), String.join("`, `", missing)),
          "add the values, or one for `%s`, which serves all other keys".formatted(Term.DEFAULT));
    }
  }

  private static void ordinals(Term term, Set<String> keys) {
    int next = 1;
    while (keys.contains(Integer.toString(next))) {
      next++;
    }
    boolean ends = keys.contains(next + "+") || keys.contains(Term.DEFAULT);
    boolean numbers =
        keys.stream()
            .allMatch(k -> TermKeys.isOrdinal(k) || TermKeys.isTail(k) || k.equals(Term.DEFAULT));
    if (!ends || !numbers) {
      throw fault(
          term,
          "term `%s` does not say what holds for each number from 1 on".formatted(term.name()),
          "write the values like {1: 0, 2: 14, 3+: 60}");
    }
  }

  private static PackException fault(Term term, String message, String help) {
    return new PackException(term.at(), message, help);
  }
}
