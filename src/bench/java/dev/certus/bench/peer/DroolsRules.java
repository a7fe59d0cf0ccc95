package dev.certus.bench.peer;

import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;

/** The policy as a Drools expert writes it on plain facts. */
public final class DroolsRules {

  private static final String DRL =
      """
      package peer

      import dev.certus.bench.peer.Person.Sat
      import dev.certus.bench.peer.Person.Earned
      import java.time.LocalDate

      global dev.certus.bench.peer.DroolsRules.Answers answers

      rule "passed"
      when
          $s : Sat( passed == true )
      then
          answers.add( "passed", $s );
      end

      rule "failed"
      when
          $s : Sat( passed == false )
      then
          answers.add( "failed", $s );
      end

      rule "blocked"
      when
          $today : LocalDate( )
          $s : Sat( passed == false, daysUntil( $today ) < 14, $exam : exam, $at : at )
          not Sat( exam == $exam, at > $at )
      then
          answers.add( "retake-blocked", $s );
      end

      rule "eligible"
      when
          $today : LocalDate( )
          $s : Sat( passed == false, daysUntil( $today ) >= 14, $exam : exam, $at : at )
          not Sat( exam == $exam, at > $at )
      then
          answers.add( "retake-eligible", $s );
      end

      rule "active"
      when
          $today : LocalDate( )
          $e : Earned( end > $today )
      then
          answers.add( "active", $e );
      end

      rule "expired"
      when
          $today : LocalDate( )
          $e : Earned( end <= $today )
      then
          answers.add( "expired", $e );
      end
      """;

  private DroolsRules() {}

  /** Takes answers. */
  public static final class Answers {

    final java.util.List<Peer.Answer> all = new java.util.ArrayList<>();

    /** An answer about an attempt. */
    public void add(String code, Person.Sat sat) {
      all.add(Peer.Answer.of(code, sat));
    }

    /** An answer about a certification. */
    public void add(String code, Person.Earned earned) {
      all.add(Peer.Answer.of(code, earned));
    }
  }

  static KieBase compiled() {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(services.newReleaseId("dev.certus.bench", "peer", "1"));
    sources.write("src/main/resources/peer.drl", DRL);
    KieBuilder builder = services.newKieBuilder(sources);
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }
}
