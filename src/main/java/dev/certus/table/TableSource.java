package dev.certus.table;

import dev.certus.decision.CodePoints;
import dev.certus.file.FileHash;
import dev.certus.problem.Count;
import dev.certus.record.RecordProblem;
import dev.certus.run.Fault;
import dev.certus.run.InputRecord;
import dev.certus.run.RecordPlace;
import dev.certus.run.RecordSource;
import dev.certus.run.RejectReason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Records whose parts are rows of several tables. All tables are read along at once, in the order
 * of the candidates' ids by code point, so that memory does not grow with them; each candidate's
 * rows become one record, as JSON Lines would have it, in an order that does not depend on how they
 * stood.
 */
public final class TableSource implements RecordSource {

  /** How many rows of one candidate and table are put together; whoever has more is rejected. */
  private static final int MOST = 100_000;

  /**
   * Where tables come from.
   *
   * @param name how messages name it; no secret is part of it
   * @param kind {@code csv}, {@code parquet} or {@code postgresql}
   * @param tables {@code NAME=PLACE} for each table that has a place of its own
   * @param candidates how many rows the table of candidates has
   */
  public record Origin(String name, String kind, List<String> tables, long candidates) {}

  /** What holds the tables open. */
  public interface Holder extends Closeable {

    /** The files that were read. */
    List<FileHash> files() throws IOException;
  }

  private final Origin origin;
  private final Holder holder;
  private final List<MergeCursor> heads = new ArrayList<>();

  /**
   * A source.
   *
   * @param tables the tables that there are, that of candidates first
   */
  public TableSource(Origin origin, Holder holder, List<Rows> tables) throws IOException {
    this.origin = origin;
    this.holder = holder;
    for (Rows rows : tables) {
      heads.add(new MergeCursor(rows));
    }
  }

  @Override
  public InputRecord next() throws IOException {
    String candidateId =
        heads.stream()
            .map(MergeCursor::candidateId)
            .filter(Objects::nonNull)
            .min(CodePoints::compare)
            .orElse(null);
    if (candidateId == null) {
      return null;
    }
    return candidateId.isEmpty() ? anonymous() : of(candidateId);
  }

  private InputRecord of(String candidateId) throws IOException {
    Map<Rows, List<TableRow>> rows = new LinkedHashMap<>();
    List<RecordProblem> tooMany = new ArrayList<>();
    for (MergeCursor head : heads) {
      rows.put(head.rows(), head.take(candidateId, MOST));
      if (head.left() > 0) {
        tooMany.add(tooMany(head));
      }
    }
    RecordPlace place = new RecordPlace.Rows(candidateId);
    if (!tooMany.isEmpty()) {
      return new InputRecord(place, null, new Fault(RejectReason.OVERSIZE, List.copyOf(tooMany)));
    }
    return new InputRecord(place, RowJson.of(candidateId, rows), fault(rows));
  }

  /** Each row that does not say whose it is is rejected by itself. */
  private InputRecord anonymous() throws IOException {
    for (MergeCursor head : heads) {
      if ("".equals(head.candidateId())) {
        ByteBuffer raw = RowJson.of("", Map.of(head.rows(), List.of(head.advance())));
        RecordProblem problem =
            new RecordProblem(
                "/candidateId",
                "nothing in a row of `%s`".formatted(head.rows().table().name()),
                "the candidate's id in every row");
        return new InputRecord(
            new RecordPlace.Rows(""), raw, new Fault(RejectReason.INVALID, List.of(problem)));
      }
    }
    throw new IllegalStateException("no row without a candidate");
  }

  private static RecordProblem tooMany(MergeCursor head) {
    return new RecordProblem(
        pointer(head.rows()),
        "%,d rows".formatted(MOST + head.left()),
        "%,d rows of a candidate at most".formatted(MOST));
  }

  /** What is wrong with the candidate's row among the candidates, or null. */
  private static Fault fault(Map<Rows, List<TableRow>> rows) {
    int own = 0;
    for (Map.Entry<Rows, List<TableRow>> table : rows.entrySet()) {
      own += table.getKey().table().isCandidates() ? table.getValue().size() : 0;
    }
    return switch (own) {
      case 0 -> orphan(rows);
      case 1 -> null;
      default ->
          new Fault(
              RejectReason.DUPLICATE,
              List.of(
                  new RecordProblem(
                      "/candidateId", own + " rows", "one row of `candidates` a candidate")));
    };
  }

  private static Fault orphan(Map<Rows, List<TableRow>> rows) {
    List<RecordProblem> problems = new ArrayList<>();
    for (Map.Entry<Rows, List<TableRow>> table : rows.entrySet()) {
      int count = table.getValue().size();
      if (count > 0) {
        problems.add(
            new RecordProblem(
                pointer(table.getKey()),
                Count.of(count, "row"),
                "a row of `candidates` with this candidate_id"));
      }
    }
    return new Fault(RejectReason.ORPHAN, List.copyOf(problems));
  }

  private static String pointer(Rows rows) {
    return rows.table().isCandidates() ? "/candidateId" : "/" + rows.table().list();
  }

  @Override
  public String name() {
    return origin.name();
  }

  @Override
  public String kind() {
    return origin.kind();
  }

  @Override
  public List<String> tables() {
    return origin.tables();
  }

  @Override
  public double progress() {
    return origin.candidates() == 0
        ? Double.NaN
        : Math.min(1, (double) heads.get(0).read() / origin.candidates());
  }

  @Override
  public List<FileHash> files() throws IOException {
    return holder.files();
  }

  @Override
  public void close() throws IOException {
    holder.close();
  }
}
