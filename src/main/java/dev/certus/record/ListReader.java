package dev.certus.record;

import dev.certus.problem.DidYouMean;
import dev.certus.yaml.Fields;
import dev.certus.yaml.Yaml;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what a pack says of a list beside its fields; what it does not say is as it was before. */
final class ListReader {

  private final Fields fields;
  private final RecordList before;
  private final String name;

  ListReader(Fields fields, RecordList before, String name) {
    this.fields = fields;
    this.before = before;
    this.name = name;
  }

  RecordList read(RecordObject item) {
    return new RecordList(
        name,
        item,
        fields.text("description", before == null ? "" : before.description()),
        happens(item),
        fields.optional("ahead") == null ? before != null && before.ahead() : fields.flag("ahead"),
        zone(),
        known(item),
        needs(item),
        fields.text("says", before == null ? says(item) : before.says()),
        called(item));
  }

  private String called(RecordObject item) {
    Yaml called = fields.optional("called");
    if (called != null) {
      return called.text() + " {id}";
    }
    return before == null ? FactName.words(item.name()) + " {id}" : before.called();
  }

  /** Each field that is there, behind the name of the fact. */
  private static String says(RecordObject item) {
    StringBuilder says = new StringBuilder(FactName.words(item.name())).append(" {id}");
    for (RecordField field : item.fields()) {
      boolean shown = !Set.of(RecordShape.ID, RecordShape.ZONE).contains(field.name());
      if (shown && field.object() == null) {
        says.append(
            field.kind() == FieldKind.FLAG
                ? ", {%s}".formatted(field.name())
                : "[, %s {%s}]".formatted(FactName.words(field.name()), FactName.of(item, field)));
      }
    }
    return says.toString();
  }

  private String happens(RecordObject item) {
    Yaml happens = fields.optional("happens");
    if (happens == null) {
      return before == null ? null : before.happens();
    }
    RecordField field = field(item, happens);
    boolean time = field.kind() == FieldKind.INSTANT || field.kind() == FieldKind.DAY;
    if (!time || !field.required()) {
      throw happens.problem(
          "a fact happens at a required instant or day; `%s` is none".formatted(field.name()),
          "write `{type: instant, required: true}`, or `day`");
    }
    return field.name();
  }

  private ZoneId zone() {
    Yaml zone = fields.optional("zone");
    if (zone == null) {
      return before == null ? null : before.zone();
    }
    ZoneId known = FieldType.zone(zone.text());
    if (known == null) {
      throw zone.problem(
          "`%s` is no IANA time zone".formatted(zone.text()), "write it like Europe/Berlin or UTC");
    }
    return known;
  }

  private RecordList.Known known(RecordObject item) {
    Yaml known = fields.optional("known");
    if (known == null) {
      return before == null ? null : before.known();
    }
    Fields parts = new Fields(known);
    Yaml at = parts.required("at");
    if (field(item, at).kind() != FieldKind.INSTANT) {
      throw at.problem("a value becomes known at an instant", "name a field of that type");
    }
    Yaml hides = parts.required("hides");
    RecordField hidden = field(item, hides);
    Yaml as = parts.required("as");
    if (hidden.kind() != FieldKind.WORD) {
      throw hides.problem("only a word can be hidden until it is known", "name such a field");
    }
    if (!hidden.words().all().contains(as.text())) {
      throw as.problem(
          "`%s` has no word `%s`".formatted(hides.text(), as.text()),
          DidYouMean.oneOf(as.text(), hidden.words().all()));
    }
    parts.done();
    return new RecordList.Known(at.text(), hides.text(), as.text());
  }

  private List<String> needs(RecordObject item) {
    Yaml needs = fields.optional("needs");
    if (needs == null) {
      return before == null ? List.of() : before.needs();
    }
    List<String> names = new ArrayList<>();
    needs.list().forEach(one -> names.add(field(item, one).name()));
    return names;
  }

  private static RecordField field(RecordObject item, Yaml name) {
    RecordField field = item.field(name.text());
    if (field == null) {
      throw name.problem(
          "there is no field `%s`".formatted(name.text()),
          DidYouMean.oneOf(name.text(), item.fields().stream().map(RecordField::name).toList()));
    }
    return field;
  }
}
