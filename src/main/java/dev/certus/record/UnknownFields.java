package dev.certus.record;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Passes on the name of each unknown field once, however many records have it. Thread-safe. */
public final class UnknownFields implements Consumer<String> {

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Consumer<String> listener;

  /** Passes names on to {@code listener}. */
  public UnknownFields(Consumer<String> listener) {
    this.listener = listener;
  }

  @Override
  public void accept(String field) {
    if (seen.add(field)) {
      listener.accept(field);
    }
  }
}
