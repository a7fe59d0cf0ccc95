package dev.certus.drl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import dev.certus.drl.Element.Kind;
import dev.certus.drl.PatternSource.Quantity;
import dev.certus.pack.PackFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.kie.internal.builder.conf.LanguageLevelOption;

class DrlTreeTest {

  private static final String RULE =
      """
      package p
      import dev.certus.fact.Attempt
      global Terms terms

      declare Wait extends Hold @says( "wait for {exam.code}" )
          until : Moment
          reason : String = "none"
      end

      // CLAUSE  "words"
      // of two lines
      rule "a rule"
          @clause( "C" ) @readings( "R1, R2" )
          ruleflow-group "first"
      when
          $a : Attempt( $exam : exam != null, score >= terms.score( "s", exam.level, day ),
              ( begun || !late ) && status == Status.DONE )
          not Wait( exam == $exam )
          exists ( Wait( until > $now ) )
          $each : Renewal( ) from $exam.renewals
          accumulate( Wait( $u : until ); $n : count( $u ); $n > 2 )
      then
          insert( new Wait( $exam, // why
              $a.day() ) );
          decisions
              .give( $late ? "one" : "two", exam( $exam.code() ) ).because( "because; end" );
      end
      """;

  private static DrlTree tree(String text) {
    return DrlTree.of(new PackFiles("pack", new TreeMap<>(Map.of("p.drl", text))));
  }

  @Test
  void readsARuleDownToItsParts() {
    DrlTree tree = tree(RULE);
    RuleSource rule = tree.rules().get(0);

    assertThat(tree.problems()).isEmpty();
    assertThat(rule.name()).isEqualTo("a rule");
    assertThat(rule.phase()).isEqualTo("first");
    assertThat(rule.ids("clause")).containsExactly("C");
    assertThat(rule.ids("readings")).containsExactly("R1", "R2");
    assertThat(rule.comments()).extracting(Span::text).hasSize(2);
    assertThat(rule.elements())
        .extracting(Element::kind)
        .containsExactly(Kind.PATTERN, Kind.NOT, Kind.EXISTS, Kind.PATTERN, Kind.GATHERING);
    assertThat(rule.patterns())
        .extracting(PatternSource::quantity)
        .containsExactly(
            Quantity.EACH, Quantity.NONE, Quantity.SOME, Quantity.EACH_ITEM, Quantity.ALL);
    assertThat(rule.patterns().get(0).conditions())
        .extracting(ConditionSource::binding)
        .containsExactly("$exam", null, null);
    assertThat(rule.elements().get(4).results())
        .extracting(ConditionSource::binding)
        .containsExactly("$n", null);
  }

  @Test
  void readsWhatARuleInsertsAndGives() {
    RuleSource rule = tree(RULE).rules().get(0);

    assertThat(rule.inserts()).extracting(InsertSource::type).containsExactly("Wait");
    assertThat(rule.insertedTypes()).containsExactly("Wait");
    assertThat(rule.inserts().get(0).arguments())
        .extracting(Expression::text)
        .containsExactly("$exam", "$a.day()");
    assertThat(rule.gives().get(0).codes())
        .extracting(Expression::literalText)
        .containsExactly("one", "two");
    assertThat(rule.gives().get(0).isCodeDerived()).isFalse();
  }

  @Test
  void readsDeclaredTypes() {
    TypeSource type = tree(RULE).types().get(0);

    assertThat(type.parent()).isEqualTo("Hold");
    assertThat(type.saysFields()).extracting(Span::text).containsExactly("exam.code");
    assertThat(type.fields())
        .extracting(TypeSource.FieldSource::name)
        .containsExactly("until", "reason");
    assertThat(type.fields().get(1).initial().tree().literalText()).isEqualTo("none");
  }

  @Test
  void everyPartStandsWhereItSaysItDoes() {
    RuleSource rule = tree(RULE).rules().get(0);

    assertThat(rule.expressions())
        .isNotEmpty()
        .allSatisfy(
            expression -> {
              Span span = expression.span();
              assertThat(RULE.substring(span.start(), span.end())).isEqualTo(span.text());
            });
    assertThat(rule.expressions().map(Expression::text))
        .contains(
            "terms.score( \"s\", exam.level, day )",
            "( begun || !late )",
            "status == Status.DONE",
            "$n > 2",
            "$exam.renewals");
  }

