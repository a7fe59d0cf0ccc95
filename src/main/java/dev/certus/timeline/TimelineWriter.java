package dev.certus.timeline;

/** Writes timelines for one kind of reader. Thread-safe. */
public interface TimelineWriter {

  /** The timeline as text, with the line feeds that end it. */
  String text(Timeline timeline);
}
