package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.drools.model.Model;
import org.drools.model.Rule;
import org.drools.model.impl.ModelImpl;

/**
 * Compiled rules, loaded.
 *
 * @param loader has their classes and those of the facts that they declare
 * @param models describe the rules
 */
record RuleModel(PackClassLoader loader, List<Model> models) {

  /** Loads compiled rules. */
  static RuleModel of(CompiledRules compiled) {
    return load(
        new PackClassLoader(RuleModel.class.getClassLoader(), compiled.classes()), compiled);
  }

  /** These rules without those of some names, and with others that use the same facts. */
  RuleModel changed(Set<String> without, CompiledRules with) {
    List<Model> changed = new ArrayList<>();
    models.forEach(model -> changed.add(without(model, without)));
    PackClassLoader beside = new PackClassLoader(loader, with.classes());
    changed.addAll(load(beside, with).models());
    return new RuleModel(beside, changed);
  }

  private static Model without(Model model, Set<String> names) {
    return with(
        model, rules -> rules.stream().filter(rule -> !names.contains(rule.getName())).toList());
  }

  private static Model phased(Model model) {
    return with(model, rules -> rules.stream().map(PhasedRule::of).toList());
  }

  private static Model with(Model model, UnaryOperator<List<Rule>> rules) {
    ModelImpl other = new ModelImpl(model.getName());
    other.withGlobals(model.getGlobals());
    other.withQueries(model.getQueries());
    model.getTypeMetaDatas().forEach(other::addTypeMetaData);
    return other.withRules(rules.apply(model.getRules()));
  }

  private static RuleModel load(PackClassLoader loader, CompiledRules compiled) {
    List<Model> models = new ArrayList<>();
    try {
      for (String name : compiled.models()) {
        models.add(phased((Model) loader.loadClass(name).getDeclaredConstructor().newInstance()));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules cannot be loaded", e);
    }
    return new RuleModel(loader, models);
  }
}
