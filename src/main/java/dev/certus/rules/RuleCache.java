package dev.certus.rules;

import java.util.function.Supplier;

/** Where compiled rules are kept between runs. */
public interface RuleCache {

  /** The compiled rules of a pack with that content hash; compiled now if need be. */
  CompiledRules get(String packHash, Supplier<CompiledRules> compile);

  /** Keeps nothing: compiles every time. */
  static RuleCache none() {
    return (packHash, compile) -> compile.get();
  }
}
