package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.fact.FactTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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

  /** Loads compiled rules that use these types of facts. */
  static RuleModel of(CompiledRules compiled, FactTypes types) {
    return load(new PackClassLoader(types.loader(), compiled.classes()), compiled);
  }

  /** Loads other rules that use the same facts. */
  RuleModel beside(CompiledRules others) {
    return load(new PackClassLoader(loader, others.classes()), others);
  }

  /** These rules without those of some names, and with others that were loaded beside them. */
  RuleModel changed(Set<String> without, RuleModel beside) {
    List<Model> changed = new ArrayList<>();
    for (Model model : models) {
      changed.add(with(model, rules -> rules.filter(rule -> !without.contains(rule.getName()))));
    }
    changed.addAll(beside.models);
    return new RuleModel(beside.loader, changed);
  }

  /** One of these rules alone, under another name. */
  RuleModel only(String compiled, String name) {
    UnaryOperator<Stream<Rule>> one =
        rules ->
            rules
                .filter(rule -> rule.getName().equals(compiled))
                .map(rule -> PackRule.of(rule, name));
    return new RuleModel(loader, models.stream().map(model -> with(model, one)).toList());
  }

  private static Model with(Model model, UnaryOperator<Stream<Rule>> rules) {
    ModelImpl other = new ModelImpl(model.getName());
    other.withGlobals(model.getGlobals());
    other.withQueries(model.getQueries());
    model.getTypeMetaDatas().forEach(other::addTypeMetaData);
    return other.withRules(rules.apply(model.getRules().stream()).toList());
  }

  private static RuleModel load(PackClassLoader loader, CompiledRules compiled) {
    List<Model> models = new ArrayList<>();
    try {
      for (String name : compiled.models()) {
        Model model = (Model) loader.loadClass(name).getDeclaredConstructor().newInstance();
        models.add(with(model, rules -> rules.map(PackRule::of)));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("compiled rules cannot be loaded", e);
    }
    return new RuleModel(loader, models);
  }
}
