package dev.certus.engine;

import dev.certus.bench.RenewalRow;
import dev.certus.bench.RenewerRow;
import dev.certus.bench.TextbookRules;
import dev.certus.decision.Decisions;
import dev.certus.fact.Facts;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Renewal;
import dev.certus.pack.Renewer;
import dev.certus.record.CandidateRecord;
import dev.certus.rulebook.RuleBook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** The loop that textbooks show: a new session a candidate, and all that is known put into it. */
public final class TextbookEngine {

  private final RuleBook book;
  private final Firings firings;
  private final Pack pack;
  private final Summary summary;
  private final KieBase base;
  private final List<Object> catalogue = new ArrayList<>();

  /** Compiles the rules of a pack, rewritten to join the catalogue as facts. */
  public TextbookEngine(Path folder, RuleBook book) {
    this.book = book;
    this.firings = new Firings(book.rules().values());
    this.pack = book.pack();
    this.summary = new Summary(pack);
    this.base = compile(PackFiles.read(folder, folder.toString()));
    pack.catalogue().exams().forEach(this::add);
    pack.catalogue().certifications().forEach(this::add);
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

  /** The decisions on a record, with everything that {@link DecisionEngine} gives. */
  public Decisions decide(CandidateRecord record, Instant asOf) {
    Ledger ledger = new Ledger(book, firings, null);
    KieSession session = base.newKieSession();
    session.setGlobal("terms", pack.terms());
    session.setGlobal("decisions", ledger);
    session.addEventListener(ledger);
    Facts.of(record, asOf, pack.catalogue()).forEach(session::insert);
    catalogue.forEach(session::insert);
    for (String phase : pack.phases()) {
      session.getAgenda().getAgendaGroup(phase).setFocus();
      session.fireAllRules(ledger);
    }
    session.dispose();
    return new Decisions(record.candidateId(), asOf, summary.of(ledger.findings()));
  }
}
