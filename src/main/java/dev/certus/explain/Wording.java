package dev.certus.explain;

import dev.certus.drl.DrlTree;
import dev.certus.drl.TypeSource;
import dev.certus.fact.Appointment;
import dev.certus.fact.Attempt;
import dev.certus.fact.Candidate;
import dev.certus.fact.Certificate;
import dev.certus.fact.RecordFact;
import dev.certus.fact.Sentence;
import dev.certus.fact.Voucher;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Renewal;
import dev.certus.pack.Renewer;
import dev.certus.pack.Terms;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Says facts in words. */
final class Wording {

  private static final Pattern FIELD = Pattern.compile("\\{([\\w.]+)\\}");

  private final Terms terms;
  private final DrlTree drl;

  Wording(Terms terms, DrlTree drl) {
    this.terms = terms;
    this.drl = drl;
  }

  /** A sentence about a fact, with all that is known of it. */
  String sentence(Object fact) {
    if (fact instanceof Attempt attempt) {
      return attempt(attempt);
    }
    if (fact instanceof Appointment appointment) {
      return appointment(appointment);
    }
    if (fact instanceof Certificate certificate) {
      return "%s: %s, earned on %s"
          .formatted(word(certificate), certificate.code(), word(certificate.day()));
    }
    if (fact instanceof Voucher voucher) {
      return "%s: %d %% off, for exams through %s, %s"
          .formatted(
              word(voucher),
              voucher.percent(),
              word(voucher.expiresOn()),
              voucher.redeemed() ? "redeemed" : "not redeemed");
    }
    if (fact instanceof Candidate candidate) {
      return "it is %s".formatted(word(candidate.now()));
    }
    if (fact instanceof Exam exam) {
      return "the catalogue has %s, delivered from %s%s"
          .formatted(
              exam.code(),
              word(exam.firstDay()),
              exam.lastDay() == null ? "" : " through " + word(exam.lastDay()));
    }
    if (fact instanceof Renewal renewal) {
      return "the table of renewals has %s%s"
          .formatted(
              renewal.certification().name(),
              renewal.from() == null ? "" : ", from " + word(renewal.from()));
    }
    if (fact instanceof Renewer renewer) {
      return "a pass of %s renews it, from %s on"
          .formatted(renewer.exam().code(), word(renewer.opensOn()));
    }
    return word(fact);
  }

  private String attempt(Attempt attempt) {
    return "%s: %s on %s%s%s"
        .formatted(
            word(attempt),
            attempt.code(),
            word(attempt.startedAt()),
            attempt.score() == null ? "" : ", score " + attempt.score(),
            attempt.outcome() == null ? "" : ", outcome " + lower(attempt.outcome()));
  }

  private String appointment(Appointment appointment) {
    return "%s: %s on %s, %s%s%s"
        .formatted(
            word(appointment),
            appointment.code(),
            word(appointment.startsAt()),
            lower(appointment.status()),
            appointment.reschedules() == 0 ? "" : ", moved " + appointment.reschedules() + " times",
            appointment.exception() == null
                ? ""
                : ", %s exception %s"
                    .formatted(
                        lower(appointment.exception().kind()),
                        lower(appointment.exception().status())));
  }

  /** A name of the code in words. */
  static String lower(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A value in as few words as can tell it from others. */
  String word(Object value) {
    if (value instanceof RecordFact fact) {
      String kind = value instanceof Certificate ? "certification" : lower(type(value));
      return kind + " " + fact.id();
    }
    if (value instanceof Certification certification) {
      return certification.name();
    }
    if (value instanceof Enum<?>) {
      return lower(value);
    }
    if (value == null) {
      return "nothing";
    }
    TypeSource type = drl.type(type(value));
    return type == null ? Sentence.word(value) : declared(value, type);
  }

  /** A value within a sentence: facts that rules derived have sentences of their own. */
  String reference(Object value) {
    return value != null && drl.type(type(value)) != null
        ? "that " + type(type(value))
        : word(value);
  }

  private static String type(Object value) {
    return value.getClass().getSimpleName();
  }

  /** The name of a type in words. */
  static String type(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }

  /** By the sentence that the pack has for such facts, else field by field. */
  private String declared(Object fact, TypeSource type) {
    Values values = new Values(terms, fact, Map.of());
    String says = says(type);
    if (says != null) {
      return FIELD
          .matcher(says)
          .replaceAll(gap -> Matcher.quoteReplacement(field(values, gap.group(1))));
    }
    return drl.fields(type.name()).stream()
        .map(name -> name + " " + field(values, name))
        .collect(Collectors.joining(", ", type.name() + " with ", ""));
  }

  private String field(Values values, String path) {
    try {
      return word(values.of(path));
    } catch (Values.Unknown e) {
      return path;
    }
  }

  private String says(TypeSource type) {
    return drl.withParents(type.name()).stream()
        .map(TypeSource::says)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
