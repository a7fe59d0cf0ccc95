package dev.certus.verify;

import dev.certus.file.FileHash;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordSource;
import java.io.IOException;
import java.util.List;

/** Files that may be damaged: where they cannot be read on, they end, and the cause is kept. */
final class GuardedSource implements RecordSource {

  private final RecordSource source;
  private IOException damage;

  GuardedSource(RecordSource source) {
    this.source = source;
  }

  /** Why it could not be read to its end, or null. */
  IOException damage() {
    return damage;
  }

  @Override
  public InputRecord next() throws IOException {
    if (damage != null) {
      return null;
    }
    try {
      return source.next();
    } catch (IOException e) {
      damage = e;
      return null;
    }
  }

  @Override
  public String name() {
    return source.name();
  }

  @Override
  public String kind() {
    return source.kind();
  }

  @Override
  public double progress() {
    return source.progress();
  }

  @Override
  public List<FileHash> files() throws IOException {
    return source.files();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
