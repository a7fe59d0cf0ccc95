package dev.certus.jsonl;

import dev.certus.run.RecordPlace;
import java.nio.ByteBuffer;

/**
 * A line of the input.
 *
 * @param place its place
 * @param bytes its bytes, without its line end; or null where it is too long to be held in memory
 */
record InputLine(RecordPlace.Line place, ByteBuffer bytes) {

  /** How many bytes it has. */
  long length() {
    return place.length();
  }

  /** Whether there is nothing in it. */
  boolean isBlank() {
    for (int i = 0; bytes != null && i < bytes.limit(); i++) {
      if (bytes.get(i) != ' ' && bytes.get(i) != '\t') {
        return false;
      }
    }
    return bytes != null;
  }
}
