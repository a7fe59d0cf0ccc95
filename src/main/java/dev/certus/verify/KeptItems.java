package dev.certus.verify;

import dev.certus.output.DecisionColumn;
import dev.certus.table.StoredDecisions;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows in the form that they are kept in, in Parquet or a database: instants without offset, JSON
 * in an order of its own.
 */
record KeptItems(Items rows, StoredDecisions stored) implements Items {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

  @Override
  public Item next() throws IOException {
    Item row = rows.next();
    if (row == null) {
      return null;
    }
    Map<String, String> content = new LinkedHashMap<>(row.fields());
    for (DecisionColumn column : DecisionColumn.values()) {
      content.computeIfPresent(column.written(), (name, cell) -> kept(column.kind(), cell));
    }
    return new RowItem(row.candidateId(), row.place(), content);
  }

  private String kept(DecisionColumn.Kind kind, String cell) {
    try {
      return switch (kind) {
        case TEXT -> cell;
        case INSTANT ->
            cell.isEmpty() ? cell : stored.kept(OffsetDateTime.parse(cell).toInstant()).toString();
        case LIST, OBJECT -> JSON.writeValueAsString(JSON.readTree(cell));
      };
    } catch (DateTimeException | JacksonException e) {
      return cell; // damaged, and so other than what follows
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
