package dev.certus.serve;

import dev.certus.run.RejectReason;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** The numbers of the service, as OpenMetrics text. */
final class ServiceMetrics {

  private static final double NANOS = 1e9;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("certus_requests")
          .help("Requests answered.")
          .labelNames("operation", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("certus_request_seconds")
          .help("How long answers took.")
          .labelNames("operation")
          .classicOnly()
          .classicUpperBounds(0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30)
          .register(registry);
  private final Counter decided =
      Counter.builder()
          .name("certus_records_decided")
          .help("Records that got decisions.")
          .register(registry);
  private final Counter rejected =
      Counter.builder()
          .name("certus_records_rejected")
          .help("Records rejected.")
          .labelNames("reason")
          .register(registry);
  private final Counter reloads =
      Counter.builder()
          .name("certus_pack_reloads")
          .help("Later texts of packs, by whether they replaced the one before.")
          .labelNames("pack", "outcome")
          .register(registry);

  /** Numbers of a service with these packs and requests. */
  ServiceMetrics(Shelf shelf, Admission admission) {
    GaugeWithCallback.builder()
        .name("certus_requests_in_flight")
        .help("Requests that are worked on.")
        .callback(gauge -> gauge.call(admission.inside()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("certus_pack")
        .help("The texts of packs that decide; always 1.")
        .labelNames("pack", "sha256")
        .callback(
            gauge ->
                shelf
                    .all()
                    .forEach(
                        pack -> {
                          try (Edition edition = pack.edition()) {
                            gauge.call(1, pack.name(), edition.book().hash());
                          }
                        }))
        .register(registry);
  }

  /** A request was answered. */
  void answered(Operation operation, int status, long nanos) {
    requests.labelValues(operation.id(), Integer.toString(status)).inc();
    seconds.labelValues(operation.id()).observe(nanos / NANOS);
  }

  /** A record got decisions. */
  void decided() {
    decided.inc();
  }

  /** A record was rejected. */
  void rejected(RejectReason reason) {
    rejected.labelValues(reason.written()).inc();
  }

  /** A later text of a pack was read. */
  void reloaded(ServedPack pack, boolean sound) {
    reloads.labelValues(pack.name(), sound ? "replaced" : "refused").inc();
  }

  /** Answers with all numbers. */
  void answer(Exchange exchange) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    OpenMetricsTextFormatWriter writer = OpenMetricsTextFormatWriter.create();
    writer.write(bytes, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    exchange.answer(200, writer.getContentType(), bytes.toByteArray());
  }
}
