package dev.certus.serve;

/**
 * What a body is.
 *
 * @param type its media type
 * @param schema the name of its schema in the description of the service, or null for a text
 */
record Content(String type, String schema) {

  static final String JSON = "application/json";
  static final String JSON_LINES = "application/x-ndjson";
  static final String PROBLEM = "application/problem+json";
  static final String HTML = "text/html; charset=utf-8";

  static Content json(String schema) {
    return new Content(JSON, schema);
  }
}
