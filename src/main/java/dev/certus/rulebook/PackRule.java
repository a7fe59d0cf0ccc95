package dev.certus.rulebook;

import java.util.Map;
import org.drools.model.Consequence;
import org.drools.model.Rule;
import org.drools.model.View;

/**
 * A rule as its pack means it: under the name that it has there, and in the phase that its {@code
 * @phase} annotation names. To Drools, a phase is an agenda group.
 *
 * @param rule the rule as it was compiled
 * @param name its name in the pack
 * @param phase the phase's name, or null where an attribute names it, if anything does
 */
record PackRule(Rule rule, String name, String phase) implements Rule {

  /** The rule under the name with which it was compiled. */
  static PackRule of(Rule rule) {
    return of(rule, rule.getName());
  }

  /** The rule under another name. */
  static PackRule of(Rule rule, String name) {
    Object phase = rule.getMetaData("phase");
    return new PackRule(rule, name, phase == null ? null : unquoted(phase.toString()));
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
    boolean isPhase = attribute == Attribute.AGENDA_GROUP && phase != null;
    return isPhase ? (T) phase : rule.getAttribute(attribute);
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
    return name;
  }

  @Override
  public String getPackage() {
    return rule.getPackage();
  }
}
