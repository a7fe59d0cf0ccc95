package dev.certus.register;

import java.util.Locale;

/** Why an entry was appended: what is new since the candidate's entry before. */
public enum EntryCause {
  /** The candidate: the register had none, or it was gone. */
  NEW,
  /** The record. */
  RECORD,
  /** The policy, the program that reads it, or its limits. */
  POLICY,
  /** Nothing but the as-of instant. */
  TIME,
  /** The input has no record of the candidate any more. */
  GONE;

  /** As the tables write it: in lower case. */
  public String written() {
    return name().toLowerCase(Locale.ROOT);
  }
}
