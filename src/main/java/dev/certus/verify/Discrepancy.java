package dev.certus.verify;

/**
 * Something that is not as the manifest says, or does not follow.
 *
 * @param kind what it is about: {@code pack}, {@code catalogue}, {@code time-zones}, {@code input},
 *     {@code output}, {@code rejected}, {@code counts}, {@code decision}
 * @param where the place: a folder, a file and line, a table
 * @param what what is wrong, in words
 * @param expected what stood there, or had to
 * @param found the text there
 * @param help what to do next
 */
public record Discrepancy(
    String kind, String where, String what, String expected, String found, String help) {}
