package dev.certus.run;

import java.io.ByteArrayOutputStream;

/** Bytes whose end can be taken back. */
final class ChunkBytes extends ByteArrayOutputStream {

  ChunkBytes(int usual) {
    super(usual);
  }

  /** Takes back all but the first bytes. */
  synchronized void cutTo(int length) {
    count = length;
  }
}
