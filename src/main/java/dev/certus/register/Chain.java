package dev.certus.register;

import dev.certus.file.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * The hashes by which each row of a register follows from the one before: a row that is altered,
 * removed or put in breaks the chain.
 */
final class Chain {

  /** What the first row follows from. */
  static final String START = "0".repeat(Sha256.HEX_LENGTH);

  private final MessageDigest digest;

  Chain() {
    this.digest = Sha256.digest();
  }

  /** The digest of what an entry says, wherever in the chain it stands, in hexadecimal. */
  String said(
      String candidateId,
      EntryState state,
      String recordSha256,
      String nextChangeAt,
      String answer,
      String content) {
    add(candidateId);
    add(state.written());
    add(recordSha256);
    add(nextChangeAt);
    add(answer);
    add(content);
    return Sha256.hex(digest);
  }

  /** The hash of an entry. */
  String entry(
      String previous, long number, long run, EntryCause cause, long recordEntry, String said) {
    add(previous);
    ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES);
    numbers.putLong(number).putLong(run).putLong(recordEntry).flip();
    digest.update(numbers);
    add(cause.written());
    add(said);
    return Sha256.hex(digest);
  }

  /** The hash of an entry that was read. */
  String entry(String previous, Entry entry) {
    String said =
        said(
            entry.candidateId(),
            entry.state(),
            entry.recordSha256(),
            entry.nextChangeAt(),
            entry.answer(),
            entry.content());
    long recordEntry = entry.recordEntry() == null ? 0 : entry.recordEntry();
    return entry(previous, entry.number(), entry.run(), entry.cause(), recordEntry, said);
  }

  /** The hash of a run. */
  String run(String previous, Run run) {
    add(previous);
    for (Object part :
        List.of(
            run.number(),
            run.asOf(),
            run.policy().packSha256(),
            run.policy().packName(),
            run.policy().packVersion(),
            run.policy().program(),
            run.policy().timeZones(),
            run.policy().maxFacts(),
            run.input(),
            run.records(),
            run.recordsSha256(),
            run.decided(),
            run.rejected(),
            run.entries(),
            run.entriesHash())) {
      add(part.toString());
    }
    return Sha256.hex(digest);
  }

  /** The hash of some bytes. */
  byte[] of(ByteBuffer bytes) {
    digest.update(bytes.duplicate());
    return digest.digest();
  }

  /** The key of a text. */
  Key key(String text) {
    return Key.of(text, digest);
  }

  static String hex(byte[] sha256) {
    return HexFormat.of().formatHex(sha256);
  }

  /** Adds a part behind its length, so that no two lists of parts look alike. */
  private void add(String part) {
    byte[] bytes = part == null ? new byte[0] : part.getBytes(StandardCharsets.UTF_8);
    digest.update(
        ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).flip());
    digest.update(bytes);
  }
}
