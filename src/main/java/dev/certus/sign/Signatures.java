package dev.certus.sign;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** Signatures of files, each in a file beside it. */
public final class Signatures {

  private static final int LONGEST = 4096;

  private Signatures() {}

  /** The file of a file's signature: its name with {@code .sig}. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".sig");
  }

  /**
   * The signature of some bytes, in base64, ended by a line feed.
   *
   * @param key an Ed25519 key
   */
  public static String of(byte[] bytes, PrivateKey key) {
    try {
      Signature signature = Signature.getInstance(Keys.ALGORITHM);
      signature.initSign(key);
      signature.update(bytes);
      return Base64.getEncoder().encodeToString(signature.sign()) + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java 17 has Ed25519, and the key is one
    }
  }

  /**
   * Whether the signature beside a file is that of the file, by the owner of a key.
   *
   * @param key the file of the public key
   * @throws IOException where one of the three files is missing, or holds no key
   */
  public static boolean holds(Path file, Path key) throws IOException {
    Path signed = beside(file);
    if (Files.exists(signed) && (!Files.isRegularFile(signed) || Files.size(signed) > LONGEST)) {
      return false;
    }
    String text = new String(Files.readAllBytes(signed), StandardCharsets.ISO_8859_1).strip();
    try {
      Signature signature = Signature.getInstance(Keys.ALGORITHM);
      signature.initVerify(Keys.readPublic(key));
      signature.update(Files.readAllBytes(file));
      return signature.verify(Base64.getDecoder().decode(text));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false; // it is no signature
    }
  }
}
