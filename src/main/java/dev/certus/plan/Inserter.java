package dev.certus.plan;

import java.util.function.Consumer;
import org.drools.model.BitMask;
import org.drools.model.Channel;
import org.drools.model.Drools;
import org.drools.model.DroolsEntryPoint;

/** What consequences have of Drools: they insert facts, and the grammar of rules has no more. */
record Inserter(Consumer<Object> facts) implements Drools {

  @Override
  public void insert(Object fact) {
    facts.accept(fact);
  }

  private static UnsupportedOperationException refused() {
    return new UnsupportedOperationException("a consequence inserts facts and gives decisions");
  }

  @Override
  public void insert(Object fact, boolean dynamic) {
    throw refused();
  }

  @Override
  public void update(Object fact, String... properties) {
    throw refused();
  }

  @Override
  public void update(Object fact, BitMask properties) {
    throw refused();
  }

  @Override
  public void delete(Object fact) {
    throw refused();
  }

  @Override
  public void logicalInsert(Object fact) {
    throw refused();
  }

  @Override
  public void insertAsync(Object fact) {
    throw refused();
  }

  @Override
  public <T> T getRuntime(Class<T> type) {
    throw refused();
  }

  @Override
  public <T> T getContext(Class<T> type) {
    throw refused();
  }

  @Override
  public DroolsEntryPoint getEntryPoint(String name) {
    throw refused();
  }

  @Override
  public void halt() {
    throw refused();
  }

  @Override
  public void setFocus(String group) {
    throw refused();
  }

  @Override
  public Channel getChannel(String name) {
    throw refused();
  }
}
