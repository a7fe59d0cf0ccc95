package dev.certus.register;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.pack.PackFiles;
import dev.certus.record.CandidateRecord;
import dev.certus.record.RecordException;
import dev.certus.record.RecordReader;
import dev.certus.record.RecordShape;
import dev.certus.rulebook.RuleBook;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Decides again by the packs that a register keeps: each is compiled when it is first needed. */
public final class Replay implements Closeable {

  private final Function<PackFiles, RuleBook> compiler;
  private final String program;
  private final Map<String, PackFiles> packs = new HashMap<>();
  private final Map<String, Engine> engines = new HashMap<>();

  /**
   * A replay.
   *
   * @param compiler compiles a pack
   * @param program the version of the program
   */
  public Replay(Function<PackFiles, RuleBook> compiler, String program) {
    this.compiler = compiler;
    this.program = program;
  }

  /** Takes the packs of runs from a register; {@link #engine} reads nothing then. */
  void load(Register register, List<Run> runs) throws IOException {
    for (Run run : runs) {
      String pack = run.policy().packSha256();
      if (!packs.containsKey(pack)) {
        packs.put(pack, register.pack(pack));
      }
    }
  }

  /** What decides as a run did. */
  synchronized Engine engine(Run.Policy policy) {
    String key = policy.packSha256() + " " + policy.maxFacts();
    Engine engine = engines.get(key);
    if (engine == null) {
      RuleBook book = compiler.apply(packs.get(policy.packSha256()));
      engine = EngineChoice.openOne(book, new Limits(policy.maxFacts(), Limits.DEFAULT.seconds()));
      engines.put(key, engine);
    }
    return engine;
  }

  /** Whether this program is the one that decided. */
  boolean isProgram(Run.Policy policy) {
    return program.equals(policy.program());
  }

  /** The lists and fields of the records that a run decided. */
  RecordShape shape(Run.Policy policy) {
    return packs.get(policy.packSha256()).record();
  }

  /** A record of the register. */
  static CandidateRecord record(RecordShape shape, String json) throws IOException {
    try {
      return new RecordReader(shape, field -> {})
          .read(ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8)));
    } catch (RecordException e) {
      throw new IOException("a record of the register cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    engines.values().forEach(Engine::close);
  }
}
