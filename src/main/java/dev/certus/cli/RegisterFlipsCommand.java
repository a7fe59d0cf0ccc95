package dev.certus.cli;

import dev.certus.engine.Engine;
import dev.certus.engine.EngineChoice;
import dev.certus.engine.Limits;
import dev.certus.problem.Count;
import dev.certus.register.Flip;
import dev.certus.register.Flips;
import dev.certus.register.Replay;
import dev.certus.rulebook.RuleBook;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code certus register flips}: which issued decisions another pack would have given otherwise.
 */
@Command(
    name = "flips",
    mixinStandardHelpOptions = true,
    description = {
      "Reports which decisions that were issued would have been others by another pack, and"
          + " since when. Exits with 1 if there are any."
    })
final class RegisterFlipsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "REGISTER", description = AskedRegister.PLACE)
  private String place;

  @Mixin private PackOption pack;

  @Mixin private ThreadsOption threads;

  @Option(names = "--format", defaultValue = "human", description = AskedRegister.FORMAT)
  private AskedRegister.Format format;

  private final Map<Flip.Kind, RegisterText.FlipSum> sums = new LinkedHashMap<>();
  private long candidates;
  private long flipped;

  @Override
  public Integer call() {
    int deciding = threads.number();
    return AskedRegister.ask(
        place,
        spec,
        register -> {
          RuleBook book = PackOption.compile(pack.announce(spec.commandLine().getErr()));
          try (Replay replay = AskedRegister.replay();
              Engine other = EngineChoice.openOne(book, Limits.DEFAULT)) {
            new Flips(register.database(), replay, other, book.pack().record(), deciding)
                .run(flips -> take(flips, register));
          }
          if (format == AskedRegister.Format.HUMAN) {
            print(register);
          }
          return sums.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
        });
  }

  private void take(List<Flip> flips, AskedRegister register) throws IOException {
    candidates++;
    flipped += flips.isEmpty() ? 0 : 1;
    for (Flip flip : flips) {
      sums.computeIfAbsent(flip.kind(), RegisterText.FlipSum::new).add(flip);
      if (format == AskedRegister.Format.JSON) {
        register.printJson(flip);
      }
    }
  }

  private void print(AskedRegister register) throws IOException {
    List<RegisterText.FlipSum> most =
        sums.values().stream()
            .sorted(Comparator.comparing(RegisterText.FlipSum::candidates).reversed())
            .toList();
    for (RegisterText.FlipSum sum : most) {
      register.print(sum.toString());
    }
    register.print(
        "%s: issued decisions of %,d of %s would be others%n"
            .formatted(place, flipped, Count.of(candidates, "candidate")));
  }
}
