package dev.certus.spark;

import dev.certus.engine.EngineChoice;
import dev.certus.pack.DefaultPack;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.rulebook.RuleBook;
import dev.certus.rulebook.RuleCache;
import dev.certus.rulebook.ShippedRuleBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The job that spark-submit runs: records in, decisions out. */
@Command(
    name = "dev.certus.spark.SparkJob",
    mixinStandardHelpOptions = true,
    description = {
      "Decides candidate records on Apache Spark, with the answers that `certus decide` gives.",
      "A record that breaks the contract is rejected with the place and the cause; the job continues."
    },
    footer = {
      "",
      "Example:",
      "  spark-submit --class dev.certus.spark.SparkJob certus-spark.jar hdfs:///night/tables \\",
      "      --input-format parquet --as-of 2026-11-23T08:00:00Z \\",
      "      --output hdfs:///night/decisions --rejected hdfs:///night/rejected",
      "",
      "Exit codes: 0 fine; 1 finished, but more records were rejected than --max-rejected;",
      "2 could not run."
    })
public final class SparkJob implements Callable<Integer> {

  /**
   * How much a task reads. Deciding is more work a byte than Spark supposes: so less than 128 MB.
   */
  private static final String TASK = "spark.sql.files.maxPartitionBytes";

  private static final int HASH_SHOWN = 12;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      description =
          "The records: files of JSON Lines, or the folder that holds the tables of the contract.")
  private String input;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (the default), csv or parquet.")
  private Format inputFormat;

  @Option(
      names = "--pack",
      paramLabel = "FOLDER",
      description =
          "The policy pack, in a folder where the driver runs. Default: the working folder where it"
              + " holds pack.yaml, else rules/aws in it, else the AWS pack that the program"
              + " carries.")
  private Path pack;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      required = true,
      converter = AsOf.class,
      description = "The instant to decide for, with an offset or Z, such as 2026-11-23T08:00:00Z.")
  private Instant asOf;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "auto",
      description =
          "auto (the default): by the plan of the rules, and some records in a session of Drools"
              + " as well; plan: by the plan alone; session: in sessions alone; both: every"
              + " record in both ways. Two different answers end the job.")
  private EngineChoice engine;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      required = true,
      description = "Where the decisions go; not to be there yet.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "jsonl",
      description = "jsonl (the default), csv or parquet.")
  private Format format;

  @Option(
      names = "--rejected",
      paramLabel = "FOLDER",
      required = true,
      description =
          "Where rejected records go, each as a JSON line with its problems and the record as it"
              + " was; not to be there yet.")
  private String rejected;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many records may be rejected before the exit code is 1. Default: 0.")
  private long maxRejected;

  private SparkJob() {}

  /** Runs the job; ends the process where its exit code is not 0. */
  public static void main(String[] arguments) {
    int exit = run(new PrintWriter(System.err, true, StandardCharsets.UTF_8), arguments);
    if (exit != CommandLine.ExitCode.OK) {
      System.exit(exit);
    }
  }

  static int run(PrintWriter err, String... arguments) {
    return new CommandLine(new SparkJob())
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(SparkJob::misused)
        .setExecutionExceptionHandler(SparkJob::failed)
        .execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    ShippedRuleBook book = ship(err);
    try (SparkSession spark = session()) {
      JobFiles files = new JobFiles(spark);
      files.requireFree(output);
      files.requireFree(rejected);
      SparkDecider decider = new SparkDecider(spark, book, engine, asOf);
      DecisionForm form = format == Format.JSONL ? DecisionForm.LINES : DecisionForm.ROWS;
      Observation observation = new Observation();
      Answers answers =
          decider
              .decide(files.read(book.record(), input, inputFormat, w -> warn(err, w)), form)
              .observed(observation);
      JobFiles.write(answers.decisions(), format, output);
      JobTally tally = JobTally.of(observation);
      JobFiles.writeRejected(answers.rejected(tally), tally.rejected(), rejected);
      decider.unknownFields().forEach(f -> warn(err, "unknown field `" + f + "` is ignored"));
      err.println(tally);
      return tally.rejected() > maxRejected ? 1 : CommandLine.ExitCode.OK;
    }
  }

  private static SparkSession session() {
    SparkSession spark = SparkSession.builder().appName("certus").getOrCreate();
    // What a rejected record says of its instants shall not depend on the machine's time zone.
    spark.conf().set("spark.sql.session.timeZone", "UTC");
    if (!spark.sparkContext().getConf().contains(TASK)) {
      spark.conf().set(TASK, "16m");
    }
    return spark;
  }

  private ShippedRuleBook ship(PrintWriter err) {
    PackFiles files = pack == null ? DefaultPack.read() : PackFiles.read(pack, pack.toString());
    ShippedRuleBook book = ShippedRuleBook.of(files, RuleCache.none());
    RuleBook opened = book.open();
    Pack read = opened.pack();
    err.printf(
        "pack %s %s from %s (sha256 %s)%n",
        read.name(), read.version(), files.folder(), book.hash().substring(0, HASH_SHOWN));
    engine.check(opened, unplanned -> EngineChoice.notes(unplanned).forEach(err::println));
    return book;
  }

  private static void warn(PrintWriter err, String warning) {
    err.println("warning: " + warning);
  }

  private static int misused(ParameterException e, String[] arguments) {
    PrintWriter err = e.getCommandLine().getErr();
    err.println("certus: " + e.getMessage());
    err.println("  help: --help lists all options");
    return CommandLine.ExitCode.USAGE;
  }

  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof PackException || e instanceof JobException) {
      err.println("certus: " + e.getMessage());
    } else if (e instanceof SparkThrowable || e instanceof IOException) {
      err.println("certus: Spark could not run the job: " + e.getMessage());
      err.println("  help: the lines before this one, and the logs of the executors, say more");
    } else {
      err.println("certus: this is a mistake in certus itself; please report it:");
      e.printStackTrace(err);
    }
    return CommandLine.ExitCode.USAGE;
  }
}
