package dev.certus.explain;

import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Template;
import dev.certus.explain.Values.Known;
import dev.certus.record.FactName;

/** The fields of a fact as its sentence says them. */
final class FactFields implements Template.Fields {

  private final Values values;
  private final Wording wording;

  FactFields(Values values, Wording wording) {
    this.values = values;
    this.wording = wording;
  }

  /** Whether a field is neither missing nor false nor 0. */
  @Override
  public boolean has(Expression field) {
    Object value = values.of(field).map(Known::value).orElse(null);
    return value != null && !value.equals(false) && !Comparing.same(value, 0);
  }

  /** A flag by its name, "redeemed" or "not redeemed"; anything else by its value. */
  @Override
  public String word(Expression field) {
    return values
        .of(field)
        .map(
            known ->
                known.value() instanceof Boolean flag
                    ? (flag ? "" : "not ") + FactName.words(last(field))
                    : wording.word(known.value()))
        .orElse(field.text());
  }

  private static String last(Expression field) {
    if (field instanceof Member member) {
      return member.name();
    }
    return field instanceof Name name ? name.name() : field.text();
  }
}
