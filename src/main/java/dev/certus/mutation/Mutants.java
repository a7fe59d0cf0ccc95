package dev.certus.mutation;

import dev.certus.drl.DrlTree;
import dev.certus.pack.PackFiles;
import java.util.Comparator;
import java.util.List;

/** All mutants of a pack. */
public final class Mutants {

  private static final Comparator<Mutant> BY_PLACE =
      Comparator.comparing((Mutant m) -> m.at().file())
          .thenComparing(m -> m.at().line())
          .thenComparing(m -> m.at().column())
          .thenComparing(Mutant::change);

  private Mutants() {}

  /**
   * The pack with each term one unit more and one less or of another unit, each row of the
   * catalogue removed, each rule, condition, alternative and absence dropped, and each comparison
   * moved by one; in the order of their places.
   */
  public static List<Mutant> of(PackFiles pack) {
    Mutator mutator = new Mutator(pack);
    new FileMutants(mutator).add();
    RuleMutants rules = new RuleMutants(mutator);
    DrlTree drl = DrlTree.of(pack);
    drl.rules().forEach(rules::add);
    drl.functions().forEach(rules::add);
    return mutator.mutants().stream().sorted(BY_PLACE).toList();
  }
}
