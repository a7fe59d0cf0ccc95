package dev.certus.reference;

import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What records of the pack's candidates can hold. */
final class RecordSection {

  private final RecordShape shape;

  RecordSection(RecordShape shape) {
    this.shape = shape;
  }

  String text() {
    return "## Records\n\n"
        + "A record is one candidate, with `candidateId`, and `zone` where it is known. It can have"
        + " these fields and lists; those marked * must be there.\n\n"
        + candidate()
        + shape.lists().stream().map(this::list).collect(Collectors.joining());
  }

  private String candidate() {
    String table = table(shape.candidate());
    return table.isEmpty() ? "" : "### The candidate\n\n" + table;
  }

  private String list(RecordList list) {
    String needs =
        list.needs().isEmpty()
            ? ""
            : " Each has %s."
                .formatted(
                    list.needs().stream().map(Markdown::code).collect(Collectors.joining(" or ")));
    return "### %s\n\n%s%s\n\n%s"
        .formatted(list.name(), list.description(), needs, table(list.item()));
  }

  private static String table(RecordObject object) {
    return Markdown.table(
        List.of("field", "holds", "meaning"),
        object.fields().stream().flatMap(field -> rows("", field)).toList());
  }

  private static Stream<List<String>> rows(String within, RecordField field) {
    String name = within + field.name();
    List<String> row =
        List.of(
            Markdown.code(name) + (field.required() ? "*" : ""), holds(field), field.description());
    return field.object() == null
        ? Stream.of(row)
        : Stream.concat(
            Stream.of(row), field.object().fields().stream().flatMap(one -> rows(name + ".", one)));
  }

  private static String holds(RecordField field) {
    String type =
        switch (field.kind()) {
          case WORD -> words(field);
          case NUMBER, DECIMAL ->
              "%s, %s to %s".formatted(field.kind(), field.least(), field.most());
          case OBJECT -> "fields";
          default -> field.kind().toString();
        };
    String of = field.of() == null ? "" : ", an id of `" + field.of() + "`";
    String otherwise =
        field.otherwise() == null ? "" : ", else " + Markdown.code(field.otherwise());
    return type + of + otherwise;
  }

  private static String words(RecordField field) {
    return field.words().all().stream().map(Markdown::code).collect(Collectors.joining(", "));
  }
}
