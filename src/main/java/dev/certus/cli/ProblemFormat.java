package dev.certus.cli;

import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import dev.certus.problem.ProblemJson;
import java.util.List;

/** The formats of problems of a pack. */
enum ProblemFormat {
  /** For people: the place, the line itself with a caret, and what to do. */
  HUMAN {
    @Override
    String text(Problem problem, PackFiles files) {
      StringBuilder text = new StringBuilder();
      text.append(problem.at())
          .append(": ")
          .append(problem.message())
          .append(" [")
          .append(problem.code())
          .append(']');
      String line = line(problem.at(), files);
      if (line != null) {
        text.append("\n  | ").append(line.replace('\t', ' '));
        if (problem.at().column() > 0) {
          text.append("\n  | ").append(" ".repeat(problem.at().column() - 1)).append('^');
        }
      }
      if (problem.help() != null) {
        text.append("\n  help: ").append(problem.help());
      }
      return text.append('\n').toString();
    }
  },
  /** For programs: one JSON object a line. */
  JSON {
    @Override
    String text(Problem problem, PackFiles files) {
      return ProblemJson.of(problem).toString();
    }
  },
  /** For GitHub Actions, which shows them beside the lines of a change. */
  GITHUB {
    @Override
    String text(Problem problem, PackFiles files) {
      Location at = problem.at();
      String help = problem.help() == null ? "" : "; " + problem.help();
      return "::error file=%s,line=%d,col=%d,title=%s::%s"
          .formatted(
              property(at.file()),
              Math.max(1, at.line()),
              Math.max(1, at.column()),
              property(problem.code()),
              escaped(problem.message() + help));
    }
  };

  abstract String text(Problem problem, PackFiles files);

  /** The line that a problem is on, or null where it is about a whole file. */
  private static String line(Location at, PackFiles files) {
    String prefix = files.folder() + "/";
    String text =
        at.file().startsWith(prefix)
            ? files.texts().get(at.file().substring(prefix.length()))
            : null;
    List<String> lines = text == null ? List.of() : text.lines().toList();
    return at.line() >= 1 && at.line() <= lines.size() ? lines.get(at.line() - 1) : null;
  }

  private static String escaped(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return escaped(text).replace(":", "%3A").replace(",", "%2C");
  }
}
