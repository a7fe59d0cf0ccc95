package dev.certus.verify;

import java.util.Map;

/** A row of a table; its content is its cells by the names of their columns. */
record RowItem(String candidateId, String place, Map<String, String> content) implements Item {

  @Override
  public Map<String, String> fields() {
    return content;
  }
}
