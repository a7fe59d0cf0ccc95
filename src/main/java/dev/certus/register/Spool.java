package dev.certus.register;

import dev.certus.file.NamedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes entries as rows of CSV, in the order of {@link RegisterTables#SPOOL_COLUMNS}. */
final class Spool implements Closeable {

  private final OutputStream out;

  Spool(Path file) throws IOException {
    this.out =
        new BufferedOutputStream(
            new NamedOutputStream(Files.newOutputStream(file), file.toString()), 1 << 16);
  }

  /** A row's numbers; null and no number are empty cells. */
  Spool number(Long value) throws IOException {
    return plain(value == null ? "" : value.toString());
  }

  /** A text without a quote, a comma or a line end. */
  Spool word(String text) throws IOException {
    return plain(text == null ? "" : text);
  }

  private Spool plain(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.write(',');
    return this;
  }

  /** A text, whatever it is. */
  Spool text(String text) throws IOException {
    return text == null ? word("") : plain('"' + text.replace("\"", "\"\"") + '"');
  }

  Spool key(Key key) throws IOException {
    return number(key.high()).number(key.low());
  }

  /** Ends a row by a number. */
  void end(long last) throws IOException {
    out.write(Long.toString(last).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }

  void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
