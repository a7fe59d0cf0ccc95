package dev.certus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.pack.Pack;
import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Policy is in packs: no Java file names a clause, an exam, a certification or a term. */
class NoPolicyInJavaTest {

  @Test
  void javaNamesNothingOfThePack() throws IOException {
    Pattern names =
        Pattern.compile(
            "\"[^\"\n]*\\b("
                + names().stream().map(Pattern::quote).collect(Collectors.joining("|"))
                + ")\\b[^\"\n]*\"");
    try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> spark = Files.walk(Path.of("src/spark/java"))) {
      List<Path> sources =
          Stream.concat(main, spark).filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).isNotEmpty();
      for (Path source : sources) {
        assertThat(names.matcher(Files.readString(source)).results().map(r -> r.group()))
            .as("policy named in %s", source)
            .isEmpty();
      }
    }
  }

  private static Set<String> names() {
    Pack pack = Pack.read(PackFiles.read(Packs.AWS, "aws"));
    Set<String> names = new TreeSet<>(pack.clauses().keySet());
    names.remove("RECORD"); // an English word, too
    pack.catalogue().exams().stream().map(Exam::code).forEach(names::add);
    pack.catalogue().certifications().stream().map(Certification::code).forEach(names::add);
    pack.terms().all().stream()
        .map(Term::name)
        .filter(name -> name.contains("-"))
        .forEach(names::add);
    names.addAll(pack.decisions().keySet());
    names.removeIf(name -> name.matches("[a-z]+"));
    return names;
  }
}
