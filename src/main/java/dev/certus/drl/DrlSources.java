package dev.certus.drl;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * What a pack's DRL files say.
 *
 * @param types the fact types that they declare
 * @param rules the rules, in the order of the files' names and of their places
 * @param imports the imported names, each where it stands
 * @param globals the names of globals, each where it stands
 * @param problems where the files are no DRL; what is wrong there is missing above
 */
public record DrlSources(
    List<TypeSource> types,
    List<RuleSource> rules,
    List<Span> imports,
    List<Span> globals,
    List<Problem> problems) {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  /** Reads all DRL files of a pack. */
  public static DrlSources of(PackFiles files) {
    DrlSources sources =
        new DrlSources(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    files.texts().keySet().stream()
        .filter(file -> file.endsWith(".drl"))
        .forEach(file -> sources.read(files, file));
    return sources;
  }

  /** Reads the DRL files of a pack, but those alone that are not as they were. */
  public static DrlSources of(PackFiles files, PackFiles before, DrlSources known) {
    if (!known.problems.isEmpty()) {
      return of(files);
    }
    SortedMap<String, String> fresh = new TreeMap<>(files.texts());
    fresh.entrySet().removeIf(file -> file.getValue().equals(before.texts().get(file.getKey())));
    DrlSources sources = of(new PackFiles(files.folder(), fresh));
    Predicate<Span> same =
        span -> files.texts().containsKey(span.file()) && !fresh.containsKey(span.file());
    known.types.stream().filter(type -> same.test(type.whole())).forEach(sources.types::add);
    known.rules.stream().filter(rule -> same.test(rule.whole())).forEach(sources.rules::add);
    known.imports.stream().filter(same).forEach(sources.imports::add);
    known.globals.stream().filter(same).forEach(sources.globals::add);
    sources.rules.sort(Comparator.comparing(rule -> rule.whole().file()));
    return sources;
  }

  /** A declared type by its name, or null. */
  public TypeSource type(String name) {
    return types.stream().filter(type -> type.name().equals(name)).findFirst().orElse(null);
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
    withParents(name).forEach(type -> fields.addAll(0, type.fields().keySet()));
    return fields;
  }

  /** The rules that insert facts of a declared type, or of one that extends it. */
  public List<RuleSource> deriving(String name) {
    TypeSource type = type(name);
    return rules.stream()
        .filter(
            rule ->
                rule.inserts().stream()
                    .anyMatch(insert -> withParents(insert.type()).contains(type)))
        .toList();
  }

  /** The codes that a rule may give: the texts in the first arguments of its gives. */
  public Set<String> codes(RuleSource rule) {
    return rule.gives().stream()
        .flatMap(give -> TEXT.matcher(give.code()).results())
        .map(text -> text.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void read(PackFiles files, String file) {
    Tokens tokens = Tokens.of(files.texts().get(file));
    List<Tokens.Fault> faults =
        tokens.faults().isEmpty() ? Sections.faults(tokens.bare()) : tokens.faults();
    if (!faults.isEmpty()) {
      faults.forEach(f -> problems.add(syntax(files.at(file, f.offset()), f.message())));
      return; // the parser would only stumble over the same
    }
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    PackageDescr content;
    try {
      content = parser.parse(false, files.texts().get(file));
    } catch (DroolsParserException e) {
      problems.add(syntax(Location.of(files.path(file)), e.getMessage()));
      return;
    }
    parser.getErrors().forEach(error -> problems.add(problem(files, file, error)));
    if (content == null || parser.hasErrors()) {
      return;
    }
    DescrReader reader = new DescrReader(files, file);
    content.getTypeDeclarations().forEach(type -> types.add(reader.type(type)));
    content.getRules().forEach(rule -> rules.add(reader.rule(rule)));
    for (ImportDescr imported : content.getImports()) {
      imports.add(reader.named(imported, imported.getTarget()));
    }
    content.getFunctionImports().forEach(i -> imports.add(reader.named(i, i.getTarget())));
    content.getGlobals().forEach(g -> globals.add(reader.named(g, g.getIdentifier())));
    content.getAccumulateImports().forEach(i -> imports.add(reader.named(i, i.getTarget())));
  }

  private static Problem problem(PackFiles files, String file, DroolsError error) {
    String message = error.getMessage().replaceFirst("^\\[ERR \\d+\\] Line \\d+:\\d+ ", "");
    return error instanceof ParserError at
        ? syntax(new Location(files.path(file), at.getRow(), at.getCol() + 1), message)
        : syntax(Location.of(files.path(file)), message);
  }

  private static Problem syntax(Location at, String message) {
    return new Problem("drl-syntax", at, message, null);
  }
}
