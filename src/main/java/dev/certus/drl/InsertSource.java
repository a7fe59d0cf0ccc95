package dev.certus.drl;

import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.New;
import java.util.List;

/**
 * A fact that a rule inserts, as its consequence says it.
 *
 * @param call the call that inserts it
 * @param fact the new fact
 */
public record InsertSource(Call call, New fact) {

  /** The name of the fact's type. */
  public String type() {
    return fact.type();
  }

  /** The expressions for its fields, in their order. */
  public List<Expression> arguments() {
    return fact.arguments();
  }
}
