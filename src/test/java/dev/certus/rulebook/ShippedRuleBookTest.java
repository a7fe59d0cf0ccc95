package dev.certus.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certus.Packs;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedRuleBookTest {

  @TempDir private Path folder;

  @Test
  void isTheSameRuleBookWhereItArrives() throws Exception {
    PackFiles files = PackFiles.read(Packs.FIVE_DAYS, "five-days");

    RuleBook arrived = sent(ShippedRuleBook.of(files, RuleCache.none())).open();

    RuleBook here = RuleBook.load(Packs.FIVE_DAYS);
    assertThat(arrived.hash()).isEqualTo(here.hash());
    assertThat(arrived.files()).isEqualTo(files);
    assertThat(arrived.rules().keySet()).isEqualTo(here.rules().keySet());
    assertThat(arrived.newKieBase().getKiePackages()).isNotEmpty();
  }

  @Test
  void isNotShippedWhereTheGateRefusesIt() {
    Path pack = Packs.copy(Packs.FIVE_DAYS, folder);
    Packs.change(pack.resolve("waits.drl"), "outcome == Outcome.FAIL", "day.date > \"yesterday\"");
    PackFiles files = PackFiles.read(pack, "mine");

    assertThatThrownBy(() -> ShippedRuleBook.of(files, RuleCache.none()))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("a date that is written as a text");
  }

  private static ShippedRuleBook sent(ShippedRuleBook book)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(book);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ShippedRuleBook) in.readObject();
    }
  }
}
