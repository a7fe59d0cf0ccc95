package dev.certus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged job, as spark-submit runs it, in a process of its own. */
class JobIT {

  private static final String GOOD = "{\"candidateId\":\"C-1\"}";

  @TempDir private Path folder;

  @Test
  void rejectedRecordsAreAFinding() throws IOException, InterruptedException {
    Files.write(folder.resolve("in.jsonl"), List.of(GOOD, "{", "{\"candidateId\":7,\"c\":1}"));

    assertThat(
            job("in.jsonl", "--output=out", "--rejected=rejected", "--format=csv", "--engine=both"))
        .isEqualTo(1);

    assertThat(log())
        .contains("pack aws")
        .contains("warning: unknown field `c` is ignored")
        .contains("1 record decided, 2 rejected (1 invalid, 1 malformed)");
    assertThat(folder.resolve("out/_SUCCESS")).exists();
    assertThat(lines("rejected"))
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"reason\":\"invalid\",\"problems\":[{\"pointer\":\"/candidateId\"")
                    .contains("\"raw\":\"{\\\"candidateId\\\":7,\\\"c\\\":1}\""));
  }

  @Test
  void recordsThatAreNotThereAreToldAndNothingIsWritten() throws IOException, InterruptedException {
    assertThat(job("nowhere", "--output=out", "--rejected=rejected")).isEqualTo(2);

    assertThat(log()).contains("certus: nowhere: there is no such file or folder");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void whatIsThereIsNotOverwritten() throws IOException, InterruptedException {
    Files.write(folder.resolve("in.jsonl"), List.of(GOOD));
    Files.createDirectory(folder.resolve("out"));

    assertThat(job("in.jsonl", "--output=out", "--rejected=rejected")).isEqualTo(2);

    assertThat(log()).contains("certus: out is there already").contains("help: remove it");
  }

  @Test
  void aCandidateOnWhomARuleFailsIsSetAsideBesideThoseThatCannotBeRead()
      throws IOException, InterruptedException {
    Files.write(folder.resolve("in.jsonl"), List.of(GOOD, GOOD.replace("C-1", "C-2"), "{"));
    Path pack = Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("pack")));
    Packs.addRuleOnC2(pack, "", "decisions.give( null, attempt( \"A-1\" ) );");

    assertThat(job("in.jsonl", "--output=out", "--rejected=rejected", "--pack=pack")).isEqualTo(1);

    assertThat(log()).contains("1 record decided, 2 rejected (1 malformed, 1 rules)");
    assertThat(lines("out")).singleElement().asString().contains("\"C-1\"");
    assertThat(lines("rejected"))
        .hasSize(2)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains("\"candidateId\":\"C-2\"", "\"reason\":\"rules\"")
                    .contains("\"rule\":\"a rule of tonight\""))
        .anySatisfy(line -> assertThat(line).contains("\"reason\":\"malformed\""));
  }

  @Test
  void aPackThatReachesOutIsRefusedAtItsPlace() throws IOException, InterruptedException {
    Files.write(folder.resolve("in.jsonl"), List.of(GOOD));
    Path pack = Packs.copy(Packs.AWS, Files.createDirectory(folder.resolve("pack")));
    Packs.addRuleOnC2(pack, "", "new java.io.File( \"escaped\" ).mkdir();");

    assertThat(job("in.jsonl", "--output=out", "--rejected=rejected", "--pack=pack")).isEqualTo(2);

    assertThat(log())
        .containsPattern("certus: pack/\\S+\\.drl:\\d+:\\d+: ")
        .contains("a rule may not use `new File`");
    assertThat(folder.resolve("out")).doesNotExist();
    assertThat(folder.resolve("escaped")).doesNotExist();
  }

  private int job(String... arguments) throws IOException, InterruptedException {
    return new Job(folder).start("local[2]", arguments).waitFor();
  }

  private String log() throws IOException {
    return new Job(folder).log();
  }

  private List<String> lines(String output) throws IOException {
    return new Job(folder).lines(output);
  }
}
