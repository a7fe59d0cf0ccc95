package dev.certus.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What renews certifications and is no exam: an assessment, a course, a game. Compared by identity:
 * one catalogue has one of each code.
 */
@Says("{title}")
public final class Activity extends CatalogueRow {

  private final String code;
  private final String title;
  private final List<Renewal> renewals = new ArrayList<>();

  Activity(String code, String title, Attributes attributes, Map<String, Object> more) {
    super(attributes, Attributes.Of.ACTIVITY, more);
    this.code = code;
    this.title = title;
  }

  /** The short code. */
  public String code() {
    return code;
  }

  /** What it is called. */
  public String title() {
    return title;
  }

  /** The certifications that it renews. */
  public List<Renewal> renewals() {
    return Collections.unmodifiableList(renewals);
  }

  void add(Renewal renewal) {
    renewals.add(renewal);
  }

  @Override
  public String toString() {
    return code;
  }
}
