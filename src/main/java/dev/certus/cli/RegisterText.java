package dev.certus.cli;

import dev.certus.decision.Decision;
import dev.certus.decision.Decisions;
import dev.certus.impact.Difference;
import dev.certus.output.DecisionReader;
import dev.certus.output.OutputFormat;
import dev.certus.register.Entry;
import dev.certus.register.EntryState;
import dev.certus.register.Flip;
import dev.certus.register.Run;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a register holds, as text for people. */
final class RegisterText {

  private static final int HASH = 12;

  private RegisterText() {}

  /** A run in two lines. */
  static String of(Run run) {
    return "run %,d as of %s by pack %s %s (sha256 %s)%n      records from %s: %,d, decided %,d, rejected %,d, entries added %,d%n      hash %s%n"
        .formatted(
            run.number(),
            run.asOf(),
            run.policy().packName(),
            run.policy().packVersion(),
            run.policy().packSha256().substring(0, HASH),
            run.input(),
            run.records(),
            run.decided(),
            run.rejected(),
            run.entries(),
            run.hash());
  }

  /** An entry: when and by what, and then what it says. */
  static String of(Entry entry, Run run) {
    return head(entry, run) + said(entry);
  }

  private static String head(Entry entry, Run run) {
    return "entry %,d, run %,d as of %s by pack %s %s (sha256 %s): %s%n"
        .formatted(
            entry.number(),
            run.number(),
            run.asOf(),
            run.policy().packName(),
            run.policy().packVersion(),
            run.policy().packSha256().substring(0, HASH),
            why(entry));
  }

  private static String why(Entry entry) {
    return switch (entry.cause()) {
      case NEW -> "the candidate is new";
      case RECORD -> "the record changed";
      case POLICY -> "the policy changed";
      case TIME -> "time passed";
      case GONE -> "the candidate is gone";
    };
  }

  private static String said(Entry entry) {
    if (entry.state() == EntryState.DECIDED) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      OutputFormat.TABLE.writer().encode(DecisionReader.read(entry.answer()), text);
      return text.toString(StandardCharsets.UTF_8);
    }
    return entry.state() == EntryState.GONE
        ? "  the input had no record of it%n%n".formatted()
        : "  rejected: %s%n%n".formatted(entry.answer());
  }

  /**
   * An entry and what it changed.
   *
   * @param before the entry before it, or null
   */
  static String change(Entry before, Entry entry, Run run) {
    StringBuilder text = new StringBuilder(head(entry, run));
    if (entry.state() == EntryState.REJECTED) {
      return text + said(entry).stripTrailing() + System.lineSeparator();
    }
    for (Difference difference : Difference.between(decisions(before), decisions(entry))) {
      String words =
          Difference.words(
              Difference.code(difference.before()),
              Difference.code(difference.after()),
              String.join(", ", difference.fields()));
      text.append("  %s  %s%n".formatted(difference.subject(), words));
    }
    return text.toString();
  }

  /** The decisions of an entry; what only follows the as-of instant is written as such. */
  private static List<Decision> decisions(Entry entry) {
    List<Decision> decisions = new ArrayList<>();
    if (entry != null && entry.state() == EntryState.DECIDED) {
      Decisions read = DecisionReader.read(entry.answer());
      String asOf = read.asOf().toString();
      for (Decision one : read.decisions()) {
        decisions.add(
            new Decision(
                one.code(),
                one.subject(),
                one.from(),
                one.until(),
                one.through(),
                one.clause(),
                one.rule(),
                one.reason(),
                one.evidence(),
                one.readings(),
                following(one.details(), asOf)));
      }
    }
    return decisions;
  }

  private static Map<String, Object> following(Map<?, ?> details, String asOf) {
    Map<String, Object> same = new LinkedHashMap<>();
    details.forEach(
        (name, value) -> {
          Object shown = value;
          if (value instanceof List<?> rows) {
            shown = rows.stream().map(row -> following((Map<?, ?>) row, asOf)).toList();
          } else if (asOf.equals(value)) {
            shown = "now";
          }
          same.put(name.toString(), shown);
        });
    return same;
  }

  /** How many candidates a kind of flip has, since when, and one of them. */
  static final class FlipSum {

    private final Flip.Kind kind;
    private Flip first;
    private long candidates;
    private long standing;
    private String last = "";

    FlipSum(Flip.Kind kind) {
      this.kind = kind;
    }

    void add(Flip flip) {
      candidates += flip.candidateId().equals(last) ? 0 : 1;
      standing += flip.stands() ? 1 : 0;
      last = flip.candidateId();
      first = first == null || flip.since().isBefore(first.since()) ? flip : first;
    }

    long candidates() {
      return candidates;
    }

    @Override
    public String toString() {
      String what = Difference.words(kind.before(), kind.after(), kind.fields());
      return "%s  %s%n      candidates: %,d, decisions in the last run: %,d%n      since %s (run %,d), first of %s, %s%n"
          .formatted(
              what,
              kind.clause(),
              candidates,
              standing,
              first.since(),
              first.run(),
              first.candidateId(),
              first.subject());
    }
  }
}
