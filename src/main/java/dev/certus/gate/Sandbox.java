package dev.certus.gate;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleClasses;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Span;
import dev.certus.problem.Location;
import dev.certus.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Refuses compiled rules that reach beyond facts, values and time: nothing of a pack can open files
 * or sockets, start processes or threads, reflect, or read the clock. It looks at the bytes of the
 * classes, so that no way of writing a call escapes it, and only at what is allowed, so that
 * whatever is new is refused.
 */
final class Sandbox {

  private static final int ASM = Opcodes.ASM9;

  private final DrlTree drl;
  private final RuleClasses origins;
  private final Set<String> own;
  private final List<Problem> problems = new ArrayList<>();
  private String looking; // the class that is looked at

  private Sandbox(DrlTree drl, RuleClasses origins, Set<String> own) {
    this.drl = drl;
    this.origins = origins;
    this.own = own;
  }

  /**
   * A problem for each use of a member that rules may not use. A call of generated code, which has
   * no place, is reported only where it is alone.
   *
   * @param others the names of classes of the same pack that were compiled before
   */
  static List<Problem> problems(DrlTree drl, CompiledRules rules, Set<String> others) {
    Set<String> own = new HashSet<>(others);
    own.addAll(rules.classes().keySet());
    Sandbox sandbox = new Sandbox(drl, RuleClasses.of(rules), own);
    rules.classes().forEach(sandbox::look);
    List<Problem> all = sandbox.problems.stream().distinct().toList();
    List<Problem> placed = all.stream().filter(problem -> problem.at().line() > 0).toList();
    return placed.isEmpty() ? all : placed;
  }

  private void look(String name, byte[] bytes) {
    looking = name;
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(ASM) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new Calls();
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private void use(String owner, String member) {
    if (!AllowList.of(owner, member, own.contains(owner.replace('/', '.')))) {
      problems.add(problem(owner, member));
    }
  }

  private Problem problem(String owner, String member) {
    String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    String what = member.equals("<init>") ? "new " + type : type + "." + member;
    Span place = new MemberSearch(drl).first(origins.rules(looking), type, member);
    return new Problem(
        "forbidden-call",
        place == null ? Location.of(drl.files().folder()) : place.at(drl.files()),
        "a rule may not use `%s`".formatted(what),
        "rules see facts, terms and time; put what else they need into the record or the pack");
  }

  /** Looks at each instruction that uses a member. */
  private final class Calls extends MethodVisitor {

    Calls() {
      super(ASM);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      use(owner, name);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      use(owner, name);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String type, Handle bootstrap, Object... arguments) {
      use(bootstrap.getOwner(), bootstrap.getName());
      for (Object argument : arguments) {
        if (argument instanceof Handle handle) {
          use(handle.getOwner(), handle.getName());
        }
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      if (opcode == Opcodes.NEW) {
        use(Type.getObjectType(type).getInternalName(), "<init>");
      }
    }
  }
}
