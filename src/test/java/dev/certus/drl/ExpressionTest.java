package dev.certus.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.drl.Expression.Arithmetic;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.Expression.Choice;
import dev.certus.drl.Expression.Comparison;
import dev.certus.drl.Expression.Junction;
import dev.certus.drl.Expression.Literal;
import dev.certus.drl.Expression.Member;
import dev.certus.drl.Expression.Name;
import dev.certus.drl.Expression.New;
import dev.certus.drl.Expression.Not;
import dev.certus.drl.Expression.Other;
import dev.certus.drl.Expression.TypeTest;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

  private static Expression read(String text) {
    return new ExpressionSource(new Span("p.drl", 100, 100 + text.length(), text)).tree();
  }

  /** The kinds of an expression and its parts, from the outside in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a | Name
          this.a | Member Name
          "a" | Literal
          null | Literal
          !a | Not Name
          a < b.c | Comparison Name Member Name
          ~a || b || c~ | Junction Name Name Name
          ~a || ( b && c )~ | Junction Name Junction Name Name
          f( a, 1 ) | Call Name Literal
          x.f().g( a ) | Call Call Name Name
          new A( b ) | New Name
          a ? b : c | Choice Name Name Name
          a + b | Arithmetic Name Name
          -a | Arithmetic Name
          a instanceof B | TypeTest Name
          a!.b == c | Comparison Member Name Name
          (A) a | Other Name
          a matches "x.*" | Comparison Name Literal
          a not in ( "x", "y" ) | Comparison Name Other Literal Literal
          a contains b && c | Junction Comparison Name Name Name
          a after[0, 3d] b | Comparison Name Name
          !( a memberOf b ) | Not Comparison Name Name
          a.?b | Other
          """)
  void isReadByItsParts(String text, String kinds) {
    assertThat(
            read(text)
                .all()
                .map(part -> part.getClass().getSimpleName())
                .collect(Collectors.joining(" ")))
        .isEqualTo(kinds);
  }

  @Test
  void partsStandWithinTheirFile() {
    Comparison comparison = (Comparison) read("exam.level\n    == \"a\"");

    assertThat(comparison.span().start()).isEqualTo(100);
    assertThat(comparison.operatorAt().start()).isEqualTo(115);
    assertThat(comparison.right().inside().start()).isEqualTo(119);
    assertThat(((Member) comparison.left()).nameAt().start()).isEqualTo(105);
    assertThat(comparison.text()).isEqualTo("exam.level == \"a\"");
  }

  /**
   * What DRL alone has, where Java has no such operator: its left side, its operator, its right.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a.b not in ( "x", "y" ) | a.b  | not in     | ( "x", "y" )
          f( a in b ) contains c  | f( a in b ) | contains | c
          a.in matches "x.*"      | a.in | matches    | "x.*"
          a after[0, 3d] b        | a    | after[0, 3d] | b
          a not after[0, 3d] b[1] | a    | not after[0, 3d] | b[1]
          """)
  void theOperatorsOfDrlStandBetweenTheirSides(
      String text, String left, String operator, String right) {
    Comparison comparison = (Comparison) read(text);

    assertThat(comparison.left().text()).isEqualTo(left);
    assertThat(comparison.operatorAt().text()).isEqualTo(operator);
    assertThat(comparison.operatorAt().start()).isEqualTo(100 + text.indexOf(operator));
    assertThat(comparison.right().text()).isEqualTo(right);
  }

  @Test
  void literalsHaveTheirValues() {
    assertThat(((Literal) read("\"a\\\"b\"")).value()).isEqualTo("a\"b");
    assertThat(((Literal) read("1_000L")).value()).isEqualTo(new BigDecimal("1000"));
    assertThat(((Literal) read("true")).value()).isEqualTo(true);
    assertThat(((Literal) read("null")).value()).isNull();
  }

  @Test
  void aVisitorSeesEachKind() {
    Expression.Visitor<Class<?>> visitor =
        new Expression.Visitor<>() {
          @Override
          public Class<?> other(Expression expression) {
            return expression.getClass();
          }
        };
    assertThat(read("a").accept(visitor)).isEqualTo(Name.class);
    assertThat(read("a.b").accept(visitor)).isEqualTo(Member.class);
    assertThat(read("a()").accept(visitor)).isEqualTo(Call.class);
    assertThat(read("a == b").accept(visitor)).isEqualTo(Comparison.class);
    assertThat(read("a && b").accept(visitor)).isEqualTo(Junction.class);
    assertThat(read("!a").accept(visitor)).isEqualTo(Not.class);
    assertThat(read("a ? b : c").accept(visitor)).isEqualTo(Choice.class);
    assertThat(read("new A()").accept(visitor)).isEqualTo(New.class);
    assertThat(read("a + b").accept(visitor)).isEqualTo(Arithmetic.class);
    assertThat(read("a instanceof B").accept(visitor)).isEqualTo(TypeTest.class);
    assertThat(read("(A) a").accept(visitor)).isEqualTo(Other.class);
  }
}
