package dev.certus.lsp;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensWorkspaceCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.services.LanguageClient;

/** The packs whose texts an editor has open. Thread-safe. */
final class OpenPacks {

  private final ScheduledExecutorService worker;
  private final Map<Path, OpenPack> packs = new HashMap<>();
  private LanguageClient client;
  private boolean refreshes; // whether the editor can refresh lenses

  OpenPacks(ScheduledExecutorService worker) {
    this.worker = worker;
  }

  synchronized void connect(LanguageClient connected) {
    client = connected;
  }

  /** What the editor can do. */
  synchronized void capable(ClientCapabilities can) {
    WorkspaceClientCapabilities workspace = can == null ? null : can.getWorkspace();
    CodeLensWorkspaceCapabilities lenses = workspace == null ? null : workspace.getCodeLens();
    refreshes = lenses != null && Boolean.TRUE.equals(lenses.getRefreshSupport());
  }

  private synchronized void refreshLenses() {
    if (refreshes) {
      CompletableFuture<Void> unused = client.refreshCodeLenses();
    }
  }

  /** The pack that a file is of, and the file's name in it; empty for a file of no pack. */
  synchronized Optional<OpenFile> of(String uri) {
    Path file = path(uri);
    Path folder = file == null ? null : folder(file);
    if (folder == null) {
      return Optional.empty();
    }
    OpenPack pack = packs.get(folder);
    if (pack == null) {
      pack = new OpenPack(folder, client, worker, this::refreshLenses);
      packs.put(folder, pack);
    }
    return Optional.of(new OpenFile(pack, folder.relativize(file).toString().replace('\\', '/')));
  }

  /** A file was saved, by whomever. */
  void saved(String uri) {
    of(uri).ifPresent(file -> file.pack().saved());
  }

  private static Path path(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // a text that is in no file
    }
  }

  /** The folder of the pack that a file is of, or null. */
  private static Path folder(Path file) {
    Path parent = file.getParent();
    if (parent != null && Files.isRegularFile(parent.resolve("pack.yaml"))) {
      return parent;
    }
    Path above = parent == null ? null : parent.getParent();
    boolean isScenario = above != null && parent.endsWith("scenarios");
    return isScenario && Files.isRegularFile(above.resolve("pack.yaml")) ? above : null;
  }
}
