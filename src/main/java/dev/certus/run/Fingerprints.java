package dev.certus.run;

/**
 * A set of texts that keeps 64 bits of each, 16 bytes at most a text. Two of five million texts are
 * taken for one with a probability below one in a million.
 */
public final class Fingerprints {

  private static final int FIRST_SIZE = 1 << 12;

  private long[] slots = new long[FIRST_SIZE]; // 0 is free
  private int filled;

  /** Adds a text; whether it is new. */
  public boolean add(String text) {
    if (filled >= slots.length / 4 * 3) {
      grow();
    }
    boolean added = put(slots, fingerprint(text));
    filled += added ? 1 : 0;
    return added;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long slot : slots) {
      if (slot != 0) {
        put(larger, slot);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long fingerprint) {
    int mask = slots.length - 1;
    int at = (int) fingerprint & mask;
    while (slots[at] != 0 && slots[at] != fingerprint) {
      at = (at + 1) & mask;
    }
    boolean isNew = slots[at] == 0;
    slots[at] = fingerprint;
    return isNew;
  }

  /** FNV-1a over the characters, its bits spread as MurmurHash does; never 0. */
  private static long fingerprint(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
