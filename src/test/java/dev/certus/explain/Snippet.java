package dev.certus.explain;

import dev.certus.Records;
import dev.certus.drl.ConditionSource;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.RuleSource;
import dev.certus.fact.FactTypes;
import dev.certus.fact.Facts;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.pack.Terms;
import dev.certus.pack.Unit;
import dev.certus.record.CandidateRecord;
import dev.certus.time.Day;
import dev.certus.time.Present;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pieces of DRL, and values for their variables. */
final class Snippet {

  static final Terms TERMS =
      new Terms(
          List.of(
              term("wait", Unit.CALENDAR_DAYS, null, "14"),
              term("limit", Unit.COUNT, null, "1"),
              term("fee", Unit.MONEY, "EUR", "12.50")));

  private Snippet() {}

  private static Term term(String name, Unit unit, String currency, String number) {
    Term.Value value = new Term.Value(null, null, Map.of(Term.ANY, new BigDecimal(number)));
    return new Term(name, name, unit, currency, "C", "a page", null, List.of(value), null);
  }

  static Day day(String date) {
    return new Day(LocalDate.parse(date), ZoneOffset.UTC);
  }

  /** The rule with these conditions and consequence. */
  static RuleSource rule(String when, String then) {
    String drl = "package p\nrule \"r\"\nwhen\n%s\nthen\n%s\nend\n".formatted(when, then);
    return DrlTree.of(new PackFiles("p", new TreeMap<>(Map.of("r.drl", drl)))).rules().get(0);
  }

  /** A condition of a pattern. */
  static ConditionSource condition(String code) {
    return rule("    Attempt( " + code + " )", "").patterns().get(0).conditions().get(0);
  }

  static Expression expression(String code) {
    return condition(code).tree();
  }

  static Wording wording() {
    return new Wording(TERMS, DrlTree.of(new PackFiles("p", new TreeMap<>())));
  }

  /** A voucher of 50 percent, through 2026. */
  static Object voucher() {
    CandidateRecord record =
        Records.of(
            """
            {'candidateId':'C-1','vouchers':[{'id':'V-1','percent':50,'expiresOn':'2026-12-31'}]}
            """);
    PackFiles none = new PackFiles("p", new TreeMap<>());
    return new Facts(FactTypes.of(none), null)
        .of(record, new Present(Instant.parse("2026-03-02T10:00:00Z")))
        .get(1);
  }
}
