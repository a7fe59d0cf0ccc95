package dev.certus.language;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.TypeSource;
import dev.certus.pack.Catalogue;
import dev.certus.pack.Clause;
import dev.certus.pack.DecisionKind;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.Reading;
import dev.certus.pack.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What names mean, in words. */
final class Meanings {

  private final Pack pack;
  private final DrlTree drl;

  /** The meanings of a pack's names. */
  Meanings(Pack pack, DrlTree drl) {
    this.pack = pack;
    this.drl = drl;
  }

  /** What is to be known of a name, a paragraph each; nothing of one that is unknown. */
  List<String> of(Symbol symbol) {
    String name = symbol.name();
    return switch (symbol.kind()) {
      case TERM -> term(name);
      case CLAUSE -> clause(pack.clauses().get(name));
      case READING -> reading(pack.readings().get(name));
      case DECISION -> decision(pack.decisions().get(name));
      case PHASE -> phase(name);
      case EXAM -> exam(name);
      case CERTIFICATION -> certification(name);
      case RULE -> rule(drl.rule(name));
      case TYPE -> type(drl.type(name));
      case FIELD -> field(name);
      case VARIABLE, FUNCTION -> List.of();
    };
  }

  private List<String> term(String name) {
    Term term =
        pack.terms().all().stream().filter(t -> t.name().equals(name)).findFirst().orElse(null);
    if (term == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(term.description());
    term.values().forEach(value -> lines.add(value(term, value)));
    lines.add("%s: %s".formatted(term.clause(), term.reference()));
    return lines;
  }

  private static String value(Term term, Term.Value value) {
    String unit = term.currency() == null ? term.unit().toString() : term.currency();
    String amounts =
        value.amounts().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                amount ->
                    (amount.getKey().isEmpty() ? "" : amount.getKey() + " ")
                        + term.unit().written(amount.getValue()))
            .collect(Collectors.joining(", "));
    String from = value.from() == null ? "" : " from " + value.from();
    String until = value.until() == null ? "" : " until " + value.until();
    return "%s %s%s%s".formatted(amounts, unit, from, until);
  }

  private static List<String> clause(Clause clause) {
    return clause == null
        ? List.of()
        : Stream.concat(
                Stream.of(clause.title()),
                clause.versions().stream()
                    .flatMap(version -> Stream.of(version.words(), version.source())))
            .toList();
  }

  private static List<String> reading(Reading reading) {
    return reading == null
        ? List.of()
        : List.of(
            reading.question(),
            reading.choice(),
            reading.status().name().toLowerCase(Locale.ROOT),
            reading.source());
  }

  private static List<String> decision(DecisionKind decision) {
    return decision == null ? List.of() : List.of(decision.meaning());
  }

  private List<String> phase(String name) {
    int at = pack.phases().indexOf(name);
    return at < 0
        ? List.of()
        : List.of("phase %d of %d: %s".formatted(at + 1, pack.phases().size(), phases()));
  }

  private String phases() {
    return String.join(", ", pack.phases());
  }

  private List<String> exam(String code) {
    Catalogue catalogue = pack.catalogue();
    Exam exam =
        catalogue.exams().stream().filter(e -> e.code().equals(code)).findFirst().orElse(null);
    return exam == null
        ? List.of()
        : List.of(
            exam.certification().name(),
            Stream.of(
                    exam.level(),
                    exam.firstDay() == null ? null : "from " + exam.firstDay(),
                    exam.lastDay() == null ? null : "to " + exam.lastDay(),
                    exam.isBeta() ? "beta" : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", ")));
  }

  private List<String> certification(String code) {
    return pack.catalogue().certifications().stream()
        .filter(certification -> certification.code().equals(code))
        .map(certification -> List.of(certification.name()))
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> rule(RuleSource rule) {
    if (rule == null) {
      return List.of();
    }
    String clause = String.join(", ", rule.ids("clause"));
    String gives =
        Stream.concat(rule.codes().stream(), rule.insertedTypes().stream())
            .collect(Collectors.joining(", "));
    return Stream.of(clause, gives.isEmpty() ? "" : "gives " + gives)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private List<String> type(TypeSource type) {
    if (type == null) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    if (type.says() != null) {
      lines.add(type.says());
    }
    lines.add("fields " + String.join(", ", drl.fields(type.name())));
    String by =
        drl.deriving(type.name()).stream().map(RuleSource::name).collect(Collectors.joining("; "));
    if (!by.isEmpty()) {
      lines.add("derived by: " + by);
    }
    return lines;
  }

  private List<String> field(String name) {
    int dot = name.lastIndexOf('.');
    TypeSource type = drl.type(name.substring(0, dot));
    return type == null
        ? List.of()
        : type.fields().stream()
            .filter(field -> field.name().equals(name.substring(dot + 1)))
            .map(field -> "%s of %s".formatted(field.type(), type.name()))
            .toList();
  }
}
