package dev.certus.record;

/** What became of an exam attempt. Written in records in lower case, with hyphens. */
public enum Outcome {
  PASS,
  FAIL,
  PENDING,
  INVALIDATED
}
