package dev.certus.lsp;

import dev.certus.language.Colored;
import dev.certus.language.Completion;
import dev.certus.language.Occurrence;
import dev.certus.language.PackLanguage;
import dev.certus.language.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;

/** Answers what an editor asks of a text that it has open. */
final class PackTextService implements TextDocumentService {

  /** The kinds of parts, by their numbers in the protocol. */
  static final List<Colored.Kind> KINDS = List.of(Colored.Kind.values());

  private final OpenPacks packs;

  PackTextService(OpenPacks packs) {
    this.packs = packs;
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    changed(params.getTextDocument().getUri(), params.getTextDocument().getText());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    params
        .getContentChanges()
        .forEach(change -> changed(params.getTextDocument().getUri(), change.getText()));
  }

  private void changed(String uri, String text) {
    packs.of(uri).ifPresent(file -> file.pack().changed(file.name(), text));
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    packs.of(params.getTextDocument().getUri()).ifPresent(file -> file.pack().closed(file.name()));
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    packs.saved(params.getTextDocument().getUri());
  }

  /** What is found at a place of a file. */
  private interface Asking<T> {
    T of(PackLanguage language, OpenFile file, Positions positions);
  }

  private <T> CompletableFuture<T> ask(
      TextDocumentIdentifier document, T nothing, Asking<T> asking) {
    OpenFile file = packs.of(document.getUri()).orElse(null);
    PackLanguage language = file == null ? null : file.pack().language();
    String text = language == null ? null : language.texts().all().get(file.name());
    return CompletableFuture.completedFuture(
        text == null ? nothing : asking.of(language, file, new Positions(text)));
  }

  private <T> CompletableFuture<T> askAt(
      TextDocumentPositionParams params, T nothing, BiFunction<Asked, Integer, T> asking) {
    return ask(
        params.getTextDocument(),
        nothing,
        (language, file, positions) ->
            asking.apply(
                new Asked(language, file, positions), positions.offset(params.getPosition())));
  }

