package dev.certus.language;

import dev.certus.drl.DrlTree;
import dev.certus.language.Symbol.Kind;
import dev.certus.pack.Pack;
import java.util.List;

/** The names of a pack as completions, each with its meaning. */
final class Suggestions {

  private final Meanings meanings;
  private final SymbolIndex index;

  Suggestions(Pack pack, DrlTree drl, SymbolIndex index) {
    this.meanings = new Meanings(pack, drl);
    this.index = index;
  }

  /** All names of a kind. */
  List<Completion> of(Kind kind) {
    return index.names(kind).stream()
        .map(
            name ->
                new Completion(
                    name,
                    kind.word(),
                    meanings.of(new Symbol(kind, name)).stream().findFirst().orElse("")))
        .toList();
  }
}
