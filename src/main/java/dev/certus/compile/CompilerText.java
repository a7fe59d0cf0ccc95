package dev.certus.compile;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.RuleDates;
import dev.certus.drl.Span;
import dev.certus.fact.FactTypes;
import dev.certus.pack.PackFiles;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * DRL as the compiler takes it, line by line as it is written: in ASCII, for Drools writes Java in
 * the machine's encoding, which may lack a character; with the record's facts imported, sets that
 * keep their order, and the dates of rules as conditions.
 */
final class CompilerText {

  private static final String COLLECT_SET = "collectSet";
  private static final String IN_ORDER = "collectInOrder";
  private static final String IMPORT =
      " import accumulate %s %s".formatted(CollectInOrder.class.getName(), IN_ORDER);

  /** What dates rules; without it, the whole pack need not be read. */
  private static final Pattern DATED = Pattern.compile("@\\s*(from|until|replaces)");

  private CompilerText() {}

  /**
   * The texts of DRL files, by their names.
   *
   * @param files the files, which may hold only some rules of the pack, each at its place
   * @param pack the whole pack, whose rules may date each other
   */
  static SortedMap<String, String> of(PackFiles files, PackFiles pack) {
    SortedMap<String, String> texts = new TreeMap<>(files.drl());
    edits(DrlTree.of(files), pack).forEach(edit -> edit.in(texts));
    texts.replaceAll((file, text) -> ascii(text));
    return texts;
  }

  /** The last of a file first, so that the others keep their places. */
  private static List<Edit> edits(DrlTree drl, PackFiles pack) {
    String facts =
        FactTypes.of(pack).names().stream().map(" import "::concat).collect(Collectors.joining());
    Stream<Edit> imports =
        drl.packages().stream().map(name -> new Edit(name, name.text() + IMPORT + facts));
    Stream<Edit> calls =
        drl.expressions()
            .filter(part -> part instanceof Call call && call.name().equals(COLLECT_SET))
            .map(part -> new Edit(((Call) part).nameAt(), IN_ORDER));
    boolean dated = pack.drl().values().stream().anyMatch(text -> DATED.matcher(text).find());
    Stream<Edit> dates = dated ? dates(drl, DrlTree.of(pack)) : Stream.empty();
    return Stream.of(imports, calls, dates)
        .flatMap(edits -> edits)
        .sorted(Comparator.comparing((Edit edit) -> edit.span.start()).reversed())
        .toList();
  }

  /** A dated rule asks, where it binds the day that counts, whether it is in force on it. */
  private static Stream<Edit> dates(DrlTree drl, DrlTree pack) {
    return drl.rules().stream()
        .flatMap(
            rule -> {
              RuleDates dates = pack.dates(rule);
              return dates == null || dates.day() == null
                  ? Stream.empty()
                  : Stream.of(
                      new Edit(
                          dates.day().span(),
                          "%s, terms.isInForce( %s, \"%s\", \"%s\" )"
                              .formatted(
                                  dates.day().span().text(),
                                  dates.day().binding(),
                                  Objects.toString(dates.from(), ""),
                                  Objects.toString(dates.until(), ""))));
            });
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
