package dev.certus.record;

/** The outcome of an exam attempt. Records write it in lower case, with hyphens. */
public enum Outcome {
  PASS,
  FAIL,
  PENDING,
  INVALIDATED
}
