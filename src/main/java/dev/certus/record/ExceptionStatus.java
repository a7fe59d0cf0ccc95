package dev.certus.record;

/** How far a request for an exception has come. Written in records in lower case, with hyphens. */
public enum ExceptionStatus {
  REQUESTED,
  APPROVED,
  DENIED
}
