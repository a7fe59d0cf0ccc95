package dev.certus.fact;

import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
import dev.certus.record.RecordField;
import dev.certus.record.RecordList;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java classes of the facts of a record, made of the record's declaration: one for each list,
 * for the candidate, for objects within facts, and for lists of words. Rules name them like any
 * class of the program. Immutable and thread-safe.
 */
public final class FactTypes {

  /** The package of facts. */
  public static final String FACTS = "dev.certus.fact.";

  /** The package of the values of facts: words, and objects within facts. */
  public static final String VALUES = "dev.certus.record.";

  private static final int KEPT = 16;

  /** The declarations seen last, so that one pack has its classes once. */
  private static final Map<String, FactTypes> CACHE =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, FactTypes> eldest) {
              return size() > KEPT;
            }
          });

  private final RecordShape shape;
  private final FactClasses classes;
  private final FactMaker maker;
  private final Map<String, List<String>> members;

  private FactTypes(RecordShape shape) {
    this.shape = shape;
    this.classes = new FactClasses(shape);
    this.maker = classes.maker();
    this.members = Collections.unmodifiableMap(members(shape));
  }

  /** The types of facts of a pack; those of the standard record where its own cannot be read. */
  public static FactTypes of(PackFiles files) {
    String text = files.texts().getOrDefault(RecordShape.FILE, "");
    return CACHE.computeIfAbsent(text, t -> new FactTypes(shape(files)));
  }

  private static RecordShape shape(PackFiles files) {
    try {
      return files.record();
    } catch (PackException e) {
      return RecordShape.standard(); // whoever reads the pack reports it
    }
  }

  /**
   * Whether a class is one that rules are given, by the program or by the record's declaration, and
   * none that the pack's rules declare.
   */
  public static boolean isGiven(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null
        || loader == FactTypes.class.getClassLoader()
        || loader instanceof FactClasses;
  }

  /** The record's declaration. */
  public RecordShape shape() {
    return shape;
  }

  /** Loads the classes. */
  public ClassLoader loader() {
    return classes;
  }

  /** The class of a full or simple name, or null. */
  public Class<?> type(String name) {
    return classes.type(name);
  }

  /** The full names of all classes. */
  public List<String> names() {
    return classes.names();
  }

  /** The members of a class that rules may name, by its full name. */
  public Map<String, List<String>> members() {
    return members;
  }

  private static Map<String, List<String>> members(RecordShape shape) {
    Map<String, List<String>> members = new LinkedHashMap<>();
    members.put(FACTS + shape.candidate().name(), members(shape.candidate(), Holder.class));
    for (RecordList list : shape.lists()) {
      members.put(FACTS + list.item().name(), members(list.item(), base(list)));
      for (RecordField field : list.item().fields()) {
        if (field.object() != null) {
          members.put(VALUES + field.object().name(), members(field.object(), Object.class));
        }
      }
    }
    for (RecordField.Words words : shape.words()) {
      List<String> constants = new ArrayList<>();
      words.all().forEach(word -> constants.add(RecordField.Words.constant(word)));
      constants.add("equals");
      members.put(VALUES + words.name(), constants);
    }
    return members;
  }

  private static List<String> members(RecordObject object, Class<?> base) {
    List<String> members = new ArrayList<>(FactClass.inherited(base));
    FactClass.of(object, base).members().forEach(member -> members.add(member.name()));
    members.add("equals");
    return members;
  }

  static Class<?> base(RecordList list) {
    return list.isDated() ? DatedFact.class : RecordFact.class;
  }

  /** Makes the facts. */
  FactMaker maker() {
    return maker;
  }
}
