package dev.certus.verify;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes decisions as they follow from the records, and compares them with those of an output, in
 * order, until the first that differs. What was decided of a sample of candidates is compared with
 * what the output has of them.
 */
final class OutputComparison implements Closeable {

  private final Written output;
  private final Sample sample;
  private Items items; // opened when it is first needed
  private Discrepancy first;

  OutputComparison(Written output, Sample sample) {
    this.output = output;
    this.sample = sample;
  }

  /** Compares encoded decisions with those that the output has next. */
  void compare(byte[] decisions) throws IOException {
    if (first != null || decisions.length == 0) {
      return;
    }
    try (Items following = output.following(decisions)) {
      Item expected = following.next();
      while (expected != null && first == null) {
        first = compare(expected, actual());
        expected = following.next();
      }
    }
  }

  /** The first difference, or null. Call it when all decisions were compared. */
  Discrepancy first() {
    if (first == null) {
      Item more = actual();
      first = more == null ? first : Differences.extra(output.name(), more);
    }
    return first;
  }

  private Discrepancy compare(Item expected, Item actual) {
    if (first != null) {
      return first; // the output could not be read
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
      first = Differences.unreadable(output.name(), e);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    if (items != null) {
      items.close();
    }
  }
}
