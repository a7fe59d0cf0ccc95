package dev.certus.drl;

/** Names with dots, such as {@code java.time.LocalDate} and {@code exam.code}. */
public final class DottedName {

  private DottedName() {}

  /** The part after the last dot; the whole name where it has none. */
  public static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
