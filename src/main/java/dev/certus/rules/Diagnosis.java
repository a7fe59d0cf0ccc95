package dev.certus.rules;

import dev.certus.policy.Location;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
import java.util.List;
import org.kie.api.builder.Message;

/** Turns what the rule compiler says into problems of the pack's files. */
final class Diagnosis {

  private final PackFiles files;

  Diagnosis(PackFiles files) {
    this.files = files;
  }

  List<Problem> of(List<Message> errors) {
    return errors.stream().map(this::of).distinct().toList();
  }

  private Problem of(Message error) {
    return new Problem(
        new Location(files.path(error.getPath()), Math.max(error.getLine(), 0), 0),
        error.getText(),
        null);
  }

  List<Problem> of(RuntimeException stumble) {
    return List.of(
        new Problem(
            Location.of(files.folder()),
            "the rules cannot be compiled: " + stumble.getMessage(),
            null));
  }
}