  /** The file that is asked about. */
  private record Asked(PackLanguage language, OpenFile file, Positions positions) {}

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    return askAt(
        params,
        Either.forLeft(List.of()),
        (asked, offset) ->
            Either.forLeft(
                asked.language().completions(asked.file().name(), offset).stream()
                    .map(PackTextService::item)
                    .toList()));
  }

  private static CompletionItem item(Completion completion) {
    CompletionItem item = new CompletionItem(completion.label());
    item.setDetail(completion.detail().isEmpty() ? completion.kind() : completion.detail());
    item.setKind(
        switch (completion.kind()) {
          case "field", "member" -> CompletionItemKind.Field;
          case "variable" -> CompletionItemKind.Variable;
          case "type", "fact" -> CompletionItemKind.Class;
          case "word", "annotation" -> CompletionItemKind.Keyword;
          default -> CompletionItemKind.Value;
        });
    return item;
  }

  @Override
  public CompletableFuture<Hover> hover(HoverParams params) {
    return askAt(
        params,
        null,
        (asked, offset) ->
            asked
                .language()
                .hover(asked.file().name(), offset)
                .map(h -> hover(asked, h))
                .orElse(null));
  }

  private static Hover hover(Asked asked, dev.certus.language.Hover hover) {
    String text = "**" + hover.title() + "**\n\n" + String.join("\n\n", hover.lines());
    return new Hover(
        new MarkupContent(MarkupKind.MARKDOWN, text),
        asked.positions().range(hover.occurrence().start(), hover.occurrence().end()));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return askAt(
        params,
        Either.forLeft(List.of()),
        (asked, offset) ->
            Either.forLeft(
                locations(asked, asked.language().definitions(asked.file().name(), offset))));
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    return askAt(
        params,
        List.of(),
        (asked, offset) ->
            locations(asked, asked.language().references(asked.file().name(), offset)));
  }

  private static List<Location> locations(Asked asked, List<Occurrence> occurrences) {
    return occurrences.stream()
        .map(
            one ->
                new Location(
                    asked.file().pack().uri(one.file()),
                    range(asked, one.file(), one.start(), one.end())))
        .toList();
  }

  private static Range range(Asked asked, String file, int start, int end) {
    return new Positions(asked.language().texts().all().get(file)).range(start, end);
  }

  @Override
  public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
    return askAt(
        params,
        null,
        (asked, offset) -> {
          try {
            return edit(
                asked, asked.language().rename(asked.file().name(), offset, params.getNewName()));
          } catch (IllegalArgumentException e) {
            throw new ResponseErrorException(
                new ResponseError(ResponseErrorCode.RequestFailed, e.getMessage(), null));
          }
        });
  }

  private static WorkspaceEdit edit(Asked asked, List<dev.certus.language.TextEdit> edits) {
    Map<String, List<TextEdit>> byFile = new HashMap<>();
    for (dev.certus.language.TextEdit edit : edits) {
      byFile
          .computeIfAbsent(asked.file().pack().uri(edit.file()), uri -> new ArrayList<>())
          .add(new TextEdit(range(asked, edit.file(), edit.start(), edit.end()), edit.text()));
    }
    return new WorkspaceEdit(byFile);
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    return ask(
        params.getTextDocument(),
        List.of(),
        (language, file, positions) ->
            actions(new Asked(language, file, positions), params.getRange()));
  }

  private static List<Either<Command, CodeAction>> actions(Asked asked, Range range) {
    List<Either<Command, CodeAction>> actions = new ArrayList<>();
    Verdict verdict = asked.file().pack().verdict();
    if (verdict == null || !verdict.texts().equals(asked.language().texts())) {
      return actions; // what was found is of another text
    }
    int start = asked.positions().offset(range.getStart());
    int end = asked.positions().offset(range.getEnd());
    verdict.diagnostics().stream()
        .filter(one -> one.file().equals(asked.file().name()))
        .filter(one -> one.start() <= end && start <= one.end())
        .flatMap(one -> one.fixes().stream())
        .forEach(
            fix -> {
              CodeAction action = new CodeAction(fix.title());
              action.setKind(CodeActionKind.QuickFix);
              action.setEdit(edit(asked, fix.edits()));
              actions.add(Either.forRight(action));
            });
    return actions;
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return ask(
        params.getTextDocument(),
        List.of(),
        (language, file, positions) ->
            language.outline(file.name()).stream()
                .map(
                    one ->
                        Either.<SymbolInformation, DocumentSymbol>forRight(symbol(one, positions)))
                .toList());
  }

  private static DocumentSymbol symbol(Occurrence one, Positions positions) {
    Range range = positions.range(one.start(), one.end());
    SymbolKind kind =
        switch (one.symbol().kind()) {
          case TYPE -> SymbolKind.Class;
          case FIELD -> SymbolKind.Field;
          case FUNCTION -> SymbolKind.Function;
          case RULE -> SymbolKind.Event;
          default -> SymbolKind.Constant;
        };
    return new DocumentSymbol(one.symbol().written(), kind, range, range);
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    return ask(
        params.getTextDocument(),
        List.of(),
        (language, file, positions) -> {
          Verdict verdict = file.pack().verdict();
          return verdict == null || verdict.trial() == null ? List.of() : Lenses.of(file, verdict);
        });
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    return ask(
        params.getTextDocument(),
        new SemanticTokens(List.of()),
        (language, file, positions) -> tokens(language.colors(file.name()), positions));
  }

  /** Five numbers a part, as the protocol has them: line and column are those since the last. */
  private static SemanticTokens tokens(List<Colored> parts, Positions positions) {
    List<Integer> data = new ArrayList<>();
    Position last = new Position(0, 0);
    for (Colored part : parts) {
      Position start = positions.position(part.start());
      int line = start.getLine() - last.getLine();
      int column = line == 0 ? start.getCharacter() - last.getCharacter() : start.getCharacter();
      data.addAll(List.of(line, column, part.end() - part.start(), KINDS.indexOf(part.kind()), 0));
      last = start;
    }
    return new SemanticTokens(data);
  }
}
