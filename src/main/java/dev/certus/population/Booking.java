package dev.certus.population;

import dev.certus.record.RecordEntry;
import dev.certus.record.RecordList;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A candidate's appointments, kept and missed and to come, and the vouchers to pay them with. */
final class Booking {

  private static final int DAY = 24 * 60;

  private final PackOdds odds;
  private final Instant asOf;
  private final Dice dice;
  private final Anything anything;
  private final List<RecordEntry> appointments = new ArrayList<>();

  Booking(PackOdds odds, Instant asOf, Dice dice, Anything anything) {
    this.odds = odds;
    this.asOf = asOf;
    this.dice = dice;
    this.anything = anything;
  }

  List<RecordEntry> appointments(List<RecordEntry> attempts) {
    if (odds.exams().isEmpty()) {
      return List.of();
    }
    for (RecordEntry attempt : attempts) {
      if (dice.chance(300)) {
        add(attempt.text("exam"), attempt.instant("startedAt"), "completed");
      }
    }
    if (dice.chance(250)) {
      add(wanted(attempts), soon(), "booked");
    }
    if (dice.chance(60)) {
      add(wanted(attempts), past(), "missed");
    }
    if (dice.chance(40)) {
      add(wanted(attempts), past(), "cancelled");
    }
    if (dice.chance(2)) {
      add(wanted(attempts), past(), "booked");
    }
    if (dice.chance(2)) {
      add(wanted(attempts), soon(), "missed");
    }
    return appointments;
  }

  /** The exam last attempted, or any. */
  private String wanted(List<RecordEntry> attempts) {
    if (!attempts.isEmpty() && dice.chance(500)) {
      return attempts.get(attempts.size() - 1).text("exam");
    }
    return dice.of(odds.exams()).code();
  }

  private Instant soon() {
    return asOf.plus(Duration.ofMinutes(dice.between(0, dice.chance(300) ? 2 * DAY : 90 * DAY)));
  }

  private Instant past() {
    return asOf.minus(Duration.ofMinutes(dice.between(0, dice.chance(300) ? 2 * DAY : 700 * DAY)));
  }

  private void add(String exam, Instant at, String status) {
    RecordList list = odds.shape().list("appointments");
    Map<String, Object> values = anything.of(list.item());
    List<String> words = list.item().field("status").words().all();
    values.put("id", Anything.id(list.name(), appointments.size() + 1));
    values.put("exam", exam);
    values.put("startsAt", at);
    values.put("status", words.contains(status) ? status : dice.of(words));
    values.put("reschedules", dice.chance(800) ? 0 : dice.between(1, 3));
    if (!status.equals("missed") || dice.chance(700)) {
      values.remove("exception");
    }
    appointments.add(RecordEntry.of(list.item(), values));
  }

  List<RecordEntry> vouchers() {
    RecordList list = odds.shape().list("vouchers");
    List<RecordEntry> vouchers = new ArrayList<>();
    int count = dice.chance(250) ? dice.between(1, 3) : 0;
    for (int i = 1; i <= count; i++) {
      Map<String, Object> values = anything.of(list.item());
      values.put("id", Anything.id(list.name(), i));
      values.put("percent", dice.chance(850) ? 50 : dice.between(1, 4) * 25);
      values.put(
          "expiresOn", asOf.atZone(ZoneOffset.UTC).toLocalDate().plusDays(dice.between(-200, 700)));
      values.put("redeemed", dice.chance(250));
      vouchers.add(RecordEntry.of(list.item(), values));
    }
    return vouchers;
  }
}
