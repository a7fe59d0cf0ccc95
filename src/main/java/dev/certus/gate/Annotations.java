package dev.certus.gate;

import dev.certus.drl.AnnotationSource;
import dev.certus.drl.RuleDates;
import dev.certus.problem.DidYouMean;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The annotations that rules and declared facts may have, each with a text. */
final class Annotations {

  static final List<String> OF_RULES =
      Stream.concat(Stream.of("clause", "readings", "phase"), RuleDates.ANNOTATIONS.stream())
          .toList();
  static final List<String> OF_TYPES = List.of("says");

  private static final Pattern TEXT =
      Pattern.compile("\"(?:[^\"\\\\]++|\\\\.)*+\"", Pattern.DOTALL);

  private Annotations() {}

  static void check(List<AnnotationSource> written, List<String> known, Refusals refusals) {
    for (AnnotationSource annotation : written) {
      if (!known.contains(annotation.name())) {
        refusals.add(
            "unknown-annotation",
            annotation.at(),
            "`@%s` has no meaning here".formatted(annotation.name()),
            DidYouMean.oneOf(annotation.name(), known));
      } else if (!TEXT.matcher(annotation.value().text()).matches()) {
        refusals.add(
            "forbidden-annotation",
            annotation.at(),
            "`@%s` takes one text in quotes".formatted(annotation.name()),
            "write `@%s( \"…\" )`".formatted(annotation.name()));
      }
    }
  }
}
