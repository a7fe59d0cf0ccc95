package dev.certus.rulebook;

import java.util.Map;
import org.drools.model.Consequence;
import org.drools.model.Rule;
import org.drools.model.View;

/**
 * A rule that runs in the phase which its {@code @phase} annotation names. To Drools, a phase is an
 * agenda group.
 *
 * @param rule the rule as it was compiled
 * @param phase the phase's name
 */
record PhasedRule(Rule rule, String phase) implements Rule {

  /** The rule in the phase that it names; the rule itself where it has no such annotation. */
  static Rule of(Rule rule) {
    Object named = rule.getMetaData("phase");
    return named == null ? rule : new PhasedRule(rule, unquoted(named.toString()));
  }

  /** The compiler leaves the quotes of an annotation on. */
  private static String unquoted(String value) {
    String text = value.strip();
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1).strip() : text;
  }

  @Override
  @SuppressWarnings("unchecked") // the value of AGENDA_GROUP is a String
  public <T> T getAttribute(Attribute<T> attribute) {
    return attribute == Attribute.AGENDA_GROUP ? (T) phase : rule.getAttribute(attribute);
  }

  @Override
  public View getView() {
    return rule.getView();
  }

  @Override
  public Consequence getDefaultConsequence() {
    return rule.getDefaultConsequence();
  }

  @Override
  public Map<String, Consequence> getConsequences() {
    return rule.getConsequences();
  }

  @Override
  public Map<String, Object> getMetaData() {
    return rule.getMetaData();
  }

  @Override
  public Object getMetaData(String key) {
    return rule.getMetaData(key);
  }

  @Override
  public String getUnit() {
    return rule.getUnit();
  }

  @Override
  public String getName() {
    return rule.getName();
  }

  @Override
  public String getPackage() {
    return rule.getPackage();
  }
}
