package dev.certus.compile;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * DRL as the compiler takes it, line by line as it is written: in ASCII, for Drools writes Java in
 * the machine's encoding, which may lack a character; and with sets that keep their order.
 */
final class CompilerText {

  private static final String COLLECT_SET = "collectSet";
  private static final String IN_ORDER =
      " import accumulate %s %s".formatted(CollectInOrder.class.getName(), COLLECT_SET);

  private CompilerText() {}

  /** The texts of the DRL files of a pack, by their names. */
  static SortedMap<String, String> of(PackFiles files) {
    SortedMap<String, String> texts = new TreeMap<>(files.drl());
    if (texts.values().stream().anyMatch(text -> text.contains(COLLECT_SET))) {
      DrlTree.of(files)
          .packages()
          .forEach(name -> texts.computeIfPresent(name.file(), keepsOrder(name)));
    }
    texts.replaceAll((file, text) -> ascii(text));
    return texts;
  }

  private static java.util.function.BiFunction<String, String, String> keepsOrder(Span name) {
    return (file, text) -> name.replacedIn(text, name.text() + IN_ORDER);
  }

  private static String ascii(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length() + 100);
    text.chars()
        .forEach(
            c -> {
              if (c < 0x80) {
                ascii.append((char) c);
              } else {
                ascii.append("\\u%04x".formatted(c));
              }
            });
    return ascii.toString();
  }
}
