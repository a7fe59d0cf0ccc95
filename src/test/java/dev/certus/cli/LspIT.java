package dev.certus.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code certus lsp} as an editor meets it: a process, and a client on its standard streams. */
@Timeout(120)
class LspIT {

  @TempDir Path folder;

  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();
  private Process process;
  private LanguageServer server;
  private Path pack;
  private int version;

  @BeforeEach
  void start() throws Exception {
    pack = Packs.copyWithScenarios(Packs.AWS, folder.resolve("my pack"));
    process =
        Program.prepared(folder, "lsp").redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Launcher<LanguageServer> launcher =
        LSPLauncher.createClientLauncher(
            new Editor(), process.getInputStream(), process.getOutputStream());
    Future<Void> unused = launcher.startListening();
    server = launcher.getRemoteProxy();
    server.initialize(new InitializeParams()).get();
    server.initialized(new InitializedParams());
  }

  @AfterEach
  void stop() throws Exception {
    server.shutdown().get();
    server.exit();
    process.getOutputStream().close();
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void underlinesATypoOffersTheFixAndIsContentWithIt() throws Exception {
    String text = Files.readString(pack.resolve("retakes.drl"));
    open("retakes.drl", text);
    String wrong = text.replaceFirst("\"retake-wait\"", "\"retake-wiat\"");
    change("retakes.drl", wrong);
    Diagnostic found = diagnostics("retakes.drl").get(0);
    assertThat(found.getMessage()).contains("no term `retake-wiat`", "retake-wait");
    var action =
        server
            .getTextDocumentService()
            .codeAction(
                new CodeActionParams(
                    id("retakes.drl"), found.getRange(), new CodeActionContext(List.of(found))))
            .get()
            .get(0)
            .getRight();
    TextEdit edit = action.getEdit().getChanges().get(uri("retakes.drl")).get(0);
    assertThat(edit.getNewText()).isEqualTo("retake-wait");
    change("retakes.drl", text);
    assertThat(diagnostics("retakes.drl")).isEmpty();
  }

  @Test
  void reportsTheScenariosThatAChangedNumberFails() throws Exception {
    String terms = Files.readString(pack.resolve("terms.yaml"));
    open("terms.yaml", terms);
    change("terms.yaml", terms.replaceFirst("(?s)(retake-wait:.*?value: )14", "$121"));
    assertThat(diagnostics("scenarios/retakes.yaml"))
        .isNotEmpty()
        .allMatch(one -> one.getMessage().startsWith("the scenario fails: "));
    open("retakes.drl", Files.readString(pack.resolve("retakes.drl")));
    assertThat(
            server.getTextDocumentService().codeLens(new CodeLensParams(id("retakes.drl"))).get())
        .anyMatch(lens -> lens.getCommand().getTitle().matches("\\d+ scenarios, \\d+ failing"));
  }

  @Test
  void answersWhatAnEditorAsks() throws Exception {
    String text = Files.readString(pack.resolve("retakes.drl"));
    open("retakes.drl", text);
    Position term = position(text, text.indexOf("\"retake-wait\"") + 2);
    var texts = server.getTextDocumentService();
    assertThat(
            texts
                .hover(new HoverParams(id("retakes.drl"), term))
                .get()
                .getContents()
                .getRight()
                .getValue())
        .contains("retake-wait", "14 calendar-days");
    assertThat(texts.definition(new DefinitionParams(id("retakes.drl"), term)).get().getLeft())
        .singleElement()
        .matches(location -> location.getUri().equals(uri("terms.yaml")));
    assertThat(
            texts
                .references(
                    new ReferenceParams(id("retakes.drl"), term, new ReferenceContext(true)))
                .get())
        .hasSizeGreaterThan(1);
    assertThat(texts.completion(new CompletionParams(id("retakes.drl"), term)).get().getLeft())
        .anyMatch(item -> item.getLabel().equals("pass-lock"));
    assertThat(texts.rename(new RenameParams(id("retakes.drl"), term, "wait")).get().getChanges())
        .containsKeys(uri("retakes.drl"), uri("terms.yaml"));
    assertThatThrownBy(
            () -> texts.rename(new RenameParams(id("retakes.drl"), term, "pass-lock")).get())
        .hasMessageContaining("there is a term `pass-lock`");
    assertThat(texts.documentSymbol(new DocumentSymbolParams(id("retakes.drl"))).get())
        .anyMatch(symbol -> symbol.getRight().getName().equals("a fail starts a wait"));
    List<Integer> tokens =
        texts.semanticTokensFull(new SemanticTokensParams(id("retakes.drl"))).get().getData();
    assertThat(tokens.size() % 5).isZero();
    assertThat(tokens).hasSizeGreaterThan(500);
  }

  @Test
  void leavesTextsOfNoPackAlone() throws Exception {
    Path other = Files.writeString(folder.resolve("other.yaml"), "a: b");
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(
                new TextDocumentItem(other.toUri().toString(), "yaml", 1, "a: b")));
    assertThat(
            server
                .getTextDocumentService()
                .hover(
                    new HoverParams(
                        new TextDocumentIdentifier(other.toUri().toString()), new Position(0, 0)))
                .get())
        .isNull();
  }

  private String uri(String file) {
    return pack.resolve(file).toUri().toString();
  }

  private TextDocumentIdentifier id(String file) {
    return new TextDocumentIdentifier(uri(file));
  }

  private void open(String file, String text) {
    server
        .getTextDocumentService()
        .didOpen(
            new DidOpenTextDocumentParams(new TextDocumentItem(uri(file), "drl", ++version, text)));
  }

  private void change(String file, String text) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri(file), ++version),
                List.of(new TextDocumentContentChangeEvent(text))));
  }

  /** What is published next of a file. */
  private List<Diagnostic> diagnostics(String file) throws InterruptedException {
    while (true) {
      PublishDiagnosticsParams next = published.poll(60, TimeUnit.SECONDS);
      if (next.getUri().equals(uri(file))) {
        return next.getDiagnostics();
      }
    }
  }

  private static Position position(String text, int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return new Position(line, offset - before.lastIndexOf('\n') - 1);
  }

  /** The editor's side. */
  private final class Editor implements LanguageClient {

    @Override
    public void telemetryEvent(Object object) {}

    @Override
    public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
      published.add(diagnostics);
    }

    @Override
    public void showMessage(MessageParams message) {}

    @Override
    public CompletableFuture<MessageActionItem> showMessageRequest(
        ShowMessageRequestParams request) {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void logMessage(MessageParams message) {}
  }
}
