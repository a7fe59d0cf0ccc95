package dev.certus.rulebook;

import dev.certus.pack.PackFiles;
import dev.certus.problem.PackException;
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

  private final PackFiles files;
  private final RuleClasses origins;
  private final Set<String> own;
  private final List<Problem> problems = new ArrayList<>();
  private String looking; // the class that is looked at

  private Sandbox(PackFiles files, RuleClasses origins, Set<String> own) {
    this.files = files;
    this.origins = origins;
    this.own = own;
  }

  /**
   * Lets only harmless rules pass.
   *
   * @throws PackException with the place of everything that is refused
   */
  static CompiledRules check(PackFiles files, CompiledRules rules) {
    return check(files, rules, Set.of());
  }

  /** Like {@link #check(PackFiles, CompiledRules)}, where the rules use classes of others. */
  static CompiledRules check(PackFiles files, CompiledRules rules, Set<String> others) {
    Set<String> own = new HashSet<>(others);
    own.addAll(rules.classes().keySet());
    Sandbox sandbox = new Sandbox(files, RuleClasses.of(rules), own);
    rules.classes().forEach(sandbox::look);
    if (!sandbox.problems.isEmpty()) {
      throw new PackException(sandbox.placed());
    }
    return rules;
  }

  /** The problems; those without a place, which calls of generated code are, only where alone. */
  private List<Problem> placed() {
    List<Problem> all = problems.stream().distinct().toList();
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
    if (!Allowance.of(owner, member, own.contains(owner.replace('/', '.')))) {
      problems.add(problem(owner, member));
    }
  }

  private Problem problem(String owner, String member) {
    String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    String what = member.equals("<init>") ? "new " + type : type + "." + member;
    return new Problem(
        "forbidden-call",
        Drl.first(
            files,
            origins.rules(looking),
            "\\b%s\\s*(\\.|::)\\s*%s\\b".formatted(type, member),
            "(?<=\\.)\\s*%s\\s*\\(".formatted(member),
            "\\b%s\\s*\\(".formatted(member),
            "\\b%s\\b".formatted(type)),
        "a rule may not use `%s`".formatted(what),
        "rules see facts, terms and time; what else they need must stand in the record or the"
            + " pack");
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
