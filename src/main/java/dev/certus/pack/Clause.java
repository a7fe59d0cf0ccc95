package dev.certus.pack;

/**
 * A clause of a certification policy.
 *
 * @param id the id that decisions name it by
 * @param title its subject, in a few words
 * @param words the policy's own words, or the pack's where it has none
 * @param source where these words are published
 */
public record Clause(String id, String title, String words, String source) {}
