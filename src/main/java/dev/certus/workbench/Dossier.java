package dev.certus.workbench;

import dev.certus.output.Xml;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * What was released: all that an auditor asks of a change.
 *
 * @param at when
 * @param who who released it
 * @param why why
 * @param pack the pack's name
 * @param before the pack's hash before
 * @param sha256 the pack's hash from then on
 * @param files the edited files, with their texts before and after; an empty text for none
 * @param scenarios how many scenarios passed, which are all
 * @param coverage what the scenarios reach, in per cent, by kind
 * @param mutants what the scenarios notice of small changes of what was edited
 * @param population on which records the impact was found; null for none
 * @param impact the impact as {@code certus diff --format json} writes it; null for none
 * @param branch the branch on which it was committed; null for none
 */
public record Dossier(
    Instant at,
    String who,
    String why,
    String pack,
    String before,
    String sha256,
    SortedMap<String, PackDraft.File> files,
    int scenarios,
    Map<String, Integer> coverage,
    MutantTrial mutants,
    String population,
    String impact,
    String branch) {

  private static final int SHOWN = 12;

  private static final JsonMapper JSON = new JsonMapper();

  /** A name for a release: when it was, and the beginning of the pack's hash. */
  public static String name(Instant at, String sha256) {
    return at.toString().replaceAll("[-:]", "") + "-" + sha256.substring(0, SHOWN);
  }

  /** The name of its files. */
  public String name() {
    return name(at, sha256);
  }

  /** As JSON. */
  public String json() {
    ObjectNode json = JSON.createObjectNode();
    json.put("name", name());
    json.put("at", at.toString()).put("who", who).put("why", why);
    json.put("pack", pack).put("before", before).put("sha256", sha256);
    ArrayNode changed = json.putArray("files");
    files.forEach(
        (name, file) ->
            changed
                .addObject()
                .put("file", name)
                .put("who", file.who())
                .put("before", file.base())
                .put("after", file.text()));
    json.put("scenarios", scenarios);
    ObjectNode reached = json.putObject("coverage");
    coverage.forEach(reached::put);
    ObjectNode tried = json.putObject("mutants");
    tried.put("tried", mutants.tried()).put("noticed", mutants.noticed());
    ArrayNode unnoticed = tried.putArray("unnoticed");
    mutants.unnoticed().forEach(mutant -> unnoticed.add(mutant.toString()));
    if (impact != null) {
      json.put("population", population);
      json.putRawValue("impact", new RawValue(impact.strip()));
    }
    if (branch != null) {
      json.put("branch", branch);
    }
    return json + "\n";
  }

  /** As a page that needs no network. */
  public String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    page.append("<meta name=\"viewport\" content=\"width=device-width\">");
    page.append("<title>").append(Xml.text(pack + " " + sha256.substring(0, SHOWN)));
    page.append("</title><style>").append(STYLE).append("</style></head><body>\n");
    page.append("<h1>Release of ").append(Xml.text(pack)).append("</h1>\n<dl>");
    for (List<String> row :
        List.of(
            List.of("When", at.toString()),
            List.of("Who", who),
            List.of("Why", why),
            List.of("Hash of the pack", sha256),
            List.of("Hash before", before),
            List.of("Scenarios", scenarios + ", all pass"),
            List.of("Scenarios reach", reached()),
            List.of("Small changes noticed", noticed()),
            List.of("Branch", branch == null ? "none" : branch))) {
      page.append("<dt>").append(Xml.text(row.get(0))).append("</dt><dd>");
      page.append(Xml.text(row.get(1))).append("</dd>\n");
    }
    page.append("</dl>\n<h2>Impact</h2>\n").append(found());
    page.append("<h2>Edits</h2>\n");
    files.forEach((name, file) -> page.append(difference(name, file)));
    return page.append("</body></html>\n").toString();
  }

  private String noticed() {
    StringBuilder text = new StringBuilder();
    text.append("%d of %d of what was edited".formatted(mutants.noticed(), mutants.tried()));
    mutants.unnoticed().forEach(mutant -> text.append("; not: ").append(mutant));
    return text.toString();
  }

  private String reached() {
    StringBuilder text = new StringBuilder();
    coverage.forEach(
        (kind, percent) ->
            text.append(text.isEmpty() ? "" : ", ").append(percent + " % of " + kind));
    return text.toString();
  }

  private String found() {
    if (impact == null) {
      return "<p>It was not measured on records.</p>\n";
    }
    var found = JSON.readTree(impact);
    StringBuilder text = new StringBuilder("<p>");
    text.append(
        Xml.text(
            "%d of %d candidates of %s get other decisions as of %s."
                .formatted(
                    found.path("changed").asLong(),
                    found.path("records").asLong(),
                    population,
                    found.path("asOf").asString())));
    text.append("</p>\n<table><tr><th>before</th><th>after</th><th>candidates</th></tr>\n");
    found
        .path("transitions")
        .forEach(
            one ->
                text.append("<tr><td>")
                    .append(Xml.text(one.path("before").asString("nothing")))
                    .append("</td><td>")
                    .append(Xml.text(one.path("after").asString("nothing")))
                    .append("</td><td>")
                    .append(one.path("candidates").asLong())
                    .append("</td></tr>\n"));
    return text.append("</table>\n").toString();
  }

  /** The lines that go and come, without those around them that stay. */
  private static String difference(String name, PackDraft.File file) {
    List<String> before = file.base().lines().toList();
    List<String> after = file.text().lines().toList();
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    StringBuilder text = new StringBuilder();
    text.append("<h3>").append(Xml.text(name)).append("</h3>\n<pre>");
    text.append("from line ").append(start + 1).append('\n');
    before
        .subList(start, before.size() - end)
        .forEach(line -> text.append("<del>- ").append(Xml.text(line)).append("</del>\n"));
    after
        .subList(start, after.size() - end)
        .forEach(line -> text.append("<ins>+ ").append(Xml.text(line)).append("</ins>\n"));
    return text.append("</pre>\n").toString();
  }

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.5rem; }
      dt { opacity: .75; } dd { margin: 0; overflow-wrap: anywhere; }
      pre { overflow: auto; border: 1px solid #8888; border-radius: 6px; padding: .7rem; }
      del, ins { text-decoration: none; display: inline-block; min-width: 100%; }
      del { background: #f003; } ins { background: #0a03; }
      table { border-collapse: collapse; } th, td { text-align: left; padding: .3rem 1.5rem .3rem 0; }
      """;
}
