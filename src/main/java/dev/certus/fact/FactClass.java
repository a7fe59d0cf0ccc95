package dev.certus.fact;

import dev.certus.pack.Activity;
import dev.certus.pack.Certification;
import dev.certus.pack.Exam;
import dev.certus.record.FactName;
import dev.certus.record.FieldKind;
import dev.certus.record.RecordField;
import dev.certus.record.RecordObject;
import dev.certus.record.RecordShape;
import dev.certus.time.Day;
import dev.certus.time.Moment;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Type;

/**
 * The class of the facts of one kind.
 *
 * @param name its full name
 * @param base the class that it extends
 * @param members what it has beside what it inherits
 */
record FactClass(String name, Class<?> base, List<Member> members) {

  /**
   * A member.
   *
   * @param name its name
   * @param type its type
   * @param field the place among the fields of the value that it is made of
   * @param looksUp whether it is what the catalogue has of the value
   */
  record Member(String name, Type type, int field, boolean looksUp) {}

  static FactClass of(RecordObject object, Class<?> base) {
    List<String> own = inherited(base);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < object.fields().size(); i++) {
      RecordField field = object.fields().get(i);
      boolean inherited = own.contains(field.name());
      if (field.kind().isReference()) {
        members.add(new Member(FactName.of(object, field), Type.getType(String.class), i, false));
        Class<?> type = row(field.kind());
        if (!inherited) {
          members.add(new Member(field.name(), Type.getType(type), i, true));
        }
      } else if (!inherited && !field.name().equals(RecordShape.ZONE)) {
        members.add(new Member(field.name(), type(field), i, false));
      }
    }
    String place = base == Object.class ? FactTypes.VALUES : FactTypes.FACTS;
    return new FactClass(place + object.name(), base, members);
  }

  private static Class<?> row(FieldKind kind) {
    return switch (kind) {
      case EXAM -> Exam.class;
      case CERTIFICATION -> Certification.class;
      default -> Activity.class;
    };
  }

  /** The methods without arguments that a class has from its base. */
  static List<String> inherited(Class<?> base) {
    return base == Object.class
        ? List.of()
        : Arrays.stream(base.getMethods())
            .filter(method -> method.getDeclaringClass() != Object.class)
            .filter(method -> Modifier.isFinal(method.getModifiers()))
            .map(Method::getName)
            .sorted()
            .toList();
  }

  private static Type type(RecordField field) {
    return switch (field.kind()) {
      case NUMBER -> field.isSure() ? Type.INT_TYPE : Type.getType(Integer.class);
      case DECIMAL -> Type.getType(BigDecimal.class);
      case FLAG -> Type.BOOLEAN_TYPE;
      case DATE -> Type.getType(LocalDate.class);
      case DAY -> Type.getType(Day.class);
      case INSTANT -> Type.getType(Moment.class);
      case ZONE -> Type.getType(ZoneId.class);
      case WORD -> named(field.words().name());
      case OBJECT -> named(field.object().name());
      default -> Type.getType(String.class);
    };
  }

  private static Type named(String name) {
    return Type.getObjectType((FactTypes.VALUES + name).replace('.', '/'));
  }

  /** The name that class files have of it. */
  String internalName() {
    return name.replace('.', '/');
  }
}
