package dev.certus.serve;

import dev.certus.file.Sha256;
import dev.certus.workbench.PackDraft;
import dev.certus.workbench.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The drafts of the packs that are served, each opened when it is first asked for. */
final class Benches implements AutoCloseable {

  private static final int HASH_LENGTH = 8;

  private final Shelf shelf;
  private final ServiceOptions options;
  private final Map<String, Bench> benches = new LinkedHashMap<>();
  private volatile boolean closed;

  Benches(Shelf shelf, ServiceOptions options) {
    this.shelf = shelf;
    this.options = options;
  }

  /**
   * The draft of a pack.
   *
   * @throws HttpProblem where there is no such pack, or it cannot be edited
   * @throws IOException where its journal cannot be opened
   */
  synchronized Bench get(String name) throws IOException {
    ServedPack served = shelf.get(name);
    if (served.folder() == null) {
      throw new HttpProblem(
          ProblemType.READ_ONLY, "the pack is part of the program: copy it to a folder to edit it");
    }
    Bench bench = benches.get(name);
    if (bench == null) {
      new Release(served.folder(), state(served)).finish();
      PackDraft draft =
          new PackDraft(served::texts, state(served).resolve("journal.jsonl"), options.clock());
      bench = new Bench(draft, served, options.limits());
      benches.put(name, bench);
    }
    return bench;
  }

  /**
   * The text that a request is to be decided by: the one in service, or the draft if its parameter
   * {@code by} says so. The caller closes it.
   *
   * @throws HttpProblem where there is no such pack, or its draft is not sound
   */
  Edition edition(Exchange exchange) throws IOException {
    String pack = exchange.path("pack");
    return "draft".equals(exchange.oneOf("by", List.of("draft")))
        ? get(pack).edition()
        : shelf.get(pack).edition();
  }

  /** Where what belongs to a pack's draft is kept. */
  Path state(ServedPack served) {
    Path folder = served.folder().toAbsolutePath().normalize();
    String hash = Sha256.hex(folder.toString().getBytes(StandardCharsets.UTF_8));
    return options.state().resolve(served.name() + "-" + hash.substring(0, HASH_LENGTH));
  }

  /** Whether those who wait for changes are to stop. */
  boolean isClosed() {
    return closed;
  }

  /** Lets those go who wait for changes. */
  synchronized void release() {
    closed = true;
    benches.values().forEach(Bench::leave);
  }

  @Override
  public synchronized void close() throws IOException {
    release();
    for (Bench bench : benches.values()) {
      bench.close();
    }
  }
}
