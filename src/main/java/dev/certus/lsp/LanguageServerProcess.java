package dev.certus.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Talks to an editor. */
public final class LanguageServerProcess {

  private LanguageServerProcess() {}

  /**
   * Answers an editor until it says that it is done, or closes the stream.
   *
   * @param in what the editor sends
   * @param out what it is answered
   */
  public static void run(InputStream in, OutputStream out) throws InterruptedException {
    PackServer server = new PackServer();
    Launcher<LanguageClient> launcher = LSPLauncher.createServerLauncher(server, in, out);
    server.connect(launcher.getRemoteProxy());
    try {
      launcher.startListening().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      server.close();
    }
  }
}
