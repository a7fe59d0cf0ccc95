package dev.certus.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Pairs of Ed25519 keys in files, as PEM, which OpenSSL reads, too. */
public final class Keys {

  static final String ALGORITHM = "Ed25519";

  private static final String PRIVATE = "PRIVATE KEY";
  private static final String PUBLIC = "PUBLIC KEY";
  private static final int LONGEST = 4096;

  private Keys() {}

  /** The file of the public key that belongs to the private key in a file. */
  public static Path publicKey(Path file) {
    return file.resolveSibling(file.getFileName() + ".pub");
  }

  /**
   * Makes a pair of keys: the private one in the file, which only its owner can read, and the
   * public one beside it, in a file whose name ends in {@code .pub}.
   *
   * @throws IOException where one of the files is there already, or cannot be written
   */
  public static void make(Path file) throws IOException {
    for (Path one : new Path[] {file, publicKey(file)}) {
      if (Files.exists(one)) {
        throw new IOException(
            one + " is there already, and a key is never replaced\n  help: name another file");
      }
    }
    try {
      KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      create(file, pem(PRIVATE, pair.getPrivate().getEncoded()), "rw-------");
      create(publicKey(file), pem(PUBLIC, pair.getPublic().getEncoded()), "rw-r--r--");
    } catch (FileAlreadyExistsException e) {
      throw new IOException(e.getFile() + " is there already, and a key is never replaced", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java 17 has Ed25519
    }
  }

  private static void create(Path file, String text, String permissions) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] attributes =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
            }
            : new FileAttribute<?>[0];
    Files.writeString(Files.createFile(file, attributes), text);
  }

  private static String pem(String what, byte[] encoded) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(what, Base64.getEncoder().encodeToString(encoded), what);
  }

  /**
   * The private key in a file.
   *
   * @throws IOException where there is none
   */
  public static PrivateKey readPrivate(Path file) throws IOException {
    byte[] encoded = encoded(file, PRIVATE);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, PRIVATE);
    }
  }

  static PublicKey readPublic(Path file) throws IOException {
    byte[] encoded = encoded(file, PUBLIC);
    try {
      return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw noKey(file, PUBLIC);
    }
  }

  private static byte[] encoded(Path file, String what) throws IOException {
    if (Files.exists(file) && (!Files.isRegularFile(file) || Files.size(file) > LONGEST)) {
      throw noKey(file, what);
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
    String begin = "-----BEGIN %s-----".formatted(what);
    String end = "-----END %s-----".formatted(what);
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw noKey(file, what);
    }
    try {
      return Base64.getMimeDecoder()
          .decode(text.substring(begin.length(), text.length() - end.length()));
    } catch (IllegalArgumentException e) {
      throw noKey(file, what);
    }
  }

  private static IOException noKey(Path file, String what) {
    return new IOException(
        "%s holds no Ed25519 %s%n  help: `certus key FILE` makes FILE, the private key, and FILE.pub"
            .formatted(file, what.toLowerCase(java.util.Locale.ROOT)));
  }
}
