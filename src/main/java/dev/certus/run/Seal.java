package dev.certus.run;

import dev.certus.file.FileHash;
import java.security.PrivateKey;

/**
 * What seals a manifest.
 *
 * @param key an Ed25519 key that signs the manifest, or null
 * @param previous the manifest of the run before, or null
 */
public record Seal(PrivateKey key, FileHash previous) {

  /** Neither a key nor a run before. */
  public static final Seal NONE = new Seal(null, null);
}
