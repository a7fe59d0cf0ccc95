package dev.certus.run;

import dev.certus.engine.EngineChoice;
import dev.certus.engine.EngineFactory;
import dev.certus.engine.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * What a run is given, apart from its policy, source and sink. Start with {@link #asOf(Instant)}.
 *
 * @param asOf chooses the instant to decide for; it gets the instant of the run that is resumed, or
 *     null
 * @param engine opens what decides
 * @param limits what one candidate may take
 * @param threads how many threads decide, 1 or more
 * @param checkpointEvery after how many records, at least, a checkpoint is kept, 1 or more; without
 *     effect where the sink keeps none
 * @param rejected the file for rejected records, or null where they are only reported
 * @param manifest the file for the manifest, or null
 * @param seal what seals the manifest
 * @param program the version of the program, for the manifest
 * @param listener gets reports during the run
 */
public record RunOptions(
    UnaryOperator<Instant> asOf,
    EngineFactory engine,
    Limits limits,
    int threads,
    int checkpointEvery,
    Path rejected,
    Path manifest,
    Seal seal,
    String program,
    RunListener listener) {

  /** How many records lie between two checkpoints by default. */
  public static final int CHECKPOINT_EVERY = 20_000;

  /** The defaults, as of an instant: one thread a processor, no files, nothing reported. */
  public static RunOptions asOf(Instant asOf) {
    return asOf(earlier -> asOf);
  }

  /** The defaults, as of an instant that is chosen when the run starts. */
  public static RunOptions asOf(UnaryOperator<Instant> asOf) {
    return new RunOptions(
        asOf,
        EngineChoice.AUTO,
        Limits.DEFAULT,
        Runtime.getRuntime().availableProcessors(),
        CHECKPOINT_EVERY,
        null,
        null,
        Seal.NONE,
        "unpackaged",
        new RunListener() {});
  }

  /** These options with another engine. */
  public RunOptions withEngine(EngineFactory value) {
    return new RunOptions(
        asOf, value, limits, threads, checkpointEvery, rejected, manifest, seal, program, listener);
  }

  /** These options with other limits. */
  public RunOptions withLimits(Limits value) {
    return new RunOptions(
        asOf, engine, value, threads, checkpointEvery, rejected, manifest, seal, program, listener);
  }

  /** These options with another number of threads. */
  public RunOptions withThreads(int value) {
    return new RunOptions(
        asOf, engine, limits, value, checkpointEvery, rejected, manifest, seal, program, listener);
  }

  /** These options with another number of records between two checkpoints. */
  public RunOptions withCheckpointEvery(int value) {
    return new RunOptions(
        asOf, engine, limits, threads, value, rejected, manifest, seal, program, listener);
  }

  /** These options with a file for rejected records. */
  public RunOptions withRejected(Path value) {
    return new RunOptions(
        asOf, engine, limits, threads, checkpointEvery, value, manifest, seal, program, listener);
  }

  /** These options with a file for the manifest. */
  public RunOptions withManifest(Path value) {
    return new RunOptions(
        asOf, engine, limits, threads, checkpointEvery, rejected, value, seal, program, listener);
  }

  /** These options with what seals the manifest. */
  public RunOptions withSeal(Seal value) {
    return new RunOptions(
        asOf,
        engine,
        limits,
        threads,
        checkpointEvery,
        rejected,
        manifest,
        value,
        program,
        listener);
  }

  /** These options with the version of the program that runs. */
  public RunOptions withProgram(String value) {
    return new RunOptions(
        asOf, engine, limits, threads, checkpointEvery, rejected, manifest, seal, value, listener);
  }

  /** These options with a listener. */
  public RunOptions withListener(RunListener value) {
    return new RunOptions(
        asOf, engine, limits, threads, checkpointEvery, rejected, manifest, seal, program, value);
  }
}
