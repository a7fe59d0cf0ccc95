package dev.certus.rulebook;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.FunctionSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which functions of a pack do something else than they did in another. */
final class FunctionChanges {

  private FunctionChanges() {}

  /** The names of functions that are changed, new or gone, and of those that call them. */
  static Set<String> between(DrlTree before, DrlTree after) {
    Set<String> same = texts(before);
    same.retainAll(texts(after));
    Set<String> changed =
        Stream.concat(before.functions().stream(), after.functions().stream())
            .filter(function -> !same.contains(function.whole().squeezed()))
            .map(FunctionSource::name)
            .collect(Collectors.toCollection(HashSet::new));
    List<FunctionSource> others = new ArrayList<>(after.functions());
    while (others.removeIf(f -> calls(f.body().all(), changed) && changed.add(f.name()))) {
      // those that call the ones just added are changed, too
    }
    return changed;
  }

  /** Whether some expressions call one of these functions. */
  static boolean calls(Stream<Expression> expressions, Set<String> functions) {
    return !functions.isEmpty()
        && expressions.anyMatch(
            expression ->
                expression instanceof Expression.Call call
                    && call.owner() == null
                    && functions.contains(call.name()));
  }

  private static Set<String> texts(DrlTree drl) {
    return drl.functions().stream()
        .map(function -> function.whole().squeezed())
        .collect(Collectors.toCollection(HashSet::new));
  }
}
