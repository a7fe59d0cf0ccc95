package dev.certus.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.net.Socket;

/** A stream of records to a service, which the test sends and reads line by line. */
public final class Conversation implements AutoCloseable {

  private final Socket socket;
  private final Writer out;
  private final Reader in;

  private Conversation(Socket socket) throws IOException {
    this.socket = socket;
    this.out = new OutputStreamWriter(socket.getOutputStream(), UTF_8);
    this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  /** Begins a stream as of 2026-11-23T08:00:00Z; closes the connection at the end. */
  public static Conversation on(Socket socket) throws IOException {
    Conversation talk = new Conversation(socket);
    talk.out.write("POST /v1/packs/aws/decide?asOf=2026-11-23T08:00:00Z HTTP/1.1\r\n");
    talk.out.write("Host: localhost\r\nContent-Type: application/x-ndjson\r\n");
    talk.out.write("Transfer-Encoding: chunked\r\n\r\n");
    return talk;
  }

  /** Sends a part of the body. */
  public void send(String text) throws IOException {
    int bytes = text.getBytes(UTF_8).length;
    out.write(Integer.toHexString(bytes) + "\r\n" + text + "\r\n");
    out.flush();
  }

  /** Ends the body. */
  public void end() throws IOException {
    out.write("0\r\n\r\n");
    out.flush();
  }

  /** The next answer, without its line end; null at the proper end of all. */
  public String line() throws IOException {
    StringBuilder line = new StringBuilder();
    while (true) {
      int c = next();
      if (c < 0) {
        return null;
      }
      if (c == '\n') {
        return line.toString();
      }
      line.append((char) c);
    }
  }

  private int left = -1; // of the present chunk; -1 before the first

  /** The next character of the body; -1 at its end. The bodies of these tests are ASCII. */
  private int next() throws IOException {
    if (left < 0) {
      while (!header().isEmpty()) {}
      left = 0;
    } else if (left == 0) {
      header(); // the line end of the last chunk
    }
    if (left == 0) {
      left = Integer.parseInt(header(), 16);
      if (left == 0) {
        return -1;
      }
    }
    left--;
    return read();
  }

  private String header() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = read(); c != '\n'; c = read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  private int read() throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new IOException("broken off");
    }
    return c;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
