package dev.certus.engine;

import dev.certus.rulebook.RuleBook;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.KieSessionsPool;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

/** A rule base of its own and one pooled session on it. */
final class SessionPool implements SessionSource {

  private final KieSessionsPool pool;
  private final KieSessionConfiguration configuration;

  SessionPool(RuleBook book) {
    this.pool = book.newKieBase().newKieSessionsPool(1);
    this.configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ThreadSafeOption.NO);
    configuration.setOption(KeepReferenceOption.NO);
    configuration.setOption(ClockTypeOption.PSEUDO);
  }

  @Override
  public KieSession open() {
    return pool.newKieSession(configuration);
  }

  @Override
  public void close() {
    pool.shutdown();
  }
}
