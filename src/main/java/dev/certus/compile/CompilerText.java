package dev.certus.compile;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * DRL as the compiler takes it, line by line as it is written: in ASCII, for Drools writes Java in
 * the machine's encoding, which may lack a character; and with sets that keep their order.
 */
final class CompilerText {

  private static final String COLLECT_SET = "collectSet";
  private static final String IN_ORDER = "collectInOrder";
  private static final String IMPORT =
      " import accumulate %s %s".formatted(CollectInOrder.class.getName(), IN_ORDER);

  private CompilerText() {}

  /** The texts of the DRL files of a pack, by their names. */
  static SortedMap<String, String> of(PackFiles files) {
    SortedMap<String, String> texts = new TreeMap<>(files.drl());
    if (texts.values().stream().anyMatch(text -> text.contains(COLLECT_SET))) {
      edits(DrlTree.of(files)).forEach(edit -> edit.in(texts));
    }
    texts.replaceAll((file, text) -> ascii(text));
    return texts;
  }

  /** The last of a file first, so that the others keep their places. */
  private static List<Edit> edits(DrlTree drl) {
    Stream<Edit> imports =
        drl.packages().stream().map(name -> new Edit(name, name.text() + IMPORT));
    Stream<Edit> calls =
        drl.expressions()
            .filter(part -> part instanceof Call call && call.name().equals(COLLECT_SET))
            .map(part -> new Edit(((Call) part).nameAt(), IN_ORDER));
    return Stream.concat(imports, calls)
        .sorted(Comparator.comparing((Edit edit) -> edit.span.start()).reversed())
        .toList();
  }

  private record Edit(Span span, String by) {

    void in(SortedMap<String, String> texts) {
      texts.computeIfPresent(span.file(), (file, text) -> span.replacedIn(text, by));
    }
  }

  private static String ascii(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    StringBuilder ascii = new StringBuilder(text.length() + 100);
    text.chars()
        .forEach(c -> ascii.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
    return ascii.toString();
  }
}
