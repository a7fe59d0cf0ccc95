package dev.certus.reference;

import dev.certus.rulebook.RuleBook;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference manual of a pack, as Markdown: all that the pack says, for those who do not read
 * rules. It depends on the pack alone.
 */
public final class Reference {

  private Reference() {}

  /** The manual of a pack. */
  public static String of(RuleBook book) {
    String head =
        """
        # %s: reference

        Version %s of the pack `%s`, written by `certus reference` from the pack itself.

        """
            .formatted(book.pack().title(), book.pack().version(), book.pack().name());
    return Stream.of(
            new DecisionSection(book).text(),
            new ClauseSection(book).text(),
            new TermSection(book.pack()).text(),
            new ReadingSection(book).text(),
            new RecordSection(book.pack().record()).text(),
            new FactSection(book).text(),
            new PictureSection(book).text(),
            new CatalogueSection(book.pack().catalogue()).text())
        .collect(Collectors.joining("", head, ""))
        .stripTrailing()
        .concat("\n");
  }
}
