package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleSource;
import dev.certus.drl.TypeSource;
import dev.certus.gate.Gate;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * Compiles packs that differ from one pack in one rule each. To compile a rule takes little beside
 * what it takes to start the compiler, so their rules are compiled together, each under a name of
 * its own.
 */
final class RuleVariants {

  private final RuleBook book;
  private final List<Supplier<RuleBook>> results = new ArrayList<>();

  RuleVariants(RuleBook book) {
    this.book = book;
  }

  /** Each pack compiled, or to be compiled alone, which reports what is wrong with it. */
  List<Supplier<RuleBook>> of(List<PackFiles> changes) {
    List<RuleVariant> variants = new ArrayList<>();
    for (PackFiles changed : changes) {
      results.add(() -> book.changed(changed));
      RuleVariant variant = variant(changed);
      if (variant != null) {
        variants.add(variant);
      }
    }
    compile(variants);
    return results;
  }

  /** A change of one rule, and of nothing else, that the gate lets pass; else null. */
  private RuleVariant variant(PackFiles changed) {
    if (!changed.yaml().equals(book.files().yaml())) {
      return null;
    }
    DrlTree drl = DrlTree.of(changed, book.drl());
    RuleVariant variant = RuleVariant.between(book.drl(), drl, results.size() - 1);
    boolean sound =
        variant != null
            && drl.dates(variant.rule()) == null // others would lack its end
            && Gate.problems(drl).isEmpty()
            && Gate.problems(drl, book.pack()).isEmpty();
    return sound ? variant : null;
  }

  /** Where they do not compile together, halves of them do, until one is left at fault. */
  private void compile(List<RuleVariant> variants) {
    if (variants.size() < 2) {
      return;
    }
    try {
      RuleModel compiled = compiled(variants);
      for (RuleVariant variant : variants) {
        results.set(variant.number(), () -> book.variant(variant, compiled));
      }
    } catch (PackException e) {
      int half = variants.size() / 2;
      compile(variants.subList(0, half));
      compile(variants.subList(half, variants.size()));
    }
  }

  private RuleModel compiled(List<RuleVariant> variants) {
    PackFiles files = together(variants);
    DrlTree drl = DrlTree.of(files);
    CompiledRules rules = GatedCompiler.compile(files, drl, book.pack(), book.model().loader());
    return book.model().beside(rules);
  }

  /** What all rules of the pack need, and the variants instead of its rules. */
  private PackFiles together(List<RuleVariant> variants) {
    SortedMap<String, String> texts = book.drl().withoutComments();
    book.drl().rules().stream()
        .map(RuleSource::whole)
        .forEach(rule -> texts.computeIfPresent(rule.file(), (f, text) -> rule.blankedIn(text)));
    book.drl().types().stream()
        .map(TypeSource::whole)
        .forEach(type -> texts.computeIfPresent(type.file(), (f, text) -> type.blankedIn(text)));
    for (RuleVariant variant : variants) {
      texts.merge(variant.rule().whole().file(), "\n" + variant.text() + "\n", String::concat);
    }
    return new PackFiles(book.files().folder(), texts);
  }
}
