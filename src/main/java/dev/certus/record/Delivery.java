package dev.certus.record;

/** Where an exam is sat. Written in records in lower case, with hyphens. */
public enum Delivery {
  ONLINE,
  TEST_CENTER
}
