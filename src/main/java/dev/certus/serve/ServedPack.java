package dev.certus.serve;

import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.scenario.PackTexts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A pack in service: the text that decides now, and why a later one does not. Thread-safe. */
final class ServedPack implements AutoCloseable {

  private final PackPlace place;
  private final String name;
  private final Limits limits;
  private volatile Edition current;
  private volatile Instant since;
  private volatile List<Problem> refused = List.of();

  /**
   * Loads the pack.
   *
   * @throws PackException where it is not sound
   */
  ServedPack(PackPlace place, RuleCache cache, Limits limits, Instant now) {
    this.place = place;
    this.limits = limits;
    this.current = new Edition(RuleBook.load(place.read().get(), cache), limits);
    this.name = current.book().pack().name();
    this.since = now;
  }

  /** The name that requests call it by: the one that its pack.yaml gives. */
  String name() {
    return name;
  }

  /**
   * All its texts as they are in its folder now.
   *
   * @throws HttpProblem where they cannot be read
   */
  PackTexts texts() {
    try {
      return place.texts();
    } catch (PackException e) {
      throw HttpProblem.unsound(e);
    }
  }

  /** The folder that it is read from, or null. */
  Path folder() {
    return place.folder();
  }

  /** The text that decides now, held for a request, which closes it. */
  Edition edition() {
    Edition edition = current;
    while (!edition.hold()) {
      edition = current;
    }
    return edition;
  }

  /** Since when the present text decides. */
  Instant since() {
    return since;
  }

  /** What is wrong with the text in the folder, if it is a later one that does not decide. */
  List<Problem> refused() {
    return refused;
  }

  /**
   * Reads the pack again. A sound new text replaces the old one for the requests that come from now
   * on; one that is not sound never does.
   *
   * @return whether another text decides now
   */
  synchronized boolean reload(Instant now) {
    Edition old = current;
    try {
      PackFiles files = place.read().get();
      if (files.hash().equals(old.book().hash())) {
        refused = List.of();
        return false;
      }
      RuleBook book = old.book().changed(files);
      if (!book.pack().name().equals(name)) {
        throw new PackException(
            files.yaml("pack.yaml").keyAt("name"),
            "the pack is served as `%s` and is now named `%s`".formatted(name, book.pack().name()),
            "keep the name, or restart the service");
      }
      current = new Edition(book, limits);
      since = now;
      refused = List.of();
    } catch (PackException e) {
      refused = e.problems();
      return false;
    }
    old.close();
    return true;
  }

  @Override
  public void close() {
    current.close();
  }
}
