package dev.certus.record;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of each unknown field once, however many records have it. Thread-safe. */
public final class UnknownFields implements Consumer<String> {

  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Consumer<String> teller;

  /** Tells {@code teller}. */
  public UnknownFields(Consumer<String> teller) {
    this.teller = teller;
  }

  @Override
  public void accept(String field) {
    if (told.add(field)) {
      teller.accept(field);
    }
  }
}
