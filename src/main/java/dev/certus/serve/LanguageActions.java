package dev.certus.serve;

import dev.certus.language.PackLanguage;
import dev.certus.language.TextEdit;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an editor asks of a place in the draft of a pack. */
final class LanguageActions {

  private final Benches benches;

  LanguageActions(Benches benches) {
    this.benches = benches;
  }

  private Bench bench(Exchange exchange) throws IOException {
    return benches.get(exchange.path("pack"));
  }

  /** What can be written at a place. */
  void completions(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    PackLanguage language = bench.language();
    exchange.answer(
        Content.JSON,
        DraftJson.completions(language.completions(file(body, language), offset(body, language)))
            + "\n");
  }

  /** What the name at a place means, and where it stands; nothing where there is none. */
  void name(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    PackLanguage language = bench.language();
    String file = file(body, language);
    int offset = offset(body, language);
    exchange.answer(
        Content.JSON,
        DraftJson.name(language.hover(file, offset).orElse(null), language.references(file, offset))
            + "\n");
  }

  /** The edits that rename the name at a place. */
  void rename(Exchange exchange) throws IOException {
    Bench bench = bench(exchange);
    JsonNode body = exchange.json();
    PackLanguage language = bench.language();
    try {
      List<TextEdit> edits =
          language.rename(
              file(body, language), offset(body, language), body.path("name").asString(""));
      exchange.answer(
          Content.JSON,
          JsonNodeFactory.instance.objectNode().set("edits", DraftJson.edits(edits)) + "\n");
    } catch (IllegalArgumentException e) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY,
          "/name",
          "`%s`: %s".formatted(body.path("name").asString(""), e.getMessage()),
          "another name");
    }
  }

  private static String file(JsonNode body, PackLanguage language) {
    String file = body.path("file").asString("");
    if (!language.texts().all().containsKey(file)) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY, "/file", "`%s`".formatted(file), "a file of the pack");
    }
    return file;
  }

  private static int offset(JsonNode body, PackLanguage language) {
    int offset = body.path("offset").asInt(-1);
    int length = language.texts().all().get(body.path("file").asString("")).length();
    if (offset < 0 || offset > length) {
      throw HttpProblem.body(
          ProblemType.MALFORMED_BODY,
          "/offset",
          Integer.toString(offset),
          "0 to %d, the length of the text".formatted(length));
    }
    return offset;
  }
}
