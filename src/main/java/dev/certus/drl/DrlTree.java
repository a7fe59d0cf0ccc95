package dev.certus.drl;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the DRL files of a pack say, down to the expressions. It holds all that can be read: a fault
 * in one rule does not affect another. Immutable.
 */
public final class DrlTree {

  private final PackFiles files;
  private final Map<String, DrlFile> read;
  private final List<RuleSource> rules;
  private final List<TypeSource> types;
  private final Map<String, TypeSource> byName = new HashMap<>();
  private volatile Map<String, Set<RuleSource>> deriving; // by type; read when first needed
  private volatile Map<String, RuleDates> dates; // by rule; read when first needed

  private DrlTree(PackFiles files, Map<String, DrlFile> read) {
    this.files = files;
    this.read = read;
    this.rules = all(DrlFile::rules);
    this.types = all(DrlFile::types);
    types.forEach(type -> byName.putIfAbsent(type.name(), type));
  }

  /** Reads all DRL files of a pack. */
  public static DrlTree of(PackFiles files) {
    return of(files, null);
  }

  /**
   * Reads the DRL files of a pack, but only those that another tree does not know.
   *
   * @param known a tree of the pack as it was, or null
   */
  public static DrlTree of(PackFiles files, DrlTree known) {
    Map<String, DrlFile> read = new TreeMap<>();
    files
        .drl()
        .forEach(
            (file, text) -> {
              DrlFile before = known == null ? null : known.read.get(file);
              boolean same = before != null && before.text().text().equals(text);
              read.put(file, same ? before : FileReader.read(new DrlText(file, text)));
            });
    return new DrlTree(files, read);
  }

  /** The files that were read. */
  public PackFiles files() {
    return files;
  }

  /** The rules, in the order of the files' names and of their places. */
  public List<RuleSource> rules() {
    return rules;
  }

  /** The fact types that the files declare. */
  public List<TypeSource> types() {
    return types;
  }

  /** The functions that the files define. */
  public List<FunctionSource> functions() {
    return all(DrlFile::functions);
  }

  /** The names of the packages of the files, each with its place. */
  public List<Span> packages() {
    return all(DrlFile::packages);
  }

  /** The imports of all files. */
  public List<ImportSource> imports() {
    return all(DrlFile::imports);
  }

  /** The globals of all files. */
  public List<GlobalSource> globals() {
    return all(DrlFile::globals);
  }

  /** The syntax errors of the files. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    read.forEach(
        (file, content) -> content.faults().forEach(fault -> problems.add(problem(file, fault))));
    return problems;
  }

  /** The texts of the files with their comments blanked out, each by its name. */
  public SortedMap<String, String> withoutComments() {
    SortedMap<String, String> texts = new TreeMap<>();
    read.forEach(
        (file, content) -> {
          String text = content.text().text();
          for (Span comment : content.comments()) {
            text = comment.blankedIn(text);
          }
          texts.put(file, text);
        });
    return texts;
  }

  private Problem problem(String file, SyntaxFault fault) {
    return new Problem(fault.code(), files.at(file, fault.offset()), fault.message(), fault.help());
  }

  private <T> List<T> all(Function<DrlFile, List<T>> part) {
    return read.values().stream().flatMap(file -> part.apply(file).stream()).toList();
  }

  /** A rule by its name, or null. */
  public RuleSource rule(String name) {
    return rules().stream().filter(rule -> rule.name().equals(name)).findFirst().orElse(null);
  }

  /** From when until when a rule is in force; null where it always is, or a date of it is none. */
  public RuleDates dates(RuleSource rule) {
    if (dates == null) {
      dates = RuleDates.of(rules);
    }
    return dates.get(rule.name());
  }

  /** A declared type by its name, or null. */
  public TypeSource type(String name) {
    return byName.get(name);
  }

  /** A declared type and all that it extends, itself first; none where it is not declared. */
  public List<TypeSource> withParents(String name) {
    List<TypeSource> line = new ArrayList<>();
    for (TypeSource t = type(name); t != null && !line.contains(t); ) {
      line.add(t);
      t = t.parent() == null ? null : type(t.parent());
    }
    return line;
  }

  /** The fields of a declared type in the order of its constructor, those inherited first. */
  public List<String> fields(String name) {
    List<String> fields = new ArrayList<>();
    withParents(name)
        .forEach(
            type ->
                fields.addAll(
                    0, type.fields().stream().map(TypeSource.FieldSource::name).toList()));
    return fields;
  }

  /** The rules that insert facts of a declared type, or of one that extends it. */
  public List<RuleSource> deriving(String name) {
    if (deriving == null) {
      deriving = derivations();
    }
    return List.copyOf(deriving.getOrDefault(name, Set.of()));
  }

  private Map<String, Set<RuleSource>> derivations() {
    Map<String, Set<RuleSource>> byType = new HashMap<>();
    for (RuleSource rule : rules) {
      for (String inserted : rule.insertedTypes()) {
        for (TypeSource type : withParents(inserted)) {
          byType.computeIfAbsent(type.name(), name -> new LinkedHashSet<>()).add(rule);
        }
      }
    }
    return byType;
  }

  /** All numbers in the files. */
  public List<Span> numbers() {
    return all(DrlFile::numbers);
  }

  /** All expressions of all rules, functions and declared types. */
  public Stream<Expression> expressions() {
    Stream<Expression> initial =
        types.stream()
            .flatMap(type -> type.fields().stream())
            .filter(field -> field.initial() != null)
            .flatMap(field -> field.initial().tree().all());
    Stream<Expression> inRules = rules.stream().flatMap(RuleSource::expressions);
    Stream<Expression> inFunctions =
        functions().stream().flatMap(function -> function.body().all());
    return Stream.of(initial, inRules, inFunctions).flatMap(expressions -> expressions);
  }
}
