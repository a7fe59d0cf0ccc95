package dev.certus.record;

import dev.certus.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields and lists that a record can have, as a pack declares them. The standard record is
 * declared in the same way, in a resource of the program; a pack's {@code record.yaml} changes it
 * and adds to it.
 *
 * @param candidate the further fields of a candidate, beside id and zone
 * @param lists the lists of a record, in their order
 * @param words the lists of words that rules can name
 */
public record RecordShape(
    RecordObject candidate, List<RecordList> lists, List<RecordField.Words> words) {

  /** The file of a pack that declares its record. */
  public static final String FILE = "record.yaml";

  /** The field of the candidate's id. */
  public static final String CANDIDATE_ID = "candidateId";

  /** The field of a fact's id. */
  public static final String ID = "id";

  /** The field of a zone. */
  public static final String ZONE = "zone";

  private static final int KEPT = 32;

  /** The shapes read last: those that are equal are one, which makes comparing them quick. */
  private static final Map<RecordShape, RecordShape> KNOWN =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<RecordShape, RecordShape> eldest) {
              return size() > KEPT;
            }
          });

  /** Keeps unmodifiable copies of the lists. */
  public RecordShape {
    lists = List.copyOf(lists);
    words = List.copyOf(words);
  }

  /** The record that packs have which declare none. */
  public static RecordShape standard() {
    return Standard.SHAPE;
  }

  /**
   * The standard record, changed by a pack's declaration.
   *
   * @throws dev.certus.problem.PackException with all problems of the declaration
   */
  public static RecordShape of(Yaml declaration) {
    ShapeReader reader = new ShapeReader(standard());
    reader.read(declaration);
    return KNOWN.computeIfAbsent(reader.shape(), shape -> shape);
  }

  @Override
  public String toString() {
    return "record with " + lists.stream().map(RecordList::name).toList();
  }

  /** The list of a name, or null. */
  public RecordList list(String name) {
    return lists.stream().filter(list -> list.name().equals(name)).findFirst().orElse(null);
  }

  /** Made once, when first needed. */
  private static final class Standard {

    static final RecordShape SHAPE = read();

    private static RecordShape read() {
      try (InputStream in = RecordShape.class.getResourceAsStream(FILE)) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        RecordObject nothing = new RecordObject("Candidate", List.of());
        ShapeReader reader = new ShapeReader(new RecordShape(nothing, List.of(), List.of()));
        reader.read(Yaml.parse(FILE, text));
        return reader.shape();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
