package dev.certus.language;

import dev.certus.check.PackCheck;
import dev.certus.drl.DrlTree;
import dev.certus.fact.FactTypes;
import dev.certus.pack.Pack;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.Scenario;
import dev.certus.scenario.ScenarioFiles;
import dev.certus.scenario.ScenarioReader;
import dev.certus.types.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The texts of a pack as someone edits them. What they say is found as far as it can be read, so
 * that one fault hides as little as may be. Offsets count the characters of Java. Thread-safe.
 */
public final class PackLanguage {

  private static final Pattern NAME = Pattern.compile("[A-Za-z$][\\w$ .,:'-]*");

  private final PackCheck check;
  private PackTexts texts;
  private DrlTree drl;
  private Pack pack; // as it could last be read, or null
  private ScenarioFiles scenarioFiles; // those that were read last
  private RecordShape scenarioShape; // of the records in those
  private List<Scenario> scenarios = List.of();
  private SymbolIndex index; // of these texts or of earlier ones; null until it is asked for
  private boolean current; // whether it is of these

  /** The texts of a pack of which nothing is known to be sound. */
  public PackLanguage(PackTexts texts) {
    this(texts, null, new PackCheck());
  }

  /** The texts of what was a sound pack: only rules that changed since are compiled. */
  public PackLanguage(PackTexts texts, RuleBook sound) {
    this(texts, sound.pack(), PackCheck.after(sound));
  }

  private PackLanguage(PackTexts texts, Pack pack, PackCheck check) {
    this.check = check;
    this.pack = pack;
    open(texts);
  }

  /** Takes texts in place of those before. */
  public synchronized void open(PackTexts changed) {
    texts = changed;
    drl = DrlTree.of(changed.files(), drl);
    try {
      pack = Pack.read(changed.files());
    } catch (PackException e) {
      // As it was: the findings report it.
    }
    current = false;
  }

  /** The names in the texts: made when they are asked for. */
  private SymbolIndex index() {
    if (!current) {
      index = SymbolIndex.of(texts, drl, index);
      current = true;
    }
    return index;
  }

  /** The texts. */
  public synchronized PackTexts texts() {
    return texts;
  }

  /** All that is wrong with the pack and with the form of its scenarios, in the order of places. */
  public synchronized List<Diagnostic> diagnostics() {
    List<Problem> problems = new ArrayList<>(check.again(texts.files()));
    problems.addAll(misformed());
    FindingPlaces places = new FindingPlaces(texts);
    return problems.stream().map(places::of).toList();
  }

  /** A problem of the pack at its place in the texts. */
  public synchronized Diagnostic placed(Problem problem) {
    return new FindingPlaces(texts).of(problem);
  }

  private List<Problem> misformed() {
    try {
      scenarios();
      return List.of();
    } catch (PackException e) {
      return e.problems();
    }
  }

  /** The scenarios: read again only where their texts have changed. */
  private List<Scenario> scenarios() {
    RecordShape shape = FactTypes.of(texts.files()).shape();
    if (!texts.scenarios().equals(scenarioFiles) || !shape.equals(scenarioShape)) {
      scenarios = ScenarioReader.of(shape, texts.scenarios());
      scenarioFiles = texts.scenarios();
      scenarioShape = shape;
    }
    return scenarios;
  }

  /** What is wrong with the pack, and if nothing is, how its scenarios go. */
  public synchronized Verdict verdict() {
    List<Diagnostic> diagnostics = diagnostics();
    return new Verdict(
        texts, diagnostics, diagnostics.isEmpty() ? Trial.of(check.sound(), scenarios()) : null);
  }

  /** What the name at a place means; empty where there is no name. */
  public synchronized Optional<Hover> hover(String file, int offset) {
    return index()
        .at(file, offset)
        .map(
            occurrence -> {
              Symbol symbol = occurrence.symbol();
              List<String> lines = pack == null ? List.of() : new Meanings(pack, drl).of(symbol);
              return new Hover(
                  occurrence, "%s %s".formatted(symbol.kind().word(), symbol.written()), lines);
            });
  }

