package dev.certus.language;

import java.util.Locale;

/**
 * A name that a pack defines or uses.
 *
 * @param kind what it names
 * @param name the name; of a field {@code TYPE.FIELD}, of a variable {@code RULE.$VARIABLE}
 */
public record Symbol(Kind kind, String name) {

  /** What a name can stand for. */
  public enum Kind {
    /** A number of terms.yaml. */
    TERM,
    /** A clause of clauses.yaml. */
    CLAUSE,
    /** A reading of readings.yaml. */
    READING,
    /** A decision code of pack.yaml. */
    DECISION,
    /** A phase of pack.yaml. */
    PHASE,
    /** An exam of the catalogue. */
    EXAM,
    /** A certification of the catalogue. */
    CERTIFICATION,
    /** A rule. */
    RULE,
    /** A declared fact type. */
    TYPE,
    /** A field of a declared fact type. */
    FIELD,
    /** A variable of a rule. */
    VARIABLE,
    /** A function. */
    FUNCTION;

    /** The kind in a word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The name as it is written: of a field or variable without what it belongs to. */
  public String written() {
    boolean within = kind == Kind.FIELD || kind == Kind.VARIABLE;
    return within ? name.substring(name.lastIndexOf('.') + 1) : name;
  }
}
