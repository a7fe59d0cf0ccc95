package dev.certus.verify;

import java.io.Closeable;
import java.io.IOException;

/** The items of an output, in their order. */
public interface Items extends Closeable {

  /** The next item, or null at the end. */
  Item next() throws IOException;
}
