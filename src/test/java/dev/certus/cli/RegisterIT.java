package dev.certus.cli;

import static dev.certus.cli.InProcess.certus;
import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.cli.Program.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers as users and operators meet them: asked, cut off, written by two, on a full disk. */
class RegisterIT {

  private static final String CANDIDATES =
      """
      {"candidateId":"C-1","attempts":[{"id":"A-1","exam":"AIF-C01","startedAt":"2026-11-14T10:00:00Z","score":650}]}
      {"candidateId":"C-2","certifications":[{"id":"K-1","certification":"AIF","earnedOn":"2024-10-15"}]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void candidates() throws IOException {
    Files.writeString(folder.resolve("in.jsonl"), CANDIDATES);
  }

  private Result night(String day, String register, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "decide",
                "./in.jsonl",
                "--as-of=2026-11-%sT08:00:00Z".formatted(day),
                "--register=" + register));
    arguments.addAll(List.of(more));
    return certus(folder, arguments.toArray(String[]::new));
  }

  private static String hash(Result result) {
    return result.err().strip().replaceFirst("(?s).* hash ", "");
  }

  @Test
  void aRegisterAnswersWhatWasDecidedOnADayAndWhyItChanged() throws IOException {
    assertThat(night("23", "./r").err()).contains("run 1, entries added: 2");
    assertThat(night("27", "./r", "--changed").err())
        .contains("rules ran on 0, the others were as before", "run 2, entries added: 0");
    Files.writeString(folder.resolve("in.jsonl"), CANDIDATES.lines().findFirst().get() + "\n");
    Result last = night("28", "./r", "--changed");
    assertThat(last.err()).contains("rules ran on 1,", "run 3, entries added: 2");

    Result then = certus(folder, "register", "show", "./r", "C-1", "--on=2026-11-27");
    assertThat(then.out()).contains("entry 1, run 1 as of 2026-11-23", "retake-blocked");
    Result now = certus(folder, "register", "show", "./r", "C-1");
    assertThat(now.out()).contains("run 3 as of 2026-11-28", "time passed", "retake-eligible");
    Result why = certus(folder, "register", "history", "./r", "C-1");
    assertThat(why.out())
        .contains("the candidate is new", "exam AIF-C01  retake-blocked -> retake-eligible");
    assertThat(certus(folder, "register", "show", "./r", "C-2").out())
        .contains("the candidate is gone", "the input had no record of it");
    assertThat(certus(folder, "register", "records", "./r", "--on=2026-11-23").out())
        .isEqualTo(CANDIDATES);
    assertThat(certus(folder, "register", "records", "./r").out())
        .isEqualTo(CANDIDATES.lines().findFirst().get() + "\n");
    assertThat(certus(folder, "register", "runs", "./r").out()).contains("run 3 as of 2026-11-28");

    Result holds = certus(folder, "register", "verify", "./r", "--expect=" + hash(last), "--all");
    assertThat(holds.out()).contains("r holds: runs 3, entries 4, decided again 3");
    assertThat(holds.exit()).isZero();
  }

  @Test
  void anotherPackShowsWhichIssuedDecisionsWouldFlip() throws IOException {
    night("23", "./r");
    night("28", "./r");
    assertThat(certus(folder, "register", "pack", "./r", "--output=./then").exit()).isZero();
    assertThat(certus(folder, "register", "flips", "./r", "--pack=./then").exit()).isZero();
    Path terms = folder.resolve("then/terms.yaml");
    Files.writeString(
        terms, Files.readString(terms).replaceFirst("- value: 14\n", "- value: 21\n"));

    Result flips = certus(folder, "register", "flips", "./r", "--pack=./then");

    assertThat(flips.exit()).isEqualTo(1);
    assertThat(flips.out())
        .contains(
            "retake-eligible -> retake-blocked  AWS-RETAKE-14D",
            "since 2026-11-28T08:00:00Z (run 2), first of C-1, exam AIF-C01",
            "retake-blocked: other until  AWS-RETAKE-14D",
            "issued decisions of 1 of 2 candidates would be others");
  }

  @Test
  void twoRecordsOfACandidateAreOneAnswerAndOneRejection() throws IOException {
    Files.writeString(
        folder.resolve("in.jsonl"), CANDIDATES + CANDIDATES.lines().findFirst().get());

    Result run = night("23", "./r", "--rejected=./rejected.jsonl");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err())
        .contains("in.jsonl:3", "another record of the candidate before this one")
        .contains("2 records decided, 1 rejected");
    assertThat(Files.readString(folder.resolve("rejected.jsonl"))).contains("\"duplicate\"");
  }

  @Test
  void anIdThatNoDatabaseHoldsIsRejectedAndAnyOtherIsHeld() throws IOException {
    Files.writeString(
        folder.resolve("in.jsonl"),
        """
        {"candidateId":"a\\"b,c\\n\\u00e9😀'"}
        {"candidateId":"n\\u0000l"}
        """);

    Result run = night("23", "./r");

    assertThat(run.err())
        .contains("in.jsonl:2: found an id with U+0000", "1 record decided, 1 rejected");
    assertThat(certus(folder, "register", "show", "./r", "a\"b,c\né😀'").exit()).isZero();
    assertThat(certus(folder, "register", "verify", "./r").out()).contains("r holds: runs 1,");
    assertThat(certus(folder, "register", "pack", "./r", "--output=./.").err())
        .contains("exists already");
  }

  @Test
  void optionsOfOutputsDoNotGoWithARegister() {
    Result run = night("23", "./r", "--format=csv");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("--format does not go with --register");
    assertThat(certus(folder, "decide", "./in.jsonl", "--changed").err())
        .contains("--changed needs the register");
    assertThat(certus(folder, "register", "show", "./none", "C-1").err())
        .contains("none: there is no register");
    assertThat(certus(folder, "register", "show", "./in.jsonl", "C-1").err())
        .contains("in.jsonl is no register", "name a register, or a file that is not there yet");
    assertThat(night("23", "./in.jsonl").err()).contains("in.jsonl is no register");
  }

  @Test
  void aRunThatIsKilledLeavesNothingOfItself() throws IOException, InterruptedException {
    certus(folder, "generate", "2000", "--as-of=2026-11-23T08:00:00Z", "--output=./in.jsonl");
    List<String> command =
        List.of("decide", "in.jsonl", "--as-of=2026-11-23T08:00:00Z", "--register=r");
    String whole = hash(Program.certus(folder, command.toArray(String[]::new)));
    Files.delete(folder.resolve("r"));
    Random random = new Random(17);
    Path register = folder.resolve("r");
    Path spool = folder.resolve("r.part");

    int kills = 0;
    for (int i = 0; i < 4; i++) {
      Process process = Program.start(folder, command);
      // In every other run, wait for the append: the register's file appears or grows.
      Path seen = i % 2 == 0 ? spool : register;
      long before = size(seen);
      Program.await(process, () -> size(seen) > before);
      if (!process.waitFor(random.nextInt(400), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        kills++;
      }
      Result verified = certus(folder, "register", "verify", "./r");
      if (verified.exit() == 2) {
        assertThat(verified.err()).contains("r: there is no register");
      } else {
        assertThat(verified.out()).contains("r holds: ", "hash ");
      }
    }
    assertThat(kills).isPositive();
    Result last = Program.certus(folder, command.toArray(String[]::new));

    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(certus(folder, "register", "runs", "./r").out()).contains(whole);
    assertThat(certus(folder, "register", "verify", "./r").exit()).isZero();
    assertThat(spool).doesNotExist();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  @Test
  void oneRunWritesWhileOthersReadAndASecondIsRefused() throws IOException, InterruptedException {
    night("23", "./r");
    Process first =
        Program.builder(
                folder,
                List.of(
                    "java",
                    "-jar",
                    Program.JAR.toString(),
                    "decide",
                    "--as-of=2026-11-24T08:00:00Z",
                    "--register=r"))
            .start();
    first.getOutputStream().write(CANDIDATES.getBytes(StandardCharsets.UTF_8));
    first.getOutputStream().flush(); // it has the register from now on, and waits for more
    Path lock = folder.resolve("r.lock");
    Program.await(first, () -> Files.exists(lock));

    Result second = night("24", "./r");
    assertThat(second.exit()).isEqualTo(2);
    assertThat(second.err()).contains("another run is writing r", "help: ");
    assertThat(certus(folder, "register", "show", "./r", "C-1").out()).contains("run 1 as of");
    first.getOutputStream().close();
    assertThat(first.waitFor()).isZero();

    assertThat(certus(folder, "register", "runs", "./r").out()).contains("run 2 as of 2026-11-24");
  }

  @Test
  void onAFullDiskTheRegisterStaysAsItWas() throws IOException {
    night("23", "./r");
    Files.createSymbolicLink(folder.resolve("r.part"), Path.of("/dev/full"));
    Result spooled = night("28", "./r");
    assertThat(spooled.exit()).isEqualTo(2);
    assertThat(spooled.err()).contains("r.part: No space left on device", "is the disk full?");
  }

  @Test
  void aDiskThatIsFullWhenTheRunAppendsLeavesTheRegisterAsItWas()
      throws IOException, InterruptedException {
    night("23", "./r");
    certus(folder, "register", "pack", "./r", "--output=./other");
    Files.writeString(folder.resolve("other/clauses.yaml"), "# another pack\n", APPEND);
    Process process =
        Program.builder(
                folder,
                List.of(
                    "java",
                    "-jar",
                    Program.JAR.toString(),
                    "decide",
                    "--as-of=2026-11-28T08:00:00Z",
                    "--pack=other",
                    "--register=r"))
            .start();
    process.getOutputStream().write(CANDIDATES.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush(); // a stream is looked at before the register is opened
    Path spool = folder.resolve("r.part");
    Program.await(process, () -> Files.exists(spool));
    // From now on it can write few bytes: enough for the rows aside, not for the pack that goes
    // into the register.
    String limit = "--fsize=16384";
    assertThat(
            new ProcessBuilder("prlimit", limit, "--pid", Long.toString(process.pid()))
                .start()
                .waitFor())
        .isZero();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(err).isEqualTo(2);
    assertThat(err).contains("certus: r: ", "help: is the disk full").doesNotContain("\tat ");
    assertThat(certus(folder, "register", "verify", "./r").out()).contains("r holds: runs 1,");
    assertThat(night("28", "./r").exit()).isZero();
  }

  @Test
  void aRegisterInPostgresqlIsTheSame() throws IOException {
    try (Database database = Database.start()) {
      String url = database.url();
      String file = hash(night("23", "./r"));
      assertThat(hash(night("23", url))).isEqualTo(file);
      Result changed = night("28", url, "--changed");
      assertThat(hash(changed)).isEqualTo(hash(night("28", "./r", "--changed")));

      assertThat(certus(folder, "register", "show", url, "C-1", "--on=2026-11-27").out())
          .contains("retake-blocked");
      assertThat(certus(folder, "register", "records", url).out()).isEqualTo(CANDIDATES);
      assertThat(certus(folder, "register", "verify", url, "--all").out())
          .contains("holds: runs 2, entries 3, decided again 3");
      certus(folder, "register", "pack", url, "--output=./then");
      assertThat(certus(folder, "register", "flips", url, "--pack=./then").exit()).isZero();

      database.query("UPDATE register_entries SET answer = replace(answer, 'eligible', 'blocked')");
      Result tampered = certus(folder, "register", "verify", url);
      assertThat(tampered.exit()).isEqualTo(1);
      assertThat(tampered.out()).contains("it was altered", "does not hold");
    }
  }
}
