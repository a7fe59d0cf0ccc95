package dev.certus.explain;

/** Writes reports for one kind of reader. Thread-safe. */
public interface ReportWriter {

  /** The report as text, with the line feeds that end it. */
  String text(CandidateReport report);
}
