package dev.certus.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Walks through the code of a method: each use of a member, jumps, handlers and locks. */
final class CodeWalk extends MethodVisitor {

  private static final String TEXT = Type.getInternalName(String.class);
  private static final String CONCATENATES = "makeConcatWithConstants";

  /** What Drools puts around a function: any exception is thrown on, in another. */
  private static final List<Integer> THROWS_ON =
      List.of(
          Opcodes.ASTORE,
          Opcodes.NEW,
          Opcodes.DUP,
          Opcodes.ALOAD,
          Opcodes.INVOKESPECIAL,
          Opcodes.ATHROW);

  private final OwnClasses own;
  private final AllowList rules;
  private final boolean isFact;
  private final ClassWalk.Findings findings;
  private final Set<Label> passed = new HashSet<>();
  private final Map<Label, List<Integer>> handlers = new HashMap<>();
  private List<Integer> handler; // the instructions of the one that is walked through, or null

  CodeWalk(OwnClasses own, AllowList rules, boolean isFact, ClassWalk.Findings findings) {
    super(Opcodes.ASM9);
    this.own = own;
    this.rules = rules;
    this.isFact = isFact;
    this.findings = findings;
  }

  private void step(int opcode) {
    if (handler != null && handler.size() < THROWS_ON.size()) {
      handler.add(opcode);
    }
  }

  private void use(String owner, String member) {
    String origin = own.origin(owner, member);
    boolean listed =
        origin == null || rules.has(origin, member) || AllowList.GENERATED.has(origin, member);
    if (!listed) {
      findings.member(owner, member);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String type, boolean isInterface) {
    step(opcode);
    use(owner, name);
    if (owner.equals(TEXT) && name.equals("valueOf")) {
      joined();
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String type) {
    use(owner, name);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    step(opcode);
    if (opcode == Opcodes.NEW) {
      use(Type.getObjectType(type).getInternalName(), "<init>");
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String type, Handle bootstrap, Object... arguments) {
    use(bootstrap.getOwner(), bootstrap.getName());
    Stream.of(arguments)
        .filter(Handle.class::isInstance)
        .map(Handle.class::cast)
        .forEach(handle -> use(handle.getOwner(), handle.getName()));
    if (bootstrap.getName().equals(CONCATENATES)) {
      Stream.of(Type.getArgumentTypes(type)).filter(t -> !isText(t)).forEach(t -> joined());
    }
  }

  private static boolean isText(Type type) {
    return type.getSort() < Type.ARRAY || type.getClassName().equals(String.class.getName());
  }

  /** An object made a text, which for some objects is another text on each machine. */
  private void joined() {
    if (!isFact) {
      findings.form("a text that is joined of others");
    }
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    handler = handlers.get(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (passed.contains(label)) {
      findings.form("a loop");
    }
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label label, String type) {
    handlers.put(label, new ArrayList<>());
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    step(opcode);
  }

  @Override
  public void visitInsn(int opcode) {
    step(opcode);
    if (opcode == Opcodes.MONITORENTER) {
      findings.form("a lock");
    }
  }

  @Override
  public void visitEnd() {
    if (!handlers.values().stream().allMatch(THROWS_ON::equals)) {
      findings.form("a handler of exceptions");
    }
  }
}
