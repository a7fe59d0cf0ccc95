package dev.certus.time;

import java.time.zone.ZoneRulesProvider;

/** The rules of time zones that this Java run time has. */
public final class TimeZoneData {

  private TimeZoneData() {}

  /** Their version, as IANA counts: {@code 2025b}. */
  public static String version() {
    return ZoneRulesProvider.getVersions("UTC").lastKey();
  }
}
