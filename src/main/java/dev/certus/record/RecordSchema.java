package dev.certus.record;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema (draft 2020-12) of the records of a shape, for editors and for those who write
 * records. What a schema cannot say, such as an id that occurs once in a list, is not in it.
 */
public final class RecordSchema {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String OFFSET = "(Z|[+-]\\d\\d:\\d\\d)$";

  private RecordSchema() {}

  /**
   * The schema.
   *
   * @param title what the records are of
   */
  public static String of(RecordShape shape, String title) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", title);
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    name(properties.putObject(RecordShape.CANDIDATE_ID)).put("description", "The candidate's id.");
    properties
        .putObject(RecordShape.ZONE)
        .put("type", "string")
        .put("description", "The candidate's home, a time zone of IANA; without it, UTC.");
    ArrayNode required = schema.putArray("required").add(RecordShape.CANDIDATE_ID);
    fields(shape.candidate(), properties, required);
    for (RecordList list : shape.lists()) {
      ObjectNode property = properties.putObject(list.name());
      property.put("type", "array").put("description", list.description());
      ObjectNode items = property.putObject("items");
      object(list.item(), items);
      needs(list.needs(), items);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
  }

  private static void needs(List<String> needs, ObjectNode items) {
    if (!needs.isEmpty()) {
      ArrayNode any = items.putArray("anyOf");
      needs.forEach(field -> any.addObject().putArray("required").add(field));
    }
  }

  private static void object(RecordObject object, ObjectNode schema) {
    schema.put("type", "object");
    fields(object, schema.putObject("properties"), schema.putArray("required"));
  }

  private static void fields(RecordObject object, ObjectNode properties, ArrayNode required) {
    for (RecordField field : object.fields()) {
      ObjectNode property = properties.putObject(field.name());
      value(field, property);
      if (!field.description().isEmpty()) {
        property.put("description", field.description());
      }
      if (field.otherwise() != null) {
        property.putPOJO("default", field.otherwise());
      }
      if (field.required()) {
        required.add(field.name());
      }
    }
  }

  private static void value(RecordField field, ObjectNode property) {
    switch (field.kind()) {
      case TEXT, ZONE -> property.put("type", "string");
      case NAME, EXAM, CERTIFICATION, ACTIVITY -> name(property);
      case NUMBER -> number(field, property.put("type", "integer"));
      case DECIMAL -> number(field, property.put("type", "number"));
      case FLAG -> property.put("type", "boolean");
      case DATE, DAY -> property.put("type", "string").put("format", "date");
      case INSTANT ->
          property.put("type", "string").put("format", "date-time").put("pattern", OFFSET);
      case WORD -> field.words().all().forEach(property.putArray("enum")::add);
      case OBJECT -> object(field.object(), property);
    }
  }

  private static ObjectNode name(ObjectNode property) {
    return property.put("type", "string").put("pattern", "\\S");
  }

  private static void number(RecordField field, ObjectNode property) {
    property.put("minimum", field.least()).put("maximum", field.most());
  }
}
