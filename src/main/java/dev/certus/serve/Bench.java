package dev.certus.serve;

import dev.certus.engine.Limits;
import dev.certus.language.Diagnostic;
import dev.certus.language.PackLanguage;
import dev.certus.language.Verdict;
import dev.certus.problem.Problem;
import dev.certus.workbench.PackDraft;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** The draft of a served pack, with what its texts say and how its scenarios go. Thread-safe. */
final class Bench implements AutoCloseable {

  private final PackDraft draft;
  private final PackLanguage language;
  private final Limits limits;
  private Verdict verdict; // the last one, or null
  private boolean left; // whether nobody is to wait any more
  private Edition edition; // of the verdict's pack; null unless it is sound and was asked for

  Bench(PackDraft draft, ServedPack served, Limits limits) {
    this.draft = draft;
    this.limits = limits;
    try (Edition now = served.edition()) {
      this.language = new PackLanguage(draft.texts(), now.book());
    }
  }

  PackDraft draft() {
    return draft;
  }

  /** What the texts of the draft say, as they are now. */
  synchronized PackLanguage language() {
    language.open(draft.texts());
    return language;
  }

  /** The verdict on the draft as it is now. */
  synchronized Verdict verdict() {
    PackLanguage now = language();
    if (verdict == null || !verdict.texts().equals(now.texts())) {
      verdict = now.verdict();
      closeEdition();
    }
    return verdict;
  }

  /** A problem at its place in the draft as it is now. */
  Diagnostic placed(Problem problem) {
    return language().placed(problem);
  }

  /**
   * The draft, to decide by; the caller closes it.
   *
   * @throws HttpProblem where it is not sound
   */
  synchronized Edition edition() {
    Verdict now = verdict();
    if (now.trial() == null) {
      throw HttpProblem.unsound(now.problems());
    }
    if (edition == null) {
      edition = new Edition(now.trial().book(), limits);
    }
    edition.hold();
    return edition;
  }

  private void closeEdition() {
    if (edition != null) {
      edition.close();
      edition = null;
    }
  }

  /** The draft has changed: those who wait for that go on. */
  synchronized void changed() {
    notifyAll();
  }

  /** Waits until the draft has another revision than one, or is left, or some time has passed. */
  synchronized void awaitOther(long revision, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (long rest = millis; draft.revision() == revision && !left && rest > 0; ) {
      wait(rest);
      rest = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
  }

  /** Lets those go who wait for changes. */
  synchronized void leave() {
    left = true;
    notifyAll();
  }

  @Override
  public synchronized void close() throws IOException {
    closeEdition();
    draft.close();
  }
}
