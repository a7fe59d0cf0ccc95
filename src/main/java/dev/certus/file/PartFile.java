package dev.certus.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;

/**
 * A file that is written aside, as {@code NAME.part}, and takes its name once it is whole and on
 * the disk. It is compressed if the end of its name asks for it.
 */
public final class PartFile implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final Path part;
  private final FileChannel channel; // null where an earlier run has completed the file
  private final MessageDigest digest; // of all that goes through raw
  private final OutputStream raw;
  private OutputStream stream; // open while something is written since the last cut
  private long cut;

  /**
   * A file that already has content.
   *
   * @param written hash of what counts of it already, which is {@code length} bytes long
   */
  private PartFile(Path file, FileChannel channel, MessageDigest written, long length) {
    this.file = file;
    this.part = part(file);
    this.channel = channel;
    this.digest = written;
    this.raw =
        channel == null
            ? OutputStream.nullOutputStream()
            : new BufferedOutputStream(
                new NamedOutputStream(
                    new DigestOutputStream(Channels.newOutputStream(channel), digest),
                    file.toString()),
                BUFFER);
    this.cut = length;
  }

  private static Path part(Path file) {
    return file.resolveSibling(file.getFileName() + ".part");
  }

  /** A new file. */
  public static PartFile create(Path file) throws IOException {
    check(file);
    return new PartFile(file, channel(file, 0), Sha256.digest(), 0);
  }

  /** Checks that there may be such a file. */
  public static void check(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder\n  help: name a file in it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "cannot write %s: its folder does not exist%n  help: create %s first"
              .formatted(file, folder));
    }
  }

  /**
   * A file that an earlier run began, or even completed.
   *
   * @param counts how much of it counts; the rest is cut off
   * @throws IOException where it is gone, or not what counted; it is left as it is then
   */
  public static PartFile resume(Path file, Extent counts) throws IOException {
    boolean begun = Files.exists(part(file));
    if (!begun && counts.bytes() > 0 && Files.exists(file) && Files.size(file) == counts.bytes()) {
      return new PartFile(file, null, checked(file, counts), counts.bytes());
    }
    if (counts.bytes() > 0 && !begun) {
      throw changed(part(file), "is gone");
    }
    MessageDigest digest = begun ? checked(part(file), counts) : Sha256.digest();
    return new PartFile(file, channel(file, counts.bytes()), digest, counts.bytes());
  }

  /** A digest of what counts in a file, which can take more. */
  private static MessageDigest checked(Path file, Extent counts) throws IOException {
    MessageDigest digest = FileHash.digest(file, counts.bytes());
    if (!Sha256.soFar(digest).equals(counts.sha256())) {
      throw changed(file, "is not what its checkpoint says: it was cut off or changed");
    }
    return digest;
  }

  private static IOException changed(Path file, String how) {
    return new IOException(
        "%s %s%n  help: run it once without checkpoints, to start over".formatted(file, how));
  }

  private static FileChannel channel(Path file, long length) throws IOException {
    FileChannel channel =
        FileChannel.open(part(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel.truncate(length);
    channel.position(length);
    return channel;
  }

  /** Where to write. */
  public OutputStream stream() throws IOException {
    if (stream == null) {
      stream = Compression.ofName(file.toString()).compress(new Unclosed(raw));
    }
    return stream;
  }

  /** The place of the file until it takes its name. */
  public Path path() {
    return part;
  }

  /** What counts so far; what is written next is apart from it, also in compressed files. */
  public Extent cut() throws IOException {
    end(false);
    return new Extent(cut, Sha256.soFar(digest));
  }

  private void end(boolean whole) throws IOException {
    if (whole && channel != null && cut == 0) {
      stream(); // a compressed file is one even where nothing is in it
    }
    if (stream != null) {
      stream.close();
      stream = null;
      raw.flush();
      cut = channel.position();
    }
  }

  /** Waits until all up to the last cut is on the disk. */
  public void force() throws IOException {
    if (channel != null) {
      channel.force(true);
    }
  }

  /** All that was written, in short. To be called once, when all is written. */
  public FileHash hash() throws IOException {
    end(true);
    return new FileHash(file.toString(), cut, Sha256.hex(digest));
  }

  /** Gives the file its name, durably, in place of an earlier one. */
  public void complete() throws IOException {
    if (channel != null) {
      end(true);
      force();
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      channel.close();
      forceFolder();
    }
  }

  /** Waits until the file's name is on the disk, too. */
  private void forceFolder() throws IOException {
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folders, and needs not.
    }
  }

  /** Closes the file and keeps what was written of it. */
  public void keep() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }

  /** Removes what was written of a file that was not completed. */
  @Override
  public void close() throws IOException {
    if (channel != null && channel.isOpen()) {
      channel.close();
      Files.deleteIfExists(part);
    }
  }

  /** Keeps the file open when a compressor ends its data. */
  private static final class Unclosed extends FilterOutputStream {

    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
