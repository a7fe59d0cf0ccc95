package dev.certus.gate;

import dev.certus.drl.DottedName;
import dev.certus.drl.DrlTree;
import dev.certus.drl.GlobalSource;
import dev.certus.drl.ImportSource;
import dev.certus.drl.Span;
import dev.certus.problem.DidYouMean;
import java.util.List;
import java.util.Map;

/** What may stand at the head of a DRL file: a package, imports of what is listed, two globals. */
final class FileGrammar {

  private static final Map<String, String> GLOBALS =
      Map.of("terms", "Terms", "decisions", "Conclusions");
  private static final List<String> TAKEN =
      List.of("java", "javax", "jdk", "sun", "dev.certus", "org.drools", "org.kie");

  private final DrlTree drl;
  private final TypeNames types;
  private final Refusals refusals;

  FileGrammar(DrlTree drl, TypeNames types, Refusals refusals) {
    this.drl = drl;
    this.types = types;
    this.refusals = refusals;
  }

  void check() {
    drl.packages().forEach(this::named);
    drl.imports().forEach(this::imported);
    drl.globals().forEach(this::global);
  }

  private void named(Span name) {
    String text = name.squeezed() + ".";
    if (TAKEN.stream().anyMatch(taken -> text.startsWith(taken + "."))) {
      refusals.add(
          "forbidden-declaration",
          name,
          "a pack may not be of the package `%s`, which is not its own".formatted(name.text()),
          "give the package the name of the pack's body");
    }
  }

  private void imported(ImportSource imported) {
    String name = imported.name().squeezed();
    boolean allowed =
        switch (imported.kind()) {
          case "" -> types.rules().types().contains(name) || isOwn(name);
          case "static" -> types.isListedMember(name);
          default -> false;
        };
    if (!allowed) {
      refusals.add(
          "forbidden-import",
          imported.name(),
          "a rule may not import `%s`".formatted(name),
          help(imported, name));
    }
  }

  private boolean isOwn(String name) {
    return name.contains(".") && types.isDeclared(name);
  }

  private String help(ImportSource imported, String name) {
    if (!imported.kind().isEmpty() && !imported.kind().equals("static")) {
      return "write the function in the pack, or use count, sum, min, max, average, collectList";
    }
    if (name.endsWith("*")) {
      return "import each type by its name";
    }
    String listed = types.rules().type(DottedName.last(name));
    return listed == null ? Refusals.MADE_OF : "did you mean `%s`?".formatted(listed);
  }

  private void global(GlobalSource global) {
    String name = global.name().text();
    String type = GLOBALS.get(name);
    if (type == null) {
      refusals.add(
          "unknown-global",
          global.name(),
          "the pack has no global `%s`".formatted(name),
          DidYouMean.oneOf(name, GLOBALS.keySet().stream().sorted().toList()));
    } else if (!DottedName.last(global.type().squeezed()).equals(type)) {
      refusals.add(
          "unknown-global",
          global.type(),
          "the global `%s` is not of the type `%s`".formatted(name, global.type().text()),
          "write `global %s %s`".formatted(type, name));
    }
  }
}
