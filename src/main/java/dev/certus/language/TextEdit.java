package dev.certus.language;

/**
 * A change of a text.
 *
 * @param file the file, as in {@link dev.certus.scenario.PackTexts#all}
 * @param start the offset of the first character that goes
 * @param end the offset after the last character that goes
 * @param text what comes in their place
 */
public record TextEdit(String file, int start, int end, String text) {}
