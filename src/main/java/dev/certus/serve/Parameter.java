package dev.certus.serve;

/**
 * A parameter of an operation.
 *
 * @param name its name
 * @param place where it stands
 * @param format the JSON Schema format of its text, or null
 * @param required whether it must be given
 * @param description what it says
 */
record Parameter(String name, Place place, String format, boolean required, String description) {

  /** Where a parameter stands. */
  enum Place {
    PATH,
    QUERY
  }

  static Parameter path(String name, String description) {
    return new Parameter(name, Place.PATH, null, true, description);
  }

  static Parameter query(String name, String description) {
    return new Parameter(name, Place.QUERY, null, false, description);
  }

  static Parameter required(String name, String description) {
    return new Parameter(name, Place.QUERY, null, true, description);
  }

  static Parameter instant(String name, String description) {
    return new Parameter(name, Place.QUERY, "date-time", false, description);
  }
}
