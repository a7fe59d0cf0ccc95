package dev.certus.cli;

import dev.certus.run.OtherRunException;
import dev.certus.run.RunSetting;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Collectors;

/** Failures to read and write, in words. */
final class Failure {

  private Failure() {}

  /** What went wrong, in words. */
  static String why(IOException e) {
    if (e instanceof NoSuchFileException missing) {
      return missing.getFile() + ": there is no such file or folder";
    }
    if (e instanceof AccessDeniedException denied) {
      return denied.getFile() + ": permission denied";
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return e instanceof OtherRunException other
        ? why(other)
        : OptionNames.in(String.valueOf(e.getMessage()));
  }

  private static String why(OtherRunException e) {
    return e.differences().stream()
        .map(d -> "%s was %s and is %s".formatted(option(d.setting()), d.earlier(), d.now()))
        .collect(
            Collectors.joining(
                "; ",
                "the run that was cut off was another: ",
                "\n  help: run it with the same, or once without --checkpoint, to start over"));
  }

  /** How the user names a setting. */
  private static String option(RunSetting setting) {
    return switch (setting) {
      case AS_OF -> "--as-of";
      case TABLES -> "--table";
      case REJECTED -> "--rejected";
      case FORMAT -> "--format";
      case CHECKPOINT_EVERY -> "--checkpoint-every";
      case PACK, PROGRAM, TIME_ZONES, INPUT -> setting.toString();
    };
  }
}
