package dev.certus.record;

/**
 * Why a candidate asks not to be held to a missed appointment. Written in records in lower case,
 * with hyphens.
 */
public enum ExceptionKind {
  MEDICAL,
  OTHER
}
