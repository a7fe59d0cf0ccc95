package dev.certus.verify;

import dev.certus.batch.Checkpoint;
import dev.certus.batch.FileHash;
import dev.certus.batch.Sink;
import java.io.IOException;

/**
 * Takes decisions as they follow from the records, and compares them with those of an output, in
 * order, until the first that differs. What was decided of a sample of candidates is compared with
 * what the output has of them.
 */
final class Comparison implements Sink {

  private final Written output;
  private final Sample sample;
  private Items items; // opened when it is first needed
  private Finding finding;

  Comparison(Written output, Sample sample) {
    this.output = output;
    this.sample = sample;
  }

  @Override
  public void write(byte[] decisions) throws IOException {
    if (finding != null || decisions.length == 0) {
      return;
    }
    try (Items following = output.following(decisions)) {
      Item expected = following.next();
      while (expected != null && finding == null) {
        finding = compare(expected, actual());
        expected = following.next();
      }
    }
  }

  /** The first difference, or null; to be called when all was written. */
  Finding finding() {
    if (finding == null) {
      Item more = actual();
      finding = more == null ? finding : Differences.extra(output.name(), more);
    }
    return finding;
  }

  private Finding compare(Item expected, Item actual) {
    if (finding != null) {
      return finding; // the output could not be read
    }
    if (actual == null) {
      return Differences.missing(output.name(), expected);
    }
    return expected.content().equals(actual.content())
        ? null
        : Differences.between(output.name(), expected, actual);
  }

  /** The next item of a chosen candidate; null at the end, or where it cannot be read. */
  private Item actual() {
    try {
      if (items == null) {
        items = output.items();
      }
      Item item = items.next();
      while (item != null && !sample.chooses(item.candidateId())) {
        item = items.next();
      }
      return item;
    } catch (IOException e) {
      finding = Differences.unreadable(output.name(), e);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (items != null) {
      items.close();
    }
  }

  @Override
  public Checkpoint resume() {
    return null;
  }

  @Override
  public long cut() {
    return 0;
  }

  @Override
  public void commit(Checkpoint checkpoint) {}

  @Override
  public FileHash hash() throws IOException {
    return output.hash();
  }

  @Override
  public void complete() {}
}
