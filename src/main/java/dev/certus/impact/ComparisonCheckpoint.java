package dev.certus.impact;

import dev.certus.file.PartFile;
import dev.certus.run.CheckpointJson;
import dev.certus.run.SourceMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps how far a comparison has come, in the file {@code REPORT.checkpoint}, so that a later one
 * of the same packs and the same records resumes from there.
 */
public final class ComparisonCheckpoint {

  private static final String OVER = "delete it to start over";

  private final Path file;
  private final Map<String, String> comparison;
  private final int every;

  /**
   * The checkpoint of a comparison.
   *
   * @param report the file of the report
   * @param comparison what must be the same to resume, by name
   * @param every after how many records, at least, it is kept
   */
  public ComparisonCheckpoint(Path report, Map<String, String> comparison, int every) {
    this.file = report.resolveSibling(report.getFileName() + ".checkpoint");
    this.comparison = new TreeMap<>(comparison);
    this.every = every;
  }

  /** How far a comparison has come. */
  record Reached(
      Map<String, String> comparison, long records, String recordsSha256, TalliesSnapshot tallies) {

    SourceMark mark() {
      return new SourceMark(records, recordsSha256);
    }
  }

  int every() {
    return every;
  }

  /**
   * How far an earlier comparison has come; null where there was none.
   *
   * @throws IOException where it was another comparison, or the checkpoint is damaged
   */
  Reached resume() throws IOException {
    if (Files.notExists(file)) {
      return null;
    }
    Reached reached =
        CheckpointJson.read(Files.readAllBytes(file), file.toString(), Reached.class, OVER);
    for (Map.Entry<String, String> setting : comparison.entrySet()) {
      String earlier = reached.comparison().get(setting.getKey());
      if (!setting.getValue().equals(earlier)) {
        throw new IOException(
            "%s is of another comparison: %s was %s and is %s%n  help: %s"
                .formatted(file, setting.getKey(), earlier, setting.getValue(), OVER));
      }
    }
    return reached;
  }

  /** Keeps how far this comparison has come, durably. */
  void keep(SourceMark mark, TalliesSnapshot tallies) throws IOException {
    try (PartFile part = PartFile.create(file)) {
      part.stream()
          .write(
              CheckpointJson.write(
                  new Reached(comparison, mark.records(), mark.recordsSha256(), tallies)));
      part.complete();
    }
  }

  /** Deletes the checkpoint, when the report is there. */
  public void discard() throws IOException {
    Files.deleteIfExists(file);
  }
}
