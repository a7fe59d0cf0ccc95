package dev.certus.lsp;

import dev.certus.language.Diagnostic;
import dev.certus.language.PackLanguage;
import dev.certus.language.Verdict;
import dev.certus.problem.PackException;
import dev.certus.scenario.PackTexts;
import dev.certus.scenario.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.services.LanguageClient;

/** A pack of which an editor has texts open: those of the folder, with those of the editor. */
final class OpenPack {

  /** What is typed within this time is checked at once. */
  private static final long SETTLE_MILLIS = 150;

  private final Path folder;
  private final LanguageClient client;
  private final Runnable checked;
  private final ScheduledExecutorService worker;
  private final Map<String, String> open = new HashMap<>();
  private final Set<String> reported = new HashSet<>();
  private PackLanguage language; // null until its texts could be read
  private ScheduledFuture<?> next;
  private volatile Verdict verdict; // the last one, or null

  /**
   * The pack in a folder.
   *
   * @param client gets what is found
   * @param checked is called after each check
   */
  OpenPack(Path folder, LanguageClient client, ScheduledExecutorService worker, Runnable checked) {
    this.folder = folder;
    this.client = client;
    this.checked = checked;
    this.worker = worker;
  }

  String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  /** The text of a file changed in the editor. */
  synchronized void changed(String file, String text) {
    open.put(file, text);
    refresh();
  }

  /** The editor closed a file. */
  synchronized void closed(String file) {
    open.remove(file);
    refresh();
  }

  /** A file in the folder was saved. */
  synchronized void saved() {
    refresh();
  }

  private void refresh() {
    PackTexts texts;
    try {
      texts = PackTexts.read(folder);
    } catch (PackException e) {
      return; // as it was, until it can be read again
    }
    for (Map.Entry<String, String> file : open.entrySet()) {
      texts = texts.with(file.getKey(), file.getValue());
    }
    if (language == null) {
      language = new PackLanguage(texts);
    } else {
      language.open(texts);
    }
    if (next != null) {
      next.cancel(false);
    }
    next = worker.schedule(this::check, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** What the texts say; null where they could not be read. */
  synchronized PackLanguage language() {
    return language;
  }

  /** The last verdict on the pack, or null. */
  Verdict verdict() {
    return verdict;
  }

  private void check() {
    Verdict found = language().verdict();
    verdict = found;
    Map<String, List<org.eclipse.lsp4j.Diagnostic>> byFile = new HashMap<>();
    for (Diagnostic diagnostic : found.diagnostics()) {
      String file = diagnostic.file().isEmpty() ? "pack.yaml" : diagnostic.file();
      byFile
          .computeIfAbsent(file, name -> new ArrayList<>())
          .add(finding(found.texts(), diagnostic));
    }
    if (found.trial() != null) {
      for (ScenarioResult failed : found.trial().failed()) {
        String file = found.texts().nameOf(failed.scenario().at());
        byFile.computeIfAbsent(file, name -> new ArrayList<>()).add(failing(failed));
      }
    }
    publish(byFile);
    checked.run();
  }

  private synchronized void publish(Map<String, List<org.eclipse.lsp4j.Diagnostic>> byFile) {
    Set<String> files = new HashSet<>(reported);
    files.addAll(byFile.keySet());
    for (String file : files) {
      client.publishDiagnostics(
          new PublishDiagnosticsParams(uri(file), byFile.getOrDefault(file, List.of())));
    }
    reported.clear();
    reported.addAll(byFile.keySet());
  }

  private static org.eclipse.lsp4j.Diagnostic finding(PackTexts texts, Diagnostic diagnostic) {
    Positions positions = new Positions(texts.all().getOrDefault(diagnostic.file(), ""));
    String help = diagnostic.problem().help();
    org.eclipse.lsp4j.Diagnostic shown =
        new org.eclipse.lsp4j.Diagnostic(
            positions.range(diagnostic.start(), diagnostic.end()),
            diagnostic.problem().message() + (help == null ? "" : "\nhelp: " + help),
            DiagnosticSeverity.Error,
            "certus");
    shown.setCode(diagnostic.problem().code());
    return shown;
  }

  private static org.eclipse.lsp4j.Diagnostic failing(ScenarioResult failed) {
    int line = Math.max(0, failed.scenario().at().line() - 1);
    Range range = Positions.line(line);
    return new org.eclipse.lsp4j.Diagnostic(
        range, "the scenario fails: " + Lenses.why(failed), DiagnosticSeverity.Warning, "certus");
  }
}
