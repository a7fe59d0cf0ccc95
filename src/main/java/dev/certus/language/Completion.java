package dev.certus.language;

/**
 * Something that can be written at a place.
 *
 * @param label what is written
 * @param kind what it is, in a word
 * @param detail its meaning, in a line; or empty
 */
public record Completion(String label, String kind, String detail) {}
