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
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A node of a YAML 1.2 document that knows its place in the file, so that a problem with it can be
 * reported there. Methods that take a value out throw {@link PackException} where the node is not
 * of that form.
 */
public final class Yaml {

  private final String file;
  private final String text;
  private final Node node;

  private Yaml(String file, String text, Node node) {
    this.file = file;
    this.text = text;
    this.node = node;
  }

  private Yaml with(Node other) {
    return new Yaml(file, text, other);
  }

  /**
   * The one document of a file.
   *
   * @param file the file's name, for messages
   * @throws PackException where it is no well-formed YAML, or is empty
   */
  public static Yaml parse(String file, String text) {
    try {
      LoadSettings settings =
          LoadSettings.builder().setLabel(file).setAllowDuplicateKeys(false).build();
      Optional<Node> root = new Compose(settings).composeString(text);
      return new Yaml(
          file,
          text,
          root.orElseThrow(() -> new PackException(Location.of(file), "the file is empty", null)));
    } catch (MarkedYamlEngineException e) {
      Location at = e.getProblemMark().map(m -> at(file, m)).orElse(Location.of(file));
      throw new PackException(at, "this is not well-formed YAML: " + e.getProblem(), null);
    } catch (StackOverflowError e) {
      throw new PackException(
          Location.of(file), "the YAML is nested too deeply", "write what it says in fewer levels");
    } catch (YamlEngineException e) {
      throw new PackException(
          Location.of(file), "this is not well-formed YAML: " + e.getMessage(), null);
    }
  }

  /** Where the node begins. */
  public Location at() {
    return node.getStartMark().map(m -> at(file, m)).orElse(Location.of(file));
  }

  /** The offset in the file's text at which the node begins, quotes and brackets included. */
  public int start() {
    return offset(node.getStartMark());
  }

  /**
   * The offset in the file's text after the node's last character. White space and comments behind
   * a mapping or a list do not count.
   */
  public int end() {
    Node last = node;
    while (last instanceof CollectionNode<?> parent
        && parent.getFlowStyle() == FlowStyle.BLOCK
        && !parent.getValue().isEmpty()) {
      Object child = parent.getValue().get(parent.getValue().size() - 1);
      last = child instanceof NodeTuple tuple ? tuple.getValueNode() : (Node) child;
    }
    return offset(last.getEndMark());
  }

  /** Marks count code points. */
  private int offset(Optional<Mark> mark) {
    return text.offsetByCodePoints(0, mark.orElseThrow().getIndex());
  }

  /** Whether the node is a mapping or a list in brackets. */
  public boolean isFlow() {
    return node instanceof CollectionNode<?> parent && parent.getFlowStyle() == FlowStyle.FLOW;
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

  /** The entries of a mapping, in the order of the file; no key may be repeated. */
  public Map<String, Yaml> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw problem("a mapping of names to values is expected here", null);
    }
    Map<String, Yaml> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Yaml key = with(tuple.getKeyNode());
      if (entries.put(key.text(), with(tuple.getValueNode())) != null) {
        throw key.problem("the key `%s` is repeated".formatted(key.text()), "keep one of them");
      }
    }
    return entries;
  }

  /** The keys of a mapping, in the order of the file; none where the node is no mapping. */
  public List<Yaml> keys() {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream().map(tuple -> with(tuple.getKeyNode())).toList()
        : List.of();
  }

  /** The place of a key of this mapping; the place of the mapping where it has no such key. */
  public Location keyAt(String key) {
    return node instanceof MappingNode mapping
        ? mapping.getValue().stream()
            .map(tuple -> with(tuple.getKeyNode()))
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
    sequence.getValue().forEach(item -> items.add(with(item)));
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
