package dev.certus.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads candidate records from JSON. A breach of the record's contract rejects the record, with the
 * place of each problem; nothing is guessed. Unknown fields are reported and ignored. Immutable and
 * thread-safe.
 */
public final class RecordReader {

  /**
   * The longest record that programs should read, in bytes: some 50,000 attempts of a candidate.
   */
  public static final int LONGEST = 8 << 20;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().recyclerPool(JsonRecyclerPools.threadLocalPool()).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final FieldType<String> CANDIDATE_ID = FieldType.NAME;

  private final RecordShape shape;
  private final ObjectReader candidate;
  private final List<ObjectReader> items;
  private final List<String> known; // the names of all fields and lists
  private final Consumer<String> unknownFields;

  /**
   * A reader.
   *
   * @param shape the fields and lists that records can have
   * @param unknownFields takes the name of each field that is ignored, such as {@code
   *     attempts.colour}, each time it occurs
   */
  public RecordReader(RecordShape shape, Consumer<String> unknownFields) {
    this.shape = shape;
    this.candidate = new ObjectReader(shape.candidate(), List.of());
    this.items =
        shape.lists().stream().map(list -> new ObjectReader(list.item(), list.needs())).toList();
    this.known = known(shape);
    this.unknownFields = unknownFields;
  }

  /**
   * Reads one record.
   *
   * @param json a JSON object in UTF-8
   * @throws RecordException where it is no JSON, or breaks the contract
   */
  public CandidateRecord read(ByteBuffer json) throws RecordException {
    try {
      return read(JSON.readTree(Utf8.text(json))); // Jackson puts up with some malformed UTF-8
    } catch (CharacterCodingException e) {
      throw rejected("bytes that are not UTF-8", "a JSON object in UTF-8");
    } catch (StreamReadException e) {
      throw rejected("no well-formed JSON: " + why(e), "one JSON object, whole");
    } catch (StreamConstraintsException e) {
      throw rejected("more than JSON may hold: " + words(e), "a record of usual size and depth");
    } catch (JacksonException e) {
      throw rejected("more than one JSON value", "one JSON object, and nothing after it");
    } catch (ArithmeticException | NumberFormatException e) {
      throw rejected("a number with too many digits or too large an exponent", "usual numbers");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw rejected("what cannot be read: " + words(e), "a record of usual texts and numbers");
    }
  }

  /**
   * Reads one record.
   *
   * @throws RecordException where it breaks the contract
   */
  public CandidateRecord read(JsonNode json) throws RecordException {
    return read(json, field -> unknownFields.accept(field.path()));
  }

  /**
   * Reads one record.
   *
   * @param unknownFields takes each field that is ignored
   * @throws RecordException where it breaks the contract
   */
  public CandidateRecord read(JsonNode json, Consumer<UnknownField> unknownFields)
      throws RecordException {
    if (!json.isObject()) {
      throw rejected(ObjectReader.shown(json), "a JSON object");
    }
    ObjectReader.Faults faults = new ObjectReader.Faults(unknownFields);
    String id = faults.required(json, RecordShape.CANDIDATE_ID, CANDIDATE_ID);
    ZoneId zone = faults.optional(json, RecordShape.ZONE, FieldType.ZONE);
    RecordEntry more = candidate.readSome(json, faults);
    List<List<RecordEntry>> lists = new ArrayList<>(items.size());
    for (int i = 0; i < items.size(); i++) {
      lists.add(list(json, shape.lists().get(i).name(), items.get(i), faults));
    }
    faults.unknown(json, known);
    if (!faults.problems().isEmpty()) {
      throw new RecordException(id, faults.problems());
    }
    return new CandidateRecord(shape, id, zone, more, lists);
  }

  /** The items of a list, each an object with an id of its own; none where the field is missing. */
  private static List<RecordEntry> list(
      JsonNode record, String name, ObjectReader item, ObjectReader.Faults faults) {
    JsonNode list = record.get(name);
    if (list == null || list.isNull()) {
      return List.of();
    }
    if (!list.isArray()) {
      faults.add(new RecordProblem("/" + name, ObjectReader.shown(list), "a list"));
      return List.of();
    }
    List<RecordEntry> entries = new ArrayList<>(list.size());
    Set<JsonNode> ids = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode one = list.get(i);
      faults.at(name, i);
      if (!one.isObject()) {
        faults.add(new RecordProblem(faults.pointer(), ObjectReader.shown(one), "an object"));
        continue;
      }
      entries.add(item.read(one, faults));
      JsonNode id = one.get(RecordShape.ID);
      if (id != null && !id.isNull() && !ids.add(id)) {
        faults.add(
            new RecordProblem(
                faults.pointer() + "/" + RecordShape.ID,
                ObjectReader.shown(id),
                "an id that occurs once in a list"));
      }
    }
    faults.atRecord();
    return entries;
  }

  private static List<String> known(RecordShape shape) {
    List<String> known = new ArrayList<>(List.of(RecordShape.CANDIDATE_ID, RecordShape.ZONE));
    shape.candidate().fields().forEach(field -> known.add(field.name()));
    shape.lists().forEach(list -> known.add(list.name()));
    return List.copyOf(known);
  }

  private static RecordException rejected(String found, String expected) {
    return new RecordException(null, List.of(new RecordProblem("", found, expected)));
  }

  /** The parser's own words, without where in its code and source it was. */
  private static String why(StreamReadException e) {
    String words = e.getOriginalMessage().replaceFirst("(?s)(\\n| \\(start marker).*", "");
    return "%s (column %d)".formatted(words, e.getLocation().getColumnNr());
  }

  private static String words(Throwable e) {
    String words = e instanceof JacksonException j ? j.getOriginalMessage() : e.getMessage();
    return words == null ? e.getClass().getSimpleName() : words.replaceFirst(", from `[^`]*`", "");
  }
}
