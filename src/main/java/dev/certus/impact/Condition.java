package dev.certus.impact;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition under which a change is not to go live: {@code changed > 0 outside AWS-RETAKE-14D},
 * {@code newly-blocked > 1%}.
 *
 * @param text the condition as it is written
 * @param what what is counted: candidates with a decision that differs, that newly have one, or
 *     that no longer do
 * @param code the code of that decision, or its end behind a hyphen; empty for any
 * @param limit the number, or share of candidates, that must not be passed
 * @param isShare whether the limit is a share
 * @param isOutside whether decisions of the clauses do not count; else they alone do
 * @param clauses the clauses; none for all decisions
 */
public record Condition(
    String text,
    What what,
    String code,
    BigDecimal limit,
    boolean isShare,
    boolean isOutside,
    Set<String> clauses) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<what>changed|undecided|(?:newly|no-longer)-(?<code>[\\w-]+))\\s*>\\s*"
              + "(?<limit>\\d{1,12}(?:\\.\\d{1,6})?)\\s*(?<share>%)?"
              + "(?:\\s+(?<where>outside|in)\\s+(?<clauses>\\S+(?:\\s*,\\s*\\S+)*))?");

  private static final BigDecimal PERCENT = new BigDecimal("0.01");

  /** What a condition counts. */
  public enum What {
    CHANGED,
    NEWLY,
    NO_LONGER,
    UNDECIDED
  }

  /**
   * Reads a condition.
   *
   * @throws IllegalArgumentException where it is none, with a message for its user
   */
  public static Condition of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "`%s` is no condition%n  help: write WHAT > N or WHAT > P%%, and `outside` or `in` with clauses if need be; WHAT is changed, newly-CODE, no-longer-CODE or undecided"
              .formatted(text));
    }
    String what = form.group("what");
    boolean share = form.group("share") != null;
    BigDecimal limit = new BigDecimal(form.group("limit"));
    return new Condition(
        text.strip(),
        what.startsWith("newly")
            ? What.NEWLY
            : what.startsWith("no-longer")
                ? What.NO_LONGER
                : what.equals("changed") ? What.CHANGED : What.UNDECIDED,
        form.group("code") == null ? "" : form.group("code"),
        share ? limit.multiply(PERCENT) : limit,
        share,
        "outside".equals(form.group("where")),
        form.group("clauses") == null
            ? Set.of()
            : Set.copyOf(Arrays.asList(form.group("clauses").split("\\s*,\\s*"))));
  }

  /** Whether a candidate counts. */
  boolean counts(List<Difference> differences) {
    return what != What.UNDECIDED && differences.stream().anyMatch(this::counts);
  }

  private boolean counts(Difference difference) {
    String before = Difference.code(difference.before());
    String after = Difference.code(difference.after());
    boolean isOf =
        switch (what) {
          case CHANGED -> true;
          case NEWLY -> isCode(after) && !before.equals(after);
          case NO_LONGER -> isCode(before) && !before.equals(after);
          case UNDECIDED -> false;
        };
    String clause = difference.either().clause();
    return isOf && (clauses.isEmpty() || clauses.contains(clause) != isOutside);
  }

  private boolean isCode(String given) {
    return given.equals(code) || given.endsWith("-" + code);
  }

  /** What comes of it. */
  ConditionResult result(long counted, long records) {
    BigDecimal bound = isShare ? limit.multiply(BigDecimal.valueOf(records)) : limit;
    return new ConditionResult(this, counted, BigDecimal.valueOf(counted).compareTo(bound) > 0);
  }
}
