package dev.certus.bench;

import dev.certus.engine.SessionSource;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Renewal;
import dev.certus.pack.Renewer;
import dev.certus.rulebook.RuleBook;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** Sessions as textbooks use them: a new one a candidate, with the whole catalogue as facts. */
public final class TextbookSessions implements SessionSource {

  private final KieBase base;
  private final List<Object> catalogue = new ArrayList<>();

  /** Compiles the rules of a pack, rewritten to join the catalogue as facts. */
  public TextbookSessions(RuleBook book) {
    this.base = compile(book.files());
    book.pack().catalogue().exams().forEach(this::add);
    book.pack().catalogue().certifications().forEach(this::add);
  }

  private static KieBase compile(PackFiles files) {
    KieServices services = KieServices.get();
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(services.newReleaseId("dev.certus.bench", "textbook", "1"));
    files
        .texts()
        .forEach(
            (name, text) -> {
              if (name.endsWith(".drl")) {
                sources.write("src/main/resources/" + name, TextbookRules.rewrite(text));
              }
            });
    KieBuilder builder = services.newKieBuilder(sources);
    builder.buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Message.Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
  }

  private void add(Exam exam) {
    catalogue.add(exam);
    for (Renewal renewal : exam.renewals()) {
      catalogue.add(new RenewalRow(exam, renewal.certification(), renewal.from()));
    }
  }

  private void add(Certification certification) {
    catalogue.add(certification);
    for (Renewer renewer : certification.renewers()) {
      catalogue.add(new RenewerRow(certification, renewer.exam(), renewer.from()));
    }
  }

  @Override
  public KieSession open() {
    KieSession session = base.newKieSession();
    catalogue.forEach(session::insert);
    return session;
  }

  @Override
  public void close() {}
}
