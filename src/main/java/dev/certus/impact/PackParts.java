package dev.certus.impact;

import dev.certus.drl.DrlTree;
import dev.certus.drl.Span;
import dev.certus.pack.PackFiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The parts of a pack's files, and the pack with other parts in their places. */
final class PackParts {

  private final PackFiles files;
  private final Map<String, PackPart> parts = new LinkedHashMap<>();

  private PackParts(PackFiles files) {
    this.files = files;
  }

  /** The parts of a pack that is sound. */
  static PackParts of(PackFiles files) {
    PackParts parts = new PackParts(files);
    parts.addRules();
    files.yaml().keySet().forEach(file -> YamlParts.of(files, file).forEach(parts::add));
    return parts;
  }

  private void addRules() {
    DrlTree drl = DrlTree.of(files);
    SortedMap<String, String> plain = drl.withoutComments();
    Map<String, Integer> headers = new HashMap<>();
    drl.types().forEach(type -> add("fact", type.name(), type.whole(), plain, headers));
    drl.functions().forEach(f -> add("function", f.name(), f.whole(), plain, headers));
    drl.rules().forEach(rule -> add("rule", rule.name(), rule.whole(), plain, headers));
    headers.forEach(
        (file, end) -> {
          String text = files.texts().get(file).substring(0, end);
          String meaning = Span.squeezed(plain.get(file).substring(0, end));
          add(new PackPart("imports", file, file, "imports", 0, end, text, meaning));
        });
  }

  private void add(
      String kind,
      String name,
      Span whole,
      Map<String, String> plain,
      Map<String, Integer> headers) {
    String meaning = Span.squeezed(plain.get(whole.file()).substring(whole.start(), whole.end()));
    add(
        new PackPart(
            kind, name, whole.file(), "", whole.start(), whole.end(), whole.text(), meaning));
    headers.merge(whole.file(), whole.start(), Math::min);
  }

  private void add(PackPart part) {
    parts.put(part.key(), part);
  }

  /** The files. */
  PackFiles files() {
    return files;
  }

  /** The parts by their keys. */
  Map<String, PackPart> all() {
    return parts;
  }

  /**
   * The pack with other parts.
   *
   * @param wanted parts by their keys: each takes the place of that which has its key, or comes
   *     behind the others; null where there is to be none
   */
  PackFiles with(Map<String, PackPart> wanted) {
    Map<String, List<Splice>> splices = new LinkedHashMap<>();
    wanted.forEach(
        (key, part) -> {
          PackPart own = parts.get(key);
          if (own != null || part != null) {
            String file = own == null ? part.file() : own.file();
            splices.computeIfAbsent(file, f -> new ArrayList<>()).add(splice(own, part));
          }
        });
    PackFiles changed = files;
    for (Map.Entry<String, List<Splice>> file : splices.entrySet()) {
      changed = changed.with(file.getKey(), text(file.getKey(), file.getValue()));
    }
    return changed;
  }

  /** A part in place of another, or behind those of its section where it takes no other's place. */
  private Splice splice(PackPart own, PackPart part) {
    if (own != null) {
      return new Splice(own.start(), own.end(), part == null ? "" : part.text());
    }
    String text = files.texts().getOrDefault(part.file(), "");
    int end = part.section().equals("imports") ? 0 : sectionEnd(part, text.length());
    return new Splice(end, end, lineFeed(text, end) + part.text());
  }

  /** From the end on, so that offsets stay; what is put at one place keeps its order. */
  private String text(String file, List<Splice> splices) {
    StringBuilder text = new StringBuilder(files.texts().getOrDefault(file, ""));
    splices.stream()
        .sorted(Comparator.comparingInt(Splice::start).reversed())
        .forEach(splice -> text.replace(splice.start(), splice.end(), splice.text()));
    return text.toString();
  }

  private static String lineFeed(CharSequence text, int end) {
    return end > 0 && text.charAt(end - 1) != '\n' ? "\n" : "";
  }

  private int sectionEnd(PackPart part, int end) {
    return parts.values().stream()
        .filter(own -> own.file().equals(part.file()) && own.section().equals(part.section()))
        .mapToInt(PackPart::end)
        .max()
        .orElse(end);
  }

  /** A text in place of another. */
  private record Splice(int start, int end, String text) {}
}
