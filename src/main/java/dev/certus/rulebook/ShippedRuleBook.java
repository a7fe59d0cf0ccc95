package dev.certus.rulebook;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleBytes;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.record.RecordShape;
import java.io.IOException;
import java.io.Serializable;
import java.util.TreeMap;

/**
 * A policy pack with its compiled rules, to be sent to other machines: they need not compile, nor
 * have the pack's folder. It serves programs of the same build. Immutable.
 */
public final class ShippedRuleBook implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String folder;
  private final TreeMap<String, String> texts;
  private final String hash;
  private final byte[] rules;

  private ShippedRuleBook(PackFiles files, byte[] rules) {
    this.folder = files.folder();
    this.texts = new TreeMap<>(files.texts());
    this.hash = files.hash();
    this.rules = rules;
  }

  /**
   * Compiles a pack, or takes its compiled rules from a cache.
   *
   * @throws PackException with place, cause and cure of all that is found wrong with the pack
   */
  public static ShippedRuleBook of(PackFiles files, RuleCache cache) {
    CompiledRules compiled = RuleBook.compiled(files, cache);
    return new ShippedRuleBook(files, RuleBytes.of(compiled));
  }

  /** The rule book: some tenths of a second, so open one and share it. */
  public RuleBook open() {
    try {
      return RuleBook.of(files(), RuleBytes.read(rules));
    } catch (IOException e) {
      throw new IllegalStateException("the rules are not those that were shipped", e);
    }
  }

  private PackFiles files() {
    return new PackFiles(folder, texts);
  }

  /** The lists and fields of the records that it decides. */
  public RecordShape record() {
    return files().record();
  }

  /** SHA-256 over the pack's files, in hexadecimal; the same as {@link RuleBook#hash}. */
  public String hash() {
    return hash;
  }
}
