package dev.certus.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes classes of planned rules and lists of facts: a method each, and one that chooses. */
final class PlanCompiler {

  private static final String PARENT = Type.getInternalName(PlanCode.class);
  private static final String NAME = PARENT + "s";
  private static final String EVALUATION = Type.getDescriptor(Evaluation.class);
  private static final String OBJECT = Type.getDescriptor(Object.class);
  private static final String MATCH = "(" + EVALUATION + ")V";
  private static final String TAKES = "(" + OBJECT + OBJECT + OBJECT + ")Z";

  private final Constants constants = new Constants();
  private final ClassWriter type =
      new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
          return "java/lang/Object"; // what the code joins, it uses as an object alone
        }
      };

  private PlanCompiler() {}

  /**
   * The code of some rules.
   *
   * @param rules the first steps of their ways
   * @param slots how many slots the widest has
   */
  static PlanCode rules(List<PlanStep> rules, int slots) {
    PlanCompiler compiler = new PlanCompiler();
    compiler.begin();
    for (int i = 0; i < rules.size(); i++) {
      compiler.rule("match" + i, rules.get(i), slots);
    }
    compiler.choose("match", "(I" + EVALUATION + ")V", MATCH, rules.size());
    compiler.choose("takes", "(I" + OBJECT + OBJECT + OBJECT + ")Z", TAKES, 0);
    return compiler.end();
  }

  /** The code of some lists, by the checks of each. */
  static PlanCode lists(List<Check> lists) {
    PlanCompiler compiler = new PlanCompiler();
    compiler.begin();
    for (int i = 0; i < lists.size(); i++) {
      compiler.list("takes" + i, lists.get(i));
    }
    compiler.choose("match", "(I" + EVALUATION + ")V", MATCH, 0);
    compiler.choose("takes", "(I" + OBJECT + OBJECT + OBJECT + ")Z", TAKES, lists.size());
    return compiler.end();
  }

  private void begin() {
    type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, PARENT, null);
    MethodVisitor init = type.visitMethod(0, "<init>", "()V", null, null);
    init.visitCode();
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, PARENT, "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    end(init);
  }

  private void rule(String name, PlanStep first, int slots) {
    MethodVisitor method = method(name, MATCH);
    RuleCode code = new RuleCode(method, constants, 1, slots);
    for (int global = 0; global < Plan.GLOBALS.size(); global++) {
      code.loadEvaluation();
      code.number(global);
      code.call(Evaluation.class, "global", Object.class, int.class);
      code.store(global);
    }
    Label done = new Label();
    first.write(code, done, null);
    code.at(done);
    code.instruction(Opcodes.RETURN);
    end(method);
  }

  private void list(String name, Check checks) {
    MethodVisitor method = method(name, TAKES);
    RuleCode code = new RuleCode(method, constants, 0, Plan.GLOBALS.size() + 1);
    Label no = new Label();
    checks.write(code, no);
    code.number(1);
    code.instruction(Opcodes.IRETURN);
    code.at(no);
    code.number(0);
    code.instruction(Opcodes.IRETURN);
    end(method);
  }

  private MethodVisitor method(String name, String descriptor) {
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  /** The method that calls one of the others by its number. */
  private void choose(String name, String descriptor, String called, int methods) {
    MethodVisitor method = type.visitMethod(0, name, descriptor, null, null);
    method.visitCode();
    Type[] arguments = Type.getArgumentTypes(called);
    int ends = Type.getReturnType(called).getOpcode(Opcodes.IRETURN);
    if (methods > 0) {
      Label[] labels = new Label[methods];
      for (int i = 0; i < methods; i++) {
        labels[i] = new Label();
      }
      Label none = new Label();
      method.visitVarInsn(Opcodes.ILOAD, 1);
      method.visitTableSwitchInsn(0, methods - 1, none, labels);
      for (int i = 0; i < methods; i++) {
        method.visitLabel(labels[i]);
        for (int argument = 0; argument < arguments.length; argument++) {
          method.visitVarInsn(Opcodes.ALOAD, 2 + argument);
        }
        method.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name + i, called, false);
        method.visitInsn(ends);
      }
      method.visitLabel(none);
    }
    method.visitInsn(Opcodes.ACONST_NULL);
    method.visitInsn(Opcodes.ATHROW);
    end(method);
  }

  private static void end(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private PlanCode end() {
    type.visitEnd();
    try {
      MethodHandles.Lookup code =
          MethodHandles.lookup()
              .defineHiddenClassWithClassData(type.toByteArray(), constants.values(), true);
      return (PlanCode)
          code.findConstructor(code.lookupClass(), MethodType.methodType(void.class)).invoke();
    } catch (Throwable e) {
      throw new IllegalStateException("the plan's code cannot be loaded", e);
    }
  }
}
