package dev.certus.yaml;

import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of a YAML 1.2 document that knows its place in the file, so that whatever is wrong with it
 * can be said there. All methods that take a value out throw {@link PackException} where the node
 * is not of that form.
 */
public final class Yaml {

  private final String file;
  private final Node node;

  private Yaml(String file, Node node) {
    this.file = file;
    this.node = node;
  }

  /**
   * The one document of a file.
   *
   * @param file the file's name, for messages
   * @throws PackException where it is no well-formed YAML, repeats a key or is empty
   */
  public static Yaml parse(String file, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      return new Yaml(
          file,
          root.orElseThrow(() -> new PackException(Location.of(file), "the file is empty", null)));
    } catch (MarkedYamlEngineException e) {
      Location at = e.getProblemMark().map(m -> at(file, m)).orElse(Location.of(file));
      throw new PackException(at, "this is not well-formed YAML: " + e.getProblem(), null);
    } catch (YamlEngineException e) {
      throw new PackException(
          Location.of(file), "this is not well-formed YAML: " + e.getMessage(), null);
    }
  }

  /** Where the node begins. */
  public Location at() {
    return node.getStartMark().map(m -> at(file, m)).orElse(Location.of(file));
  }

  private static Location at(String file, Mark mark) {
    return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** A problem with this node. */
  public PackException problem(String message, String help) {
    return new PackException(at(), message, help);
  }

  /** Whether the node is a mapping. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** Whether the node is a sequence. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether the node is empty or {@code null}. */
  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The entries of a mapping, in the file's order. */
  public Map<String, Yaml> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw problem("a mapping of names to values is expected here", null);
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Yaml key = new Yaml(file, tuple.getKeyNode());
      if (entries.put(key.text(), new Yaml(file, tuple.getValueNode())) != null) {
        throw key.problem("`%s` stands here twice".formatted(key.text()), "keep one of them");
      }
    }
    return entries;
  }

  /** Where the key of an entry of this mapping stands; where the mapping begins if it has none. */
  public Location keyAt(String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .map(tuple -> new Yaml(file, tuple.getKeyNode()))
            .filter(name -> name.text().equals(key))
            .findFirst()
            .map(Yaml::at)
            .orElse(at())
        : at();
  }

  /**
   * The node that a JSON pointer (RFC 6901, without escapes) leads to from here; where it leads to
   * none, the last node on the way.
   */
  public Yaml nearest(String pointer) {
    Yaml at = this;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      Yaml next = at.child(step);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private Yaml child(String step) {
    if (isMap()) {
      return map().get(step);
    }
    boolean item = isList() && step.matches("\\d{1,6}") && Integer.parseInt(step) < list().size();
    return item ? list().get(Integer.parseInt(step)) : null;
  }

  /** The items of a sequence. */
  public List<Yaml> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw problem("a list is expected here", "begin each item with `- `");
    }
    List<Yaml> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(new Yaml(file, item)));
    return items;
  }

  /** The text of a scalar, without the white space around it. */
  public String text() {
    if (!(node instanceof ScalarNode scalar) || isNull()) {
      throw problem("a text is expected here", null);
    }
    return scalar.getValue().strip();
  }

  /**
   * The value as plain Java: {@code Map}, {@code List}, {@code String}, number, boolean or null.
   */
  public Object plain() {
    return PlainYaml.of(node);
  }
}
