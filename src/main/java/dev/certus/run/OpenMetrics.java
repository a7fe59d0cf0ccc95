package dev.certus.run;

import dev.certus.file.PartFile;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The numbers of a run as OpenMetrics text, in a file that a monitoring system collects. */
public final class OpenMetrics {

  private OpenMetrics() {}

  /** Writes the metrics of a run; the file appears when it is complete. */
  public static void write(Path file, RunResult run) throws IOException {
    Tally tally = run.tally();
    MetricSnapshots metrics =
        MetricSnapshots.of(
            counter("certus_records_decided", "Records that got decisions.", tally.decided()),
            counter("certus_records_rejected", "Records rejected.", "reason", tally.rejections()),
            counter("certus_decisions", "Decisions given.", "code", tally.decisions()),
            counter("certus_rule_firings", "Firings of rules.", "rule", run.firings()),
            gauge("certus_run_seconds", "How long the run took.", run.seconds()),
            gauge("certus_records_per_second", "Records a second.", run.recordsPerSecond()));
    try (PartFile part = PartFile.create(file)) {
      OpenMetricsTextFormatWriter.create()
          .write(part.stream(), metrics, EscapingScheme.UNDERSCORE_ESCAPING);
      part.complete();
    }
  }

  private static MetricSnapshot counter(String name, String help, long value) {
    return CounterSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
        .build();
  }

  private static MetricSnapshot counter(
      String name, String help, String label, Map<String, Long> values) {
    CounterSnapshot.Builder counter = CounterSnapshot.builder().name(name).help(help);
    values.forEach(
        (key, value) ->
            counter.dataPoint(
                CounterDataPointSnapshot.builder()
                    .labels(Labels.of(label, key))
                    .value((double) value)
                    .build()));
    return counter.build();
  }

  private static MetricSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }
}
