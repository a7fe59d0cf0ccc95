package dev.certus.gate;

import java.time.LocalDate;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Walks through a class of a pack and reports what it may not have. */
final class ClassWalk extends ClassVisitor {

  /** Takes what is found. */
  interface Findings {

    /** A use of a member that is not listed; the name of its class has slashes. */
    void member(String owner, String member);

    /** A form of code that no rule has, such as a loop. */
    void form(String what);
  }

  private static final String DATE = Type.getDescriptor(LocalDate.class);

  private final OwnClasses own;
  private final AllowList rules;
  private final boolean isFact;
  private final Findings findings;

  /**
   * A walk.
   *
   * @param own the classes of the pack
   * @param rules what its rules may name
   * @param isFact whether the class is that of a declared fact
   */
  ClassWalk(OwnClasses own, AllowList rules, boolean isFact, Findings findings) {
    super(Opcodes.ASM9);
    this.own = own;
    this.rules = rules;
    this.isFact = isFact;
    this.findings = findings;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] faces) {
    extended(parent);
    for (String face : faces) {
      extended(face);
    }
  }

  private void extended(String type) {
    if (!own.has(type) && !AllowList.GENERATED.has("super", type.replace('/', '.'))) {
      findings.form("a class that extends `%s`".formatted(type.replace('/', '.')));
    }
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String type, String signature, Object value) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
    if (isStatic && type.equals(DATE)) {
      findings.form("a date that is written as a text");
    } else if (isStatic && !(isFinal && isLasting(Type.getType(type)))) {
      findings.form("a static field, `%s`".formatted(name));
    }
    return null;
  }

  /** Whether the value of a static field can be of that type: nothing in it ever changes. */
  private boolean isLasting(Type type) {
    Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
    return element.getSort() == Type.OBJECT
        && (AllowList.GENERATED.has("static", element.getClassName())
            || (own.has(element.getInternalName()) && !isFact));
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String type, String signature, String[] exceptions) {
    if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
      findings.form("a native or synchronized method, `%s`".formatted(name));
    }
    return new CodeWalk(own, rules, isFact, findings);
  }
}
