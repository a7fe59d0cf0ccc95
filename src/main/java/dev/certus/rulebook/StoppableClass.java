package dev.certus.rulebook;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Lets the conditions and consequences in a compiled class ask {@link Overdue} first. */
final class StoppableClass extends ClassVisitor {

  private static final String FUNCTIONS = "org/drools/model/functions/";
  private static final String OVERDUE = Type.getInternalName(Overdue.class);

  private boolean isFunction;

  private StoppableClass(ClassWriter writer) {
    super(Opcodes.ASM9, writer);
  }

  /** The bytes of the class; as they are where it has none of both. */
  static byte[] of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(reader, 0);
    StoppableClass stoppable = new StoppableClass(writer);
    reader.accept(stoppable, 0);
    return stoppable.isFunction ? writer.toByteArray() : bytes;
  }

  @Override
  public void visit(
      int version, int access, String name, String signature, String parent, String[] faces) {
    for (String face : faces) {
      isFunction |= face.startsWith(FUNCTIONS);
    }
    super.visit(version, access, name, signature, parent, faces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String type, String signature, String[] exceptions) {
    MethodVisitor method = super.visitMethod(access, name, type, signature, exceptions);
    boolean isCode = (access & (Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE)) == 0;
    return isFunction && isCode && !name.equals("<init>") ? new Asking(method) : method;
  }

  private static final class Asking extends MethodVisitor {

    Asking(MethodVisitor method) {
      super(Opcodes.ASM9, method);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, OVERDUE, "check", "()V", false);
    }
  }
}
