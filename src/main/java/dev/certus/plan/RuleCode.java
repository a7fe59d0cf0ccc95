package dev.certus.plan;

import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the code of one branch of a rule, or of one filler: a static method whose local variables
 * are the slots of values, behind its arguments.
 */
final class RuleCode {

  /** The slot of nothing: its value is always null. */
  static final int NOTHING = -1;

  private static final Object[] EMPTY = {};
  private static final Type OBJECT = Type.getType(Object.class);

  private final MethodVisitor method;
  private final Constants constants;
  private final int firstSlot;
  private int locals;

  /**
   * Code that goes into a method.
   *
   * @param firstSlot the local variable of the first slot; that of the evaluation is 0
   * @param slots how many slots there are
   */
  RuleCode(MethodVisitor method, Constants constants, int firstSlot, int slots) {
    this.method = method;
    this.constants = constants;
    this.firstSlot = firstSlot;
    this.locals = firstSlot + slots;
  }

  /** A local variable of its own. */
  int local() {
    return locals++;
  }

  /** Puts the value of a slot on the stack. */
  void load(int slot) {
    if (slot == NOTHING) {
      method.visitInsn(Opcodes.ACONST_NULL);
    } else {
      method.visitVarInsn(Opcodes.ALOAD, firstSlot + slot);
    }
  }

  /** Takes the value of a slot from the stack. */
  void store(int slot) {
    method.visitVarInsn(Opcodes.ASTORE, firstSlot + slot);
  }

  /** Puts the evaluation on the stack. */
  void loadEvaluation() {
    method.visitVarInsn(Opcodes.ALOAD, 0);
  }

  /** Puts an object on the stack that is the same for all candidates. */
  void constant(Object value, Class<?> type) {
    method.visitLdcInsn(constants.add(value, type));
  }

  /** Puts the values of some slots on the stack, as an array behind room for others. */
  void array(int room, List<Integer> slots) {
    if (room + slots.size() == 0) {
      constant(EMPTY, Object[].class);
      return;
    }
    number(room + slots.size());
    method.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT.getInternalName());
    for (int i = 0; i < slots.size(); i++) {
      method.visitInsn(Opcodes.DUP);
      number(room + i);
      load(slots.get(i));
      method.visitInsn(Opcodes.AASTORE);
    }
  }

  /** Puts a number on the stack. */
  void number(int value) {
    method.visitLdcInsn(value);
  }

  /** A single instruction. */
  void instruction(int code) {
    method.visitInsn(code);
  }

  /** An instruction on a local variable. */
  void variable(int code, int local) {
    method.visitVarInsn(code, local);
  }

  /** Adds one to a local variable. */
  void increment(int local) {
    method.visitIincInsn(local, 1);
  }

  /** Calls a method of an object. */
  void call(Class<?> owner, String name, Class<?> result, Class<?>... arguments) {
    method.visitMethodInsn(
        owner.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL,
        Type.getInternalName(owner),
        name,
        type(result, arguments),
        owner.isInterface());
  }

  /** Calls a static method of a class. */
  void callStatic(Class<?> owner, String name, Class<?> result, Class<?>... arguments) {
    method.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(owner), name, type(result, arguments), false);
  }

  private static String type(Class<?> result, Class<?>... arguments) {
    Type[] types = new Type[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = Type.getType(arguments[i]);
    }
    return Type.getMethodDescriptor(Type.getType(result), types);
  }

  /** Tells that the value on the stack is of a type. */
  void cast(Class<?> type) {
    method.visitTypeInsn(Opcodes.CHECKCAST, Type.getInternalName(type));
  }

  /** Goes on at a place. */
  void jump(Label to) {
    method.visitJumpInsn(Opcodes.GOTO, to);
  }

  /** Goes on at a place if the comparison of an instruction holds. */
  void jump(int comparison, Label to) {
    method.visitJumpInsn(comparison, to);
  }

  /** This is the place. */
  void at(Label label) {
    method.visitLabel(label);
  }
}
