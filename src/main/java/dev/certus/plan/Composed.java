package dev.certus.plan;

import org.drools.model.functions.Function1;

/** One function after another; the same for the same two. */
record Composed(Function1<Object, Object> first, Function1<Object, Object> second)
    implements Function1<Object, Object> {

  @Override
  public Object apply(Object value) {
    return second.apply(first.apply(value));
  }
}
