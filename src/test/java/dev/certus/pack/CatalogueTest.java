package dev.certus.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path pack;

  @Test
  void anExamLastDeliveredBeforeItWouldRenewRenewsNothing() throws IOException {
    Packs.copy(Packs.FIVE_DAYS, pack);
    Files.writeString(
        pack.resolve("exams.yaml"),
        """
        certifications:
          NET: Networking
          SEC: Security
        exams:
          - {code: NET-1, certification: NET, level: any, first-day: 2020-01-01}
          - {code: SEC-1, certification: SEC, level: any, first-day: 2020-01-01, last-day: 2023-12-31}
          - {code: SEC-2, certification: SEC, level: any, first-day: 2020-01-01, last-day: 2024-01-01}
          - {code: SEC-3, certification: SEC, level: any, first-day: 2025-01-01}
        """);
    Files.writeString(
        pack.resolve("renewals.yaml"),
        "- {certification: NET, renewed-by: SEC, from: 2024-01-01}\n");

    Catalogue catalogue = Pack.read(PackFiles.read(pack, "pack")).catalogue();

    List<Renewer> renewers = catalogue.certification("NET").renewers();
    assertThat(renewers)
        .extracting(renewer -> renewer.exam().code() + " from " + renewer.opensOn())
        .containsExactly("NET-1 from 2020-01-01", "SEC-2 from 2024-01-01", "SEC-3 from 2025-01-01");
  }
}
