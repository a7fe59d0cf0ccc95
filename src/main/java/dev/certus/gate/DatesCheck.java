package dev.certus.gate;

import dev.certus.drl.DrlTree;
import dev.certus.drl.RuleDates;
import dev.certus.drl.RuleSource;
import dev.certus.drl.Span;
import dev.certus.pack.Reading;
import dev.certus.problem.DidYouMean;
import dev.certus.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reports rules whose dates leave a day on which neither or both of two versions are in force.
 * Dates are compared with the local date of one day that both versions bind, so there is no instant
 * between them, whatever clocks do that night.
 */
final class DatesCheck {

  private final DrlTree drl;
  private final Map<String, Reading> readings;
  private final List<Problem> problems = new ArrayList<>();

  DatesCheck(DrlTree drl, Map<String, Reading> readings) {
    this.drl = drl;
    this.readings = readings;
  }

  List<Problem> problems() {
    Map<String, RuleSource> replaced = new HashMap<>();
    for (RuleSource rule : drl.rules()) {
      dates(rule);
      order(rule);
      day(rule);
      rule.listed("replaces").forEach(name -> replacement(rule, name, replaced));
      rule.listed("readings").forEach(id -> reading(rule, id));
    }
    return problems;
  }

  private void add(String code, Span at, String message, String help) {
    problems.add(new Problem(code, at.at(drl.files()), message, help));
  }

  /** What stands in the annotations is a date. */
  private void dates(RuleSource rule) {
    for (String annotation : List.of("from", "until", "known")) {
      for (Span text : rule.listed(annotation)) {
        if (RuleDates.date(rule, annotation) == null) {
          add(
              "rule-date",
              text,
              "`@%s` is no date: `%s`".formatted(annotation, text.text()),
              "write one day, such as 2027-01-01; days begin at midnight where the fact is");
          return;
        }
      }
    }
  }

  private void order(RuleSource rule) {
    RuleDates dates = drl.dates(rule);
    if (dates != null
        && dates.from() != null
        && dates.until() != null
        && !dates.from().isBefore(dates.until())) {
      add(
          "rule-gap",
          rule.nameAt(),
          "rule `%s` is in force on no day: it ends on %s, and begins on %s"
              .formatted(rule.name(), dates.until(), dates.from()),
          "`@until`, or the `@from` of the rule that replaces it, comes after `@from`");
    }
  }

  /** A dated rule says which day counts. */
  private void day(RuleSource rule) {
    RuleDates dates = drl.dates(rule);
    if (dates == null || dates.day() != null) {
      return;
    }
    List<Span> on = rule.listed("on");
    add(
        "rule-date",
        on.isEmpty() ? rule.nameAt() : on.get(0),
        on.isEmpty()
            ? "rule `%s` has dates, but does not say which day counts".formatted(rule.name())
            : "no fact that rule `%s` asks for binds `%s`".formatted(rule.name(), on.get(0).text()),
        "bind a day, as in `Attempt( $day : day )`, and name it: `@on( \"$day\" )`");
  }

  private void replacement(RuleSource rule, Span name, Map<String, RuleSource> replaced) {
    RuleSource old = drl.rule(name.text());
    if (old == null || name.text().equals(rule.name())) {
      add(
          "rule-date",
          name,
          old == null
              ? "there is no rule `%s` to replace".formatted(name.text())
              : "a rule cannot replace itself",
          DidYouMean.oneOf(name.text(), drl.rules().stream().map(RuleSource::name).toList()));
      return;
    }
    LocalDate from = RuleDates.date(rule, "from");
    if (from == null) {
      if (rule.listed("from").isEmpty()) {
        add(
            "rule-overlap",
            name,
            "rule `%s` replaces another on no day, so both are in force".formatted(rule.name()),
            "say from which day on: `@from( \"2027-01-01\" )`");
      }
      return;
    }
    RuleSource other = replaced.put(old.name(), rule);
    if (other != null) {
      add(
          "rule-overlap",
          name,
          "rule `%s` is replaced by `%s`, too".formatted(old.name(), other.name()),
          "let this one replace that one");
    }
    seam(rule, name, old, from);
  }

  private void seam(RuleSource rule, Span name, RuleSource old, LocalDate from) {
    LocalDate until = RuleDates.date(old, "until");
    if (until != null && !until.equals(from)) {
      boolean gap = until.isBefore(from);
      add(
          gap ? "rule-gap" : "rule-overlap",
          name,
          "from %s until %s %s of the two rules are in force"
              .formatted(gap ? until : from, gap ? from : until, gap ? "neither" : "both"),
          "remove `@until` from rule `%s`: it ends where this one begins".formatted(old.name()));
    }
    String its = path(old);
    String own = path(rule);
    if (!its.isEmpty() && !own.isEmpty() && !its.equals(own)) {
      add(
          "rule-seam",
          rule.listed("on").get(0),
          "rule `%s` goes by `%s`, and the rule that it replaces by `%s`: where the two days differ, neither or both are in force"
              .formatted(rule.name(), own, its),
          "let both go by one day of one fact");
    }
  }

  /** The day that counts, as TYPE.FIELD; empty where there is none. */
  private String path(RuleSource rule) {
    RuleDates dates = drl.dates(rule);
    if (dates == null || dates.day() == null) {
      return "";
    }
    return rule.patterns().stream()
        .filter(pattern -> pattern.conditions().contains(dates.day()))
        .map(pattern -> pattern.type() + "." + dates.day().expression())
        .findFirst()
        .orElse("");
  }

  /** A rule takes a reading only while the pack reads the policy so. */
  private void reading(RuleSource rule, Span id) {
    Reading reading = readings.get(id.text());
    RuleDates dates = drl.dates(rule);
    LocalDate from = dates == null ? null : dates.from();
    LocalDate until = dates == null ? null : dates.until();
    if (reading == null) {
      return; // NameCheck reports it
    }
    boolean early = reading.from() != null && (from == null || from.isBefore(reading.from()));
    boolean late = reading.until() != null && (until == null || until.isAfter(reading.until()));
    if (early || late) {
      add(
          "rule-gap",
          id,
          "reading `%s` is taken only %s%s, but the rule is in force %s"
              .formatted(
                  id.text(),
                  reading.from() == null ? "" : "from " + reading.from() + " ",
                  reading.until() == null ? "" : "until " + reading.until(),
                  early ? "before" : "after"),
          "give the rule dates within those of the reading");
    }
  }
}
