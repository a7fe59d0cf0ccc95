package dev.certus.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
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

  private static final FieldType<Integer> SCORE = FieldType.whole(100, 1000);
  private static final FieldType<Integer> PERCENT = FieldType.whole(1, 100);
  private static final FieldType<Integer> COUNT = FieldType.whole(0, 1_000_000);
  private static final FieldType<Outcome> OUTCOME = FieldType.word(Outcome.class);
  private static final FieldType<Delivery> DELIVERY = FieldType.word(Delivery.class);
  private static final FieldType<AppointmentStatus> STATUS =
      FieldType.word(AppointmentStatus.class);
  private static final FieldType<ExceptionKind> EXCEPTION_KIND =
      FieldType.word(ExceptionKind.class);
  private static final FieldType<ExceptionStatus> EXCEPTION_STATUS =
      FieldType.word(ExceptionStatus.class);

  private final Consumer<String> unknownFields;

  /**
   * A reader.
   *
   * @param unknownFields takes the name of each field that is ignored, such as {@code
   *     attempts.colour}, each time it occurs
   */
  public RecordReader(Consumer<String> unknownFields) {
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
  public static CandidateRecord read(JsonNode json, Consumer<UnknownField> unknownFields)
      throws RecordException {
    if (!json.isObject()) {
      throw rejected(Cursor.shown(json), "a JSON object");
    }
    List<RecordProblem> problems = new ArrayList<>();
    Cursor cursor = new Cursor(json, "", "", problems, unknownFields);
    CandidateRecord record =
        new CandidateRecord(
            cursor.required("candidateId", FieldType.NAME),
            cursor.optional("zone", FieldType.ZONE),
            cursor.list("attempts", RecordReader::attempt),
            cursor.list("appointments", RecordReader::appointment),
            cursor.list("certifications", RecordReader::certification),
            cursor.list("vouchers", RecordReader::voucher));
    cursor.done();
    if (!problems.isEmpty()) {
      throw new RecordException(record.candidateId(), problems);
    }
    return record;
  }

  private static AttemptRecord attempt(Cursor cursor) {
    cursor.requireOneOf("score", "outcome");
    return new AttemptRecord(
        cursor.required("id", FieldType.NAME),
        cursor.required("exam", FieldType.NAME),
        cursor.required("startedAt", FieldType.INSTANT),
        cursor.optional("zone", FieldType.ZONE),
        cursor.optional("score", SCORE),
        cursor.optional("outcome", OUTCOME),
        cursor.optional("resultPostedAt", FieldType.INSTANT),
        cursor.optional("language", FieldType.TEXT),
        cursor.optional("delivery", DELIVERY));
  }

  private static AppointmentRecord appointment(Cursor cursor) {
    ExceptionRecord exception = cursor.object("exception", RecordReader::exception);
    return new AppointmentRecord(
        cursor.required("id", FieldType.NAME),
        cursor.required("exam", FieldType.NAME),
        cursor.required("startsAt", FieldType.INSTANT),
        cursor.optional("zone", FieldType.ZONE),
        cursor.required("status", STATUS),
        cursor.optional("delivery", DELIVERY),
        cursor.optional("language", FieldType.TEXT),
        cursor.optional("reschedules", COUNT, 0),
        exception);
  }

  private static ExceptionRecord exception(Cursor cursor) {
    return new ExceptionRecord(
        cursor.required("kind", EXCEPTION_KIND), cursor.required("status", EXCEPTION_STATUS));
  }

  private static CertificationRecord certification(Cursor cursor) {
    return new CertificationRecord(
        cursor.required("id", FieldType.NAME),
        cursor.required("certification", FieldType.NAME),
        cursor.required("earnedOn", FieldType.DATE),
        cursor.optional("zone", FieldType.ZONE));
  }

  private static VoucherRecord voucher(Cursor cursor) {
    Integer percent = cursor.required("percent", PERCENT);
    return new VoucherRecord(
        cursor.required("id", FieldType.NAME),
        percent == null ? 0 : percent,
        cursor.required("expiresOn", FieldType.DATE),
        cursor.optional("redeemed", FieldType.FLAG, false));
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
