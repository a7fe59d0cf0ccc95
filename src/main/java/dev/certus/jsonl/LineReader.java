package dev.certus.jsonl;

import dev.certus.run.RecordPlace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Splits bytes into lines at line feeds, in bounded memory. A carriage return before a line feed is
 * part of the line end, and a byte order mark at the very start is no part of the first line.
 */
final class LineReader {

  /** The longest line that is kept in memory, in bytes. */
  private static final int KEPT = 64 << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int filled;
  private long number;
  private long offset;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line, or null at the end of the input. */
  InputLine next() throws IOException {
    if (at == filled && !fill()) {
      return null;
    }
    if (number == 0) {
      skipByteOrderMark();
    }
    long start = offset;
    int end = end();
    return end < filled ? whole(start, end) : parts(start);
  }

  /** Where the line ends that begins here, or else where the buffer does. */
  private int end() {
    int end = at;
    while (end < filled && buffer[end] != '\n') {
      end++;
    }
    return end;
  }

  /** A line that the buffer holds, as most are. */
  private InputLine whole(long start, int end) {
    ByteBuffer bytes = bytes(Arrays.copyOfRange(buffer, at, end));
    offset += end + 1 - at;
    at = end + 1;
    return line(start, bytes, bytes.limit(), true);
  }

  /** A line that goes on behind the buffer. */
  private InputLine parts(long start) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2 * buffer.length);
    long length = 0;
    boolean ended = false;
    while (!ended && (at < filled || fill())) {
      int end = end();
      length += end - at;
      if (length <= KEPT) {
        line.write(buffer, at, end - at);
      }
      ended = end < filled;
      offset += end - at + (ended ? 1 : 0);
      at = end + (ended ? 1 : 0);
    }
    ByteBuffer bytes = length > KEPT ? null : bytes(line.toByteArray());
    return line(start, bytes, bytes == null ? length : bytes.limit(), ended);
  }

  private InputLine line(long start, ByteBuffer bytes, long length, boolean ended) {
    number++;
    return new InputLine(new RecordPlace.Line(number, start, length, ended), bytes);
  }

  /** A line without the carriage return at its end, if there is one. */
  private static ByteBuffer bytes(byte[] bytes) {
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return ByteBuffer.wrap(bytes, 0, carriageReturn ? bytes.length - 1 : bytes.length);
  }

  private void skipByteOrderMark() {
    boolean marked = filled - at >= BYTE_ORDER_MARK.length;
    for (int i = 0; marked && i < BYTE_ORDER_MARK.length; i++) {
      marked = buffer[at + i] == BYTE_ORDER_MARK[i];
    }
    if (marked) {
      at += BYTE_ORDER_MARK.length;
      offset += BYTE_ORDER_MARK.length;
    }
  }

  private boolean fill() throws IOException {
    at = 0;
    filled = Math.max(in.read(buffer), 0);
    return filled > 0;
  }
}
