package dev.certus.lsp;

import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.services.WorkspaceService;

/** Sees what changes outside of the texts that are open. */
final class PackWorkspaceService implements WorkspaceService {

  private final OpenPacks packs;

  PackWorkspaceService(OpenPacks packs) {
    this.packs = packs;
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    // There is none.
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    params.getChanges().forEach(change -> packs.saved(change.getUri()));
  }
}
