package dev.certus.serve;

import dev.certus.problem.DidYouMean;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packs in service, by their names. */
final class Shelf implements AutoCloseable {

  private final Map<String, ServedPack> packs = new LinkedHashMap<>();

  /**
   * A shelf of packs.
   *
   * @throws PackException where two have one name
   */
  Shelf(List<ServedPack> packs) {
    for (ServedPack pack : packs) {
      if (this.packs.put(pack.name(), pack) != null) {
        throw new PackException(
            Location.of("pack.yaml"),
            "two of the packs are named `%s`".formatted(pack.name()),
            "give each a name of its own");
      }
    }
  }

  Collection<ServedPack> all() {
    return packs.values();
  }

  /** The pack that was named first. */
  ServedPack first() {
    return packs.values().iterator().next();
  }

  /**
   * A pack by its name.
   *
   * @throws HttpProblem where there is none
   */
  ServedPack get(String name) {
    ServedPack pack = packs.get(name);
    if (pack == null) {
      throw new HttpProblem(
          ProblemType.NOT_FOUND,
          "no pack `%s` is served; %s".formatted(name, DidYouMean.oneOf(name, packs.keySet())));
    }
    return pack;
  }

  @Override
  public void close() {
    packs.values().forEach(ServedPack::close);
  }
}
