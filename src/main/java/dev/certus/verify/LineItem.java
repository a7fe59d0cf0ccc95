package dev.certus.verify;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of JSON Lines; its fields are the values in it by their JSON pointers. */
record LineItem(String candidateId, String place, String content) implements Item {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      add(fields, "", JSON.readTree(content));
    } catch (JacksonException e) {
      // Damaged: it has no fields.
    }
    return fields;
  }

  private static void add(Map<String, String> fields, String pointer, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(field -> add(fields, pointer + "/" + field.getKey(), field.getValue()));
    } else if (node.isArray() && !node.isEmpty()) {
      for (int i = 0; i < node.size(); i++) {
        add(fields, pointer + "/" + i, node.get(i));
      }
    } else {
      fields.put(pointer, node.toString());
    }
  }
}
