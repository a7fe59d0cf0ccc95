package dev.certus.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes records in the form that {@link RecordReader} reads; missing values are left out. */
public final class RecordJson {

  private static final JsonMapper JSON = new JsonMapper();

  private RecordJson() {}

  /** One line of JSON, without a line feed. Instants are written in the zone that governs them. */
  public static byte[] line(CandidateRecord record) {
    return node(record).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The record as a JSON object. */
  public static ObjectNode node(CandidateRecord record) {
    ObjectNode json = JSON.createObjectNode();
    json.put("candidateId", record.candidateId());
    put(json, "zone", record.zone());
    record.attempts().forEach(a -> put(json.withArray("attempts").addObject(), a, record.zone()));
    record
        .appointments()
        .forEach(a -> put(json.withArray("appointments").addObject(), a, record.zone()));
    record.certifications().forEach(c -> put(json.withArray("certifications").addObject(), c));
    record.vouchers().forEach(v -> put(json.withArray("vouchers").addObject(), v));
    return json;
  }

  private static void put(ObjectNode json, AttemptRecord attempt, ZoneId home) {
    ZoneId zone = attempt.zone() == null ? home : attempt.zone();
    json.put("id", attempt.id()).put("exam", attempt.exam());
    json.put("startedAt", instant(attempt.startedAt(), zone));
    put(json, "zone", attempt.zone());
    if (attempt.score() != null) {
      json.put("score", attempt.score());
    }
    put(json, "outcome", attempt.outcome());
    if (attempt.resultPostedAt() != null) {
      json.put("resultPostedAt", instant(attempt.resultPostedAt(), zone));
    }
    put(json, "language", attempt.language());
    put(json, "delivery", attempt.delivery());
  }

  private static void put(ObjectNode json, AppointmentRecord appointment, ZoneId home) {
    ZoneId zone = appointment.zone() == null ? home : appointment.zone();
    json.put("id", appointment.id()).put("exam", appointment.exam());
    json.put("startsAt", instant(appointment.startsAt(), zone));
    put(json, "zone", appointment.zone());
    put(json, "status", appointment.status());
    put(json, "delivery", appointment.delivery());
    put(json, "language", appointment.language());
    if (appointment.reschedules() > 0) {
      json.put("reschedules", appointment.reschedules());
    }
    if (appointment.exception() != null) {
      ObjectNode exception = json.putObject("exception");
      put(exception, "kind", appointment.exception().kind());
      put(exception, "status", appointment.exception().status());
    }
  }

  private static void put(ObjectNode json, CertificationRecord earned) {
    json.put("id", earned.id()).put("certification", earned.certification());
    json.put("earnedOn", earned.earnedOn().toString());
    put(json, "zone", earned.zone());
  }

  private static void put(ObjectNode json, VoucherRecord voucher) {
    json.put("id", voucher.id()).put("percent", voucher.percent());
    json.put("expiresOn", voucher.expiresOn().toString());
    if (voucher.redeemed()) {
      json.put("redeemed", true);
    }
  }

  private static void put(ObjectNode json, String name, Object value) {
    if (value instanceof Enum<?> word) {
      json.put(name, FieldType.written(word));
    } else if (value != null) {
      json.put(name, value.toString());
    }
  }

  private static String instant(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.atZone(zone == null ? ZoneOffset.UTC : zone));
  }
}
