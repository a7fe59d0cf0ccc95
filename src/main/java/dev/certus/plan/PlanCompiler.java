package dev.certus.plan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes classes of branches of rules and of fillers: a method each, and one that chooses. */
final class PlanCompiler {

  /** So many methods are in a class, so that no class has too many constants. */
  static final int TOGETHER = 128;

  private static final String PARENT = Type.getInternalName(PlanCode.class);
  private static final String NAME = PARENT + "s";
  private static final String MATCH = descriptor(Evaluation.class);
  private static final String FILL = descriptor(Evaluation.class, Object.class);

  private final Constants constants = new Constants();
  private final ClassWriter type =
      new ClassWriter(ClassWriter.COMPUTE_FRAMES) {
        @Override
        protected String getCommonSuperClass(String one, String other) {
          return "java/lang/Object"; // what the code joins, it uses as an object alone
        }
      };

  private PlanCompiler() {
    type.visit(Opcodes.V17, Opcodes.ACC_FINAL | Opcodes.ACC_SUPER, NAME, null, PARENT, null);
    MethodVisitor init = begun(0, "<init>", "()V");
    init.visitVarInsn(Opcodes.ALOAD, 0);
    init.visitMethodInsn(Opcodes.INVOKESPECIAL, PARENT, "<init>", "()V", false);
    init.visitInsn(Opcodes.RETURN);
    end(init);
  }

  /**
   * The code of branches, {@link #TOGETHER} a class.
   *
   * @param branches the first steps of their ways
   * @param slots how many slots the widest has
   */
  static List<PlanCode> branches(List<PlanStep> branches, int slots) {
    List<PlanCode> classes = new ArrayList<>();
    for (List<PlanStep> some : Parts.of(branches, TOGETHER)) {
      PlanCompiler compiler = new PlanCompiler();
      for (int i = 0; i < some.size(); i++) {
        compiler.branch("match" + i, some.get(i), slots);
      }
      classes.add(compiler.end(some.size(), 0));
    }
    return classes;
  }

  /** The code of fillers, {@link #TOGETHER} a class. */
  static List<PlanCode> fillers(List<ListTree> fillers) {
    List<PlanCode> classes = new ArrayList<>();
    for (List<ListTree> some : Parts.of(fillers, TOGETHER)) {
      PlanCompiler compiler = new PlanCompiler();
      for (int i = 0; i < some.size(); i++) {
        compiler.filler("fill" + i, some.get(i));
      }
      classes.add(compiler.end(0, some.size()));
    }
    return classes;
  }

  private void branch(String name, PlanStep first, int slots) {
    MethodVisitor method = begun(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, MATCH);
    RuleCode code = new RuleCode(method, constants, 1, slots);
    loadGlobals(code);
    Label done = new Label();
    first.write(code, done, null);
    code.at(done);
    code.instruction(Opcodes.RETURN);
    end(method);
  }

  private void filler(String name, ListTree tree) {
    MethodVisitor method = begun(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, name, FILL);
    RuleCode code = new RuleCode(method, constants, 2, Draft.GLOBALS.size() + 1);
    code.variable(Opcodes.ALOAD, 1);
    code.store(Draft.GLOBALS.size());
    loadGlobals(code);
    tree.write(code);
    code.instruction(Opcodes.RETURN);
    end(method);
  }

  private static void loadGlobals(RuleCode code) {
    for (int global = 0; global < Draft.GLOBALS.size(); global++) {
      code.loadEvaluation();
      code.number(global);
      code.call(Evaluation.class, "global", Object.class, int.class);
      code.store(global);
    }
  }

  /** The method that calls one of the others by its number. */
  private void choose(String name, String called, int methods) {
    MethodVisitor method = begun(0, name, called.replace("(", "(I"));
    Label[] labels = new Label[methods];
    for (int i = 0; i < methods; i++) {
      labels[i] = new Label();
    }
    Label none = new Label();
    if (methods > 0) {
      method.visitVarInsn(Opcodes.ILOAD, 1);
      method.visitTableSwitchInsn(0, methods - 1, none, labels);
    }
    for (int i = 0; i < methods; i++) {
      method.visitLabel(labels[i]);
      for (int argument = 0; argument < Type.getArgumentTypes(called).length; argument++) {
        method.visitVarInsn(Opcodes.ALOAD, 2 + argument);
      }
      method.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, name + i, called, false);
      method.visitInsn(Opcodes.RETURN);
    }
    method.visitLabel(none);
    method.visitInsn(Opcodes.RETURN);
    end(method);
  }

  private MethodVisitor begun(int access, String name, String descriptor) {
    MethodVisitor method = type.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    return method;
  }

  private static void end(MethodVisitor method) {
    method.visitMaxs(0, 0);
    method.visitEnd();
  }

  private static String descriptor(Class<?>... arguments) {
    return MethodType.methodType(void.class, arguments).toMethodDescriptorString();
  }

  private PlanCode end(int branches, int fillers) {
    choose("match", MATCH, branches);
    choose("fill", FILL, fillers);
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
