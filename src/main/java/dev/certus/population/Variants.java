package dev.certus.population;

import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordJson;
import dev.certus.record.RecordReader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Records whose JSON differs from that of a record in one place. */
public final class Variants {

  /** How many values of a field are tried. */
  private static final int VALUES = 24;

  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Set<JsonNode>> values = new LinkedHashMap<>();

  /** Notes the values of a record, to try them in other records. */
  public void learn(CandidateRecord record) {
    learn(json(record));
  }

  private void learn(JsonNode node) {
    node.properties()
        .forEach(
            field -> {
              if (field.getValue().isValueNode()) {
                Set<JsonNode> known =
                    values.computeIfAbsent(field.getKey(), name -> new LinkedHashSet<>());
                if (known.size() < VALUES) {
                  known.add(field.getValue());
                }
              }
              learn(field.getValue());
            });
    if (node.isArray()) {
      node.forEach(this::learn);
    }
  }

  /** The records with one fact, or one field of a fact, less. */
  public static Stream<CandidateRecord> smaller(CandidateRecord record) {
    List<CandidateRecord> smaller = new ArrayList<>();
    ObjectNode json = json(record);
    RecordReader reader = new RecordReader(record.shape(), field -> {});
    for (ContainerNode<?> container : containers(json)) {
      if (container instanceof ArrayNode facts) {
        for (int i = 0; i < facts.size(); i++) {
          JsonNode fact = facts.remove(i);
          read(reader, json, smaller);
          facts.insert(i, fact);
        }
      } else {
        ObjectNode fields = (ObjectNode) container;
        for (String name : names(fields)) {
          JsonNode value = fields.remove(name);
          read(reader, json, smaller);
          fields.set(name, value);
        }
      }
    }
    return smaller.stream();
  }

  /** The records with another value in one field, next to it or known from other records. */
  public Stream<CandidateRecord> near(CandidateRecord record) {
    List<CandidateRecord> near = new ArrayList<>();
    ObjectNode json = json(record);
    RecordReader reader = new RecordReader(record.shape(), field -> {});
    for (ContainerNode<?> container : containers(json)) {
      if (container instanceof ObjectNode fields) {
        for (String name : names(fields)) {
          JsonNode value = fields.get(name);
          for (JsonNode other : others(name, value)) {
            fields.set(name, other);
            read(reader, json, near);
          }
          fields.set(name, value);
        }
      }
    }
    return near.stream();
  }

  private Set<JsonNode> others(String name, JsonNode value) {
    Set<JsonNode> others = new LinkedHashSet<>();
    if (value.isInt()) {
      others.add(IntNode.valueOf(value.intValue() - 1));
      others.add(IntNode.valueOf(value.intValue() + 1));
    } else if (value.isString()) {
      others.addAll(neighbours(value.stringValue()));
    }
    if (value.isValueNode()) {
      others.addAll(values.getOrDefault(name, Set.of()));
    }
    return others;
  }

  private static List<JsonNode> neighbours(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      return texts(time.minusDays(1), time.minusSeconds(1), time.plusSeconds(1), time.plusDays(1));
    } catch (DateTimeException e) {
      try {
        LocalDate date = LocalDate.parse(text);
        return texts(date.minusDays(1), date.plusDays(1));
      } catch (DateTimeException e2) {
        return List.of();
      }
    }
  }

  private static List<JsonNode> texts(Object... values) {
    return Stream.of(values).<JsonNode>map(value -> StringNode.valueOf(value.toString())).toList();
  }

  private static List<String> names(ObjectNode fields) {
    return List.copyOf(fields.propertyNames());
  }

  private static List<ContainerNode<?>> containers(JsonNode node) {
    List<ContainerNode<?>> containers = new ArrayList<>();
    if (node instanceof ContainerNode<?> container) {
      containers.add(container);
      container.forEach(child -> containers.addAll(containers(child)));
    }
    return containers;
  }

  private static ObjectNode json(CandidateRecord record) {
    return (ObjectNode) JSON.readTree(RecordJson.line(record));
  }

  /** Adds the record that the JSON is, if it is one. */
  private static void read(RecordReader reader, ObjectNode json, List<CandidateRecord> records) {
    try {
      records.add(reader.read(json));
    } catch (RecordException e) {
      // It breaks the contract: there is nothing to decide.
    }
  }
}
