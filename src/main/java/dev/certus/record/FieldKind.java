package dev.certus.record;

import java.util.Locale;

/** What the values of a field are. Packs write the kinds in lower case. */
public enum FieldKind {
  /** Any text. */
  TEXT,
  /** A text that is not blank, and names something. */
  NAME,
  /** The code of an exam; the catalogue may lack it. */
  EXAM,
  /** The code of a certification; the catalogue may lack it. */
  CERTIFICATION,
  /** The code of an activity; the catalogue may lack it. */
  ACTIVITY,
  /** A whole number. */
  NUMBER,
  /** A number with decimal places. */
  DECIMAL,
  /** True or false. */
  FLAG,
  /** A date, the same in every zone. */
  DATE,
  /** A date in the zone that governs the fact. */
  DAY,
  /** An instant: a date and a time with an offset. */
  INSTANT,
  /** A time zone of IANA. */
  ZONE,
  /** One word of a list. */
  WORD,
  /** An object with fields of its own. */
  OBJECT;

  /** As packs write it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a value is a text that names an entry of the catalogue. */
  public boolean isReference() {
    return this == EXAM || this == CERTIFICATION || this == ACTIVITY;
  }
}