  /** Where the name at a place is defined; none where it is none, or of no known name. */
  public synchronized List<Occurrence> definitions(String file, int offset) {
    return references(file, offset).stream().filter(Occurrence::defines).toList();
  }

  /** All places of the name at a place, its definition included. */
  public synchronized List<Occurrence> references(String file, int offset) {
    return index()
        .at(file, offset)
        .map(occurrence -> index().of(occurrence.symbol()))
        .orElse(List.of());
  }

  /** The names that a file defines, in the order of their places. */
  public synchronized List<Occurrence> outline(String file) {
    return index().definitions(file).stream()
        .filter(occurrence -> occurrence.symbol().kind() != Symbol.Kind.VARIABLE)
        .sorted(Comparator.comparing(Occurrence::start))
        .toList();
  }

  /**
   * The changes that give the name at a place another one, wherever it stands.
   *
   * @throws IllegalArgumentException where there is no name there, the new name is none or taken,
   *     or the pack does not define the old one; the message says which
   */
  public synchronized List<TextEdit> rename(String file, int offset, String name) {
    Occurrence at =
        index()
            .at(file, offset)
            .orElseThrow(() -> new IllegalArgumentException("there is no name here"));
    Symbol symbol = at.symbol();
    List<Occurrence> all = index().of(symbol);
    if (all.stream().noneMatch(Occurrence::defines)) {
      throw new IllegalArgumentException(
          "the pack does not define `%s`".formatted(symbol.written()));
    }
    checkName(symbol, name);
    return all.stream().map(one -> renamed(one, name)).toList();
  }

  /** A field may be written as its getter. */
  private TextEdit renamed(Occurrence one, String name) {
    String text = texts.all().get(one.file()).substring(one.start(), one.end());
    boolean getter =
        one.symbol().kind() == Symbol.Kind.FIELD && !text.equals(one.symbol().written());
    return new TextEdit(one.file(), one.start(), one.end(), getter ? Types.getter(name) : name);
  }

  private void checkName(Symbol symbol, String name) {
    boolean isWord = name.matches("\\$?[A-Za-z_]\\w*");
    boolean fits =
        switch (symbol.kind()) {
          case TYPE, FIELD, FUNCTION -> isWord && !name.startsWith("$");
          case VARIABLE -> isWord && name.startsWith("$");
          case RULE -> NAME.matcher(name).matches() && !name.contains(",");
          default -> name.matches("[A-Za-z0-9][\\w.-]*");
        };
    if (!fits) {
      throw new IllegalArgumentException(
          "`%s` is no name of a %s".formatted(name, symbol.kind().word()));
    }
    String full =
        symbol.name().substring(0, symbol.name().length() - symbol.written().length()) + name;
    if (!index().of(new Symbol(symbol.kind(), full)).isEmpty()) {
      throw new IllegalArgumentException(
          "there is a %s `%s`".formatted(symbol.kind().word(), name));
    }
  }

  /** What the parts of a DRL file are, in the order of their places; none of another file. */
  public synchronized List<Colored> colors(String file) {
    String text = texts.all().get(file);
    return text == null || !file.endsWith(".drl")
        ? List.of()
        : Colored.of(text, index().occurrences(file));
  }

  /** The pack by its clauses, as it could last be read; empty where it never could. */
  public synchronized Optional<Outline> outline() {
    return Optional.ofNullable(pack).map(readable -> Outline.of(readable, drl));
  }

  /** The numbers of terms.yaml, each at its place. */
  public synchronized List<Outline.NumberPlace> numbers() {
    return Outline.numbers(texts);
  }

  /** What can be written at a place, the most likely first. */
  public synchronized List<Completion> completions(String file, int offset) {
    String text = texts.all().get(file);
    if (text == null || pack == null) {
      return List.of();
    }
    Suggestions suggestions = new Suggestions(pack, drl, index());
    return file.endsWith(".drl")
        ? new DrlCompletion(suggestions, drl).at(file, text, offset)
        : new YamlCompletion(suggestions).at(file, text, offset);
  }
}
