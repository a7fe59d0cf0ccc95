package dev.certus.table;

import dev.certus.record.RecordTable;
import java.util.Locale;

/** What the cells of a database's column hold. */
enum Held {
  TEXT,
  NUMBER,
  FLAG,
  DATE,
  INSTANT,
  /** A date and time that no zone makes an instant. */
  LOCAL_TIME,
  OTHER;

  /** What a type holds, by the name that DuckDB or PostgreSQL gives it. */
  static Held ofType(String type) {
    return switch (type.toLowerCase(Locale.ROOT).replaceFirst("\\(.*", "")) {
      case "varchar", "text", "bpchar", "char", "name", "citext", "uuid", "enum" -> TEXT;
      case "tinyint", "smallint", "integer", "bigint", "hugeint", "utinyint", "usmallint" -> NUMBER;
      case "uinteger", "ubigint", "decimal", "double", "float" -> NUMBER;
      case "int2", "int4", "int8", "numeric", "float4", "float8" -> NUMBER;
      case "serial", "bigserial", "smallserial" -> NUMBER;
      case "boolean", "bool" -> FLAG;
      case "date" -> DATE;
      case "timestamp with time zone", "timestamptz" -> INSTANT;
      case "timestamp", "timestamp_ns", "timestamp_ms", "timestamp_s", "datetime" -> LOCAL_TIME;
      default -> OTHER;
    };
  }

  /** Whether a column of a record's table may hold it; text may stand for everything. */
  boolean suits(RecordTable.Type type) {
    return switch (type) {
      case TEXT -> this == TEXT || this == NUMBER;
      case NUMBER, DECIMAL -> this == TEXT || this == NUMBER;
      case FLAG -> this == TEXT || this == FLAG;
      case DATE -> this == TEXT || this == DATE;
      case INSTANT -> this == TEXT || this == INSTANT;
    };
  }
}
