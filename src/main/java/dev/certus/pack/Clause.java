package dev.certus.pack;

/**
 * A clause of a certification policy.
 *
 * @param id the id that decisions name it by
 * @param title what it settles, in a few words
 * @param words the policy's own words, or what the pack puts in their place
 * @param source where these words stand
 */
public record Clause(String id, String title, String words, String source) {}