  /** One fault each: what is replaced and by what, and where which message is due. */
  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          then\\n     | than\\n       | 22:1  | `then` is expected here, not `than`
          when\\n     | whin\\n       | 15:1  | `when` is expected here, not `whin`
          end\\n\\n   | edn\\n\\n     | 8:1   | `end` is expected here, not `edn`
          exam != null,| exam != null | 16:40 | `,` is missing before this
          !late )    | !late          | 16:17 | this parenthesis is not closed
          "because; end" | "because; end | 26:71 | not closed on its line
          .day() ) ); | .day() ) )    | 25:5  | `;` is missing before this
          end" );    | end" )         | 26:86 | `;` is missing after this
          rule "a rule" | rulle "a rule" | 12:1 | `rulle` begins nothing
          not Wait(  | not Wait; (    | 18:13 | `(` is expected here, after `Wait`
          """)
  void reportsAFaultAtItsPlace(String text, String by, String place, String message) {
    String from = text.replace("\\n", "\n");
    assertThat(RULE).contains(from);
    DrlTree tree = tree(RULE.replace(from, by.replace("\\n", "\n")));

    assertThat(tree.problems().get(0).at()).hasToString("pack/p.drl:" + place);
    assertThat(tree.problems().get(0).message()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"exists ( Wait( | exists ( Wait", "rule \"a rule\" | rule", "then | the"})
  void aFaultInOneRuleHidesNoOther(String text, String by) {
    int at = RULE.lastIndexOf(text);
    String broken = RULE.substring(0, at) + by + RULE.substring(at + text.length());
    DrlTree tree = tree(broken + RULE.substring(RULE.indexOf("// CLAUSE")).replace("a rule", "b"));

    assertThat(tree.problems()).isNotEmpty();
    assertThat(tree.rule("b").inserts()).hasSize(1);
    assertThat(tree.rule("b").patterns()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          decisions.give( "active", $subject );                                  | active
          decisions\\n.give( $booked ? "blocked" : "open", $s );                  | blocked, open
          decisions.give( "a", $s ); decisions.give( "b", $s );                  | a, b
          if ( $x ) { decisions.give( "a", $s ); }                               | a
          decisions.give( $code, exam( "AIF" ) ).because( "no code" );           | ~~
          insert( new Fact( "no code" ) );                                       | ~~
          """)
  void theCodesOfARuleAreTheTextsOfItsGives(String consequence, String codes) {
    RuleSource rule = rule("", consequence.replace("\\n", "\n"));

    assertThat(String.join(", ", rule.codes())).isEqualTo(codes);
  }

  @Test
  void aRuleRunsInThePhaseThatItsAnnotationOrItsGroupNames() {
    assertThat(rule("@phase( \"waits\" )", "").phase()).isEqualTo("waits");
    assertThat(rule("ruleflow-group \"waits\"", "").phase()).isEqualTo("waits");
    assertThat(rule("agenda-group \"waits\"", "").phase()).isEqualTo("waits");
    assertThat(rule("", "").phase()).isEmpty();
  }

  private static RuleSource rule(String header, String consequence) {
    return tree("rule \"r\" %s%nwhen%nthen%n%s%nend%n".formatted(header, consequence))
        .rules()
        .get(0);
  }

  @Test
  void readsOnlyFilesThatChanged() {
    TreeMap<String, String> texts = new TreeMap<>(Map.of("a.drl", RULE, "b.drl", RULE));
    DrlTree before = DrlTree.of(new PackFiles("pack", texts));
    TreeMap<String, String> changed = new TreeMap<>(texts);
    changed.put("b.drl", RULE.replace("a rule", "another rule"));

    DrlTree after = DrlTree.of(new PackFiles("pack", changed), before);

    assertThat(after.rules().get(0)).isSameAs(before.rules().get(0));
    assertThat(after.rules().get(1).name()).isEqualTo("another rule");
  }

  @Test
  void readsOnAfterWhatAPackMayHaveButSeldomHas() {
    DrlTree tree =
        tree(
            """
            import static p.Q.f;
            import accumulate p.Sum sum;
            global java.util.List<java.util.Map<String, Long>> names;
            declare Fact
                names : java.util.List<String>
                late : boolean
            end
            function java.util.List<String> named( String name ) { return null; }
            rule "r"
            when
                $f : Fact( late )
            then
            end
            """);

    assertThat(tree.problems()).isEmpty();
    assertThat(tree.types().get(0).fields())
        .extracting(TypeSource.FieldSource::name)
        .containsExactly("names", "late");
    assertThat(tree.rule("r").patterns().get(0).binding()).isEqualTo("$f");
  }

  @Test
  void aCommentBelongsToARuleUnlessALineIsEmptyBetween() {
    String rule = "rule \"r\"\nwhen\nthen\nend\n";

    assertThat(tree("// one\n\n// two\n// three\n" + rule).rule("r").comments())
        .extracting(Span::text)
        .containsExactly("// two", "// three");
    assertThat(tree("// one\nimport p.Q\n" + rule).rule("r").comments()).isEmpty();
  }

  @Test
  void aTextThatIsNotClosedIsTheOnlyFaultOfItsStatement() {
    String fault = "rule \"r\"\nwhen\n  Wait( reason == \"x )\nthen\nend\n";

    assertThat(tree(fault).problems()).hasSize(1);
    assertThat(tree(fault + "rulle \"s\"\nwhen\nthen\nend\n").problems()).hasSize(2);
  }

  static List<Path> packs() {
    return List.of(Packs.AWS, Packs.FIVE_DAYS);
  }

  /** Drools' own parser is the authority on DRL. */
  @ParameterizedTest
  @MethodSource("packs")
  void agreesWithTheParserOfDrools(Path folder) throws Exception {
    PackFiles files = PackFiles.read(folder, "pack");
    List<String> theirs = new ArrayList<>();
    for (String text : files.drl().values()) {
      PackageDescr content = new DrlParser(LanguageLevelOption.DRL6).parse(false, text);
      for (RuleDescr rule : content.getRules()) {
        theirs.add(rule.getName() + ": " + rule.getLhs().getDescrs().size());
      }
    }

    assertThat(DrlTree.of(files).rules())
        .extracting(rule -> rule.name() + ": " + rule.elements().size())
        .containsExactlyElementsOf(theirs);
  }
}
