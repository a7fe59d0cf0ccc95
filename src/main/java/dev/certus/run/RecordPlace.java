package dev.certus.run;

import java.util.LinkedHashMap;
import java.util.Map;

/** The place of a record in its source. */
public sealed interface RecordPlace {

  /** The place as messages write it, after the source's name: {@code :7:} or {@code C-7:}. */
  String shown();

  /** The place as JSON fields, in their order. */
  Map<String, Object> fields();

  /**
   * A line of a file or stream.
   *
   * @param number its number, from 1
   * @param offset where it begins, in bytes from the start of what is read, decompressed
   * @param length how many bytes it has, without its line end
   * @param ended whether a line end follows; only the last line may lack one
   */
  record Line(long number, long offset, long length, boolean ended) implements RecordPlace {

    @Override
    public String shown() {
      return ":" + number + ":";
    }

    @Override
    public Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("line", number);
      fields.put("offset", offset);
      fields.put("length", length);
      return fields;
    }
  }

  /**
   * The rows of one candidate in the contract's tables.
   *
   * @param candidateId the candidate's id, as the rows give it; empty where they give none
   */
  record Rows(String candidateId) implements RecordPlace {

    @Override
    public String shown() {
      return ": candidate " + (candidateId.isEmpty() ? "without an id" : candidateId) + ":";
    }

    @Override
    public Map<String, Object> fields() {
      return Map.of();
    }
  }
}
