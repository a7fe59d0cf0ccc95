package dev.certus.population;

import dev.certus.pack.Catalogue;
import dev.certus.pack.Exam;
import dev.certus.record.AppointmentRecord;
import dev.certus.record.AppointmentStatus;
import dev.certus.record.AttemptRecord;
import dev.certus.record.Delivery;
import dev.certus.record.ExceptionKind;
import dev.certus.record.ExceptionRecord;
import dev.certus.record.ExceptionStatus;
import dev.certus.record.VoucherRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A candidate's appointments, kept and missed and to come, and the vouchers to pay them with. */
final class Booking {

  private static final int DAY = 24 * 60;

  private final Catalogue catalogue;
  private final Instant asOf;
  private final Dice dice;
  private final Life life;
  private final List<AppointmentRecord> appointments = new ArrayList<>();

  Booking(Catalogue catalogue, Instant asOf, Dice dice, Life life) {
    this.catalogue = catalogue;
    this.asOf = asOf;
    this.dice = dice;
    this.life = life;
  }

  List<AppointmentRecord> appointments(List<AttemptRecord> attempts) {
    for (AttemptRecord attempt : attempts) {
      if (dice.chance(300)) {
        add(attempt.exam(), attempt.startedAt(), AppointmentStatus.COMPLETED);
      }
    }
    if (dice.chance(250)) {
      add(wanted(attempts), soon(), AppointmentStatus.BOOKED);
    }
    if (dice.chance(60)) {
      add(wanted(attempts), past(), AppointmentStatus.MISSED);
    }
    if (dice.chance(40)) {
      add(wanted(attempts), past(), AppointmentStatus.CANCELLED);
    }
    if (dice.chance(2)) {
      add(wanted(attempts), past(), AppointmentStatus.BOOKED);
    }
    if (dice.chance(2)) {
      add(wanted(attempts), soon(), AppointmentStatus.MISSED);
    }
    return appointments;
  }

  /** The exam last attempted, or any. */
  private String wanted(List<AttemptRecord> attempts) {
    if (!attempts.isEmpty() && dice.chance(500)) {
      return attempts.get(attempts.size() - 1).exam();
    }
    List<Exam> exams = List.copyOf(catalogue.exams());
    return dice.of(exams).code();
  }

  private Instant soon() {
    return asOf.plus(Duration.ofMinutes(dice.between(0, dice.chance(300) ? 2 * DAY : 90 * DAY)));
  }

  private Instant past() {
    return asOf.minus(Duration.ofMinutes(dice.between(0, dice.chance(300) ? 2 * DAY : 700 * DAY)));
  }

  private void add(String exam, Instant at, AppointmentStatus status) {
    boolean asked = status == AppointmentStatus.MISSED && dice.chance(300);
    appointments.add(
        new AppointmentRecord(
            "P-" + (appointments.size() + 1),
            exam,
            at,
            life.ownZone(),
            status,
            dice.chance(600) ? Delivery.ONLINE : Delivery.TEST_CENTER,
            life.language(),
            dice.chance(800) ? 0 : dice.between(1, 3),
            asked ? exception() : null));
  }

  private ExceptionRecord exception() {
    return new ExceptionRecord(
        dice.of(List.of(ExceptionKind.values())), dice.of(List.of(ExceptionStatus.values())));
  }

  List<VoucherRecord> vouchers() {
    List<VoucherRecord> vouchers = new ArrayList<>();
    int count = dice.chance(250) ? dice.between(1, 3) : 0;
    for (int i = 1; i <= count; i++) {
      vouchers.add(
          new VoucherRecord(
              "V-" + i,
              dice.chance(850) ? 50 : dice.between(1, 4) * 25,
              asOf.atZone(ZoneOffset.UTC).toLocalDate().plusDays(dice.between(-200, 700)),
              dice.chance(250)));
    }
    return vouchers;
  }
}
