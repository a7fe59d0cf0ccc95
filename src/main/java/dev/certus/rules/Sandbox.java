package dev.certus.rules;

import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import dev.certus.policy.Problem;
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

  private static final List<String> PACKAGES =
      List.of(
          "dev/certus/decision/",
          "dev/certus/fact/",
          "dev/certus/time/",
          "java/math/",
          "java/time/",
          "org/drools/base/factmodel/",
          "org/drools/core/base/accumulators/",
          "org/drools/model/",
          "org/drools/modelcompiler/dsl/",
          "org/kie/api/conf/",
          "org/kie/api/runtime/conf/");

  private static final Set<String> CLASSES =
      Set.of(
          "dev/certus/policy/Certification",
          "dev/certus/policy/Exam",
          "dev/certus/policy/Renewal",
          "dev/certus/policy/Renewer",
          "dev/certus/policy/Terms",
          "dev/certus/record/AppointmentStatus",
          "dev/certus/record/Delivery",
          "dev/certus/record/ExceptionKind",
          "dev/certus/record/ExceptionRecord",
          "dev/certus/record/ExceptionStatus",
          "dev/certus/record/Outcome",
          "java/lang/Boolean",
          "java/lang/Character",
          "java/lang/Comparable",
          "java/lang/Double",
          "java/lang/Enum",
          "java/lang/IllegalArgumentException",
          "java/lang/IllegalStateException",
          "java/lang/Integer",
          "java/lang/Iterable",
          "java/lang/Long",
          "java/lang/Math",
          "java/lang/Number",
          "java/lang/Object",
          "java/lang/RuntimeException",
          "java/lang/String",
          "java/lang/StringBuilder",
          "java/lang/invoke/LambdaMetafactory",
          "java/lang/invoke/StringConcatFactory",
          "java/util/ArrayList",
          "java/util/Arrays",
          "java/util/Collection",
          "java/util/Collections",
          "java/util/Comparator",
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/Iterator",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet",
          "java/util/List",
          "java/util/Map",
          "java/util/Map$Entry",
          "java/util/Objects",
          "java/util/Optional",
          "java/util/Set",
          "java/util/TreeMap",
          "java/util/TreeSet",
          "java/util/function/BiFunction",
          "java/util/function/Function",
          "java/util/function/Predicate",
          "java/util/stream/Collectors",
          "java/util/stream/IntStream",
          "java/util/stream/Stream",
          "org/drools/modelcompiler/util/EvaluationUtil",
          "org/kie/util/maven/support/ReleaseIdImpl");

  /** Members of classes that are not allowed, which generated code needs. */
  private static final Set<String> NEEDED =
      Set.of(
          "java/lang/System.arraycopy",
          "java/util/Locale.ENGLISH",
          "org/drools/util/DateUtils.getDateFormatMask");

  /** Members of classes that are allowed, which are not. */
  private static final Set<String> REFUSED =
      Set.of(
          "java/lang/Object.getClass",
          "java/lang/Object.notify",
          "java/lang/Object.notifyAll",
          "java/lang/Object.wait",
          "java/lang/Boolean.getBoolean",
          "java/lang/Integer.getInteger",
          "java/lang/Long.getLong",
          "java/lang/Math.random",
          "java/lang/Enum.getDeclaringClass",
          "java/time/ZoneId.systemDefault",
          "org/drools/model/Drools.delete",
          "org/drools/model/Drools.getContext",
          "org/drools/model/Drools.getRuntime",
          "org/drools/model/Drools.halt",
          "org/drools/model/Drools.logicalInsert",
          "org/drools/model/Drools.update");

  private final PackFiles files;
  private final Set<String> own;
  private final List<Problem> problems = new ArrayList<>();

  private Sandbox(PackFiles files, Set<String> own) {
    this.files = files;
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
    Sandbox sandbox = new Sandbox(files, own);
    rules.classes().values().forEach(sandbox::look);
    if (!sandbox.problems.isEmpty()) {
      throw new PackException(sandbox.problems.stream().distinct().toList());
    }
    return rules;
  }

  private void look(byte[] bytes) {
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
    if (!isAllowed(owner, member)) {
      problems.add(problem(owner, member));
    }
  }

  private boolean isAllowed(String owner, String member) {
    String name = owner + "." + member;
    if (NEEDED.contains(name)) {
      return true;
    }
    boolean clock =
        owner.startsWith("java/time/") && (member.equals("now") || owner.endsWith("/Clock"));
    boolean known =
        owner.startsWith("[")
            || own.contains(owner.replace('/', '.'))
            || CLASSES.contains(owner)
            || PACKAGES.stream().anyMatch(owner::startsWith);
    boolean dynamic = member.equals("getClass") || member.equals("forName");
    return known && !clock && !dynamic && !REFUSED.contains(name);
  }

  private Problem problem(String owner, String member) {
    String type = owner.substring(owner.lastIndexOf('/') + 1).replace('$', '.');
    String what = member.equals("<init>") ? "new " + type : type + "." + member;
    return new Problem(
        "forbidden-call",
        Drl.first(
            files,
            "\\b%s\\s*(\\.|::)\\s*%s\\b".formatted(type, member),
            "(?<=\\.)\\s*%s\\s*\\(".formatted(member),
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
