package dev.certus.record;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The type of a field.
 *
 * @param <T> the Java type of its values
 * @param expected a right value, in words
 * @param read takes the value from a JSON node; null where the node is no right value
 */
record FieldType<T>(String expected, Function<JsonNode, T> read) {

  /** A text that names something. */
  static final FieldType<String> NAME =
      new FieldType<>("a text that is not blank", node -> name(text(node)));

  static final FieldType<String> TEXT = new FieldType<>("a text", FieldType::text);

  static final FieldType<Boolean> FLAG =
      new FieldType<>("true or false", node -> node.isBoolean() ? node.booleanValue() : null);

  static final FieldType<LocalDate> DATE =
      new FieldType<>(
          "a date of the years 1900 to 9998, such as 2026-03-02",
          node -> inRange(parse(node, IsoText::date)));

  static final FieldType<Instant> INSTANT =
      new FieldType<>(
          "an instant of the years 1900 to 9998 with an offset or Z, such as"
              + " 2026-03-02T10:00:00-05:00",
          node -> instant(parse(node, IsoText::instant)));

  static final FieldType<ZoneId> ZONE =
      new FieldType<>(
          "an IANA time zone, such as America/New_York", node -> Zones.BY_NAME.get(text(node)));

  /** The zones that IANA names; made once, since {@code ZoneId.of} reads anew each time. */
  private static final class Zones {
    static final Map<String, ZoneId> BY_NAME = new HashMap<>();

    static {
      ZoneId.getAvailableZoneIds().forEach(id -> BY_NAME.put(id, ZoneId.of(id)));
    }
  }

  private static final JsonMapper JSON = new JsonMapper();

  /** How many decimal places a number can have. */
  private static final int PLACES = 6;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(9998, 12, 31);

  /** A whole number in a range; {@code 12.0} is one, too. */
  static FieldType<Integer> whole(int least, int most) {
    BigDecimal low = BigDecimal.valueOf(least);
    BigDecimal high = BigDecimal.valueOf(most);
    return new FieldType<>(
        "a whole number from %d to %d".formatted(least, most),
        node -> {
          BigDecimal number = node.isNumber() ? node.decimalValue() : null;
          boolean right =
              number != null
                  && number.compareTo(low) >= 0
                  && number.compareTo(high) <= 0
                  && number.stripTrailingZeros().scale() <= 0;
          return right ? number.intValueExact() : null;
        });
  }

  /** A number in a range, with decimal places. */
  private static FieldType<BigDecimal> decimal(BigDecimal least, BigDecimal most) {
    return new FieldType<>(
        "a number from %s to %s with at most %d decimal places"
            .formatted(least.toPlainString(), most.toPlainString(), PLACES),
        node -> {
          BigDecimal number = node.isNumber() ? node.decimalValue() : null;
          boolean right =
              number != null
                  && number.compareTo(least) >= 0
                  && number.compareTo(most) <= 0
                  && number.stripTrailingZeros().scale() <= PLACES;
          return right ? number : null;
        });
  }

  /** One word of a list. */
  private static FieldType<String> word(RecordField.Words list) {
    Map<String, String> words = new HashMap<>();
    list.all().forEach(word -> words.put(word, word));
    String expected =
        list.all().stream()
            .map(word -> '"' + word + '"')
            .collect(Collectors.joining(", ", "one of ", ""));
    return new FieldType<>(expected, node -> words.get(text(node)));
  }

  /** The type of a field's values. */
  static FieldType<?> of(RecordField field) {
    return switch (field.kind()) {
      case TEXT -> TEXT;
      case NAME, EXAM, CERTIFICATION, ACTIVITY -> NAME;
      case NUMBER -> whole(field.least().intValueExact(), field.most().intValueExact());
      case DECIMAL -> decimal(field.least(), field.most());
      case FLAG -> FLAG;
      case DATE, DAY -> DATE;
      case INSTANT -> INSTANT;
      case ZONE -> ZONE;
      case WORD -> word(field.words());
      case OBJECT -> new FieldType<>("an object", node -> null);
    };
  }

  /** The zone of a name of IANA, or null. */
  static ZoneId zone(String name) {
    return Zones.BY_NAME.get(name);
  }

  /** The value that plain Java, such as YAML has it, stands for; null where it is none. */
  T of(Object plain) {
    return read.apply(JSON.valueToTree(plain));
  }

  /** The text of a node, or null where it is none or has half a surrogate pair. */
  private static String text(JsonNode node) {
    String text = node.isString() ? node.stringValue() : null;
    return text == null || hasLoneSurrogate(text) ? null : text;
  }

  private static boolean hasLoneSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (Character.charCount(text.codePointAt(i)) == 1) {
          return true;
        }
        i++; // the other half of the pair
      }
    }
    return false;
  }

  private static String name(String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static <T> T parse(JsonNode node, Function<String, T> parser) {
    try {
      return node.isString() ? parser.apply(node.stringValue()) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null || inRange(time.toLocalDate()) == null ? null : time.toInstant();
  }

  private static LocalDate inRange(LocalDate date) {
    return date == null || date.isBefore(EARLIEST) || date.isAfter(LATEST) ? null : date;
  }
}
