package dev.certus.lsp;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server of one editor. */
final class PackServer implements LanguageServer {

  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "certus-lsp");
            thread.setDaemon(true);
            return thread;
          });
  private final OpenPacks packs = new OpenPacks(worker);

  void connect(LanguageClient client) {
    packs.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    packs.capable(params.getCapabilities());
    ServerCapabilities can = new ServerCapabilities();
    can.setTextDocumentSync(TextDocumentSyncKind.Full);
    can.setCompletionProvider(new CompletionOptions(false, List.of("\"", ".", "$", "@")));
    can.setHoverProvider(true);
    can.setDefinitionProvider(true);
    can.setReferencesProvider(true);
    can.setRenameProvider(true);
    can.setCodeActionProvider(true);
    can.setDocumentSymbolProvider(true);
    can.setCodeLensProvider(new CodeLensOptions(false));
    List<String> kinds =
        PackTextService.KINDS.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    can.setSemanticTokensProvider(
        new SemanticTokensWithRegistrationOptions(
            new SemanticTokensLegend(kinds, List.of()), true, false));
    return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("certus")));
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    close();
  }

  void close() {
    worker.shutdownNow();
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return new PackTextService(packs);
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return new PackWorkspaceService(packs);
  }
}
