package dev.certus.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** From which rules classes were compiled: each condition and each consequence is a class. */
public final class RuleClasses {

  private static final int ASM = Opcodes.ASM9;
  private static final String DSL = "org/drools/modelcompiler/dsl/pattern/D";

  private final Map<String, Set<String>> rules = new HashMap<>();

  private RuleClasses() {}

  /** Reads it from where the rules are put together. */
  public static RuleClasses of(CompiledRules compiled) {
    RuleClasses origins = new RuleClasses();
    for (byte[] bytes : compiled.classes().values()) {
      new ClassReader(bytes)
          .accept(
              new ClassVisitor(ASM) {
                @Override
                public MethodVisitor visitMethod(
                    int access, String name, String type, String signature, String[] exceptions) {
                  return origins.new Assembly();
                }
              },
              ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }
    return origins;
  }

  /** The names of the rules that a class is part of; none where it is not known. */
  public Set<String> rules(String className) {
    return rules.getOrDefault(outermost(className), Set.of());
  }

  private static String outermost(String className) {
    int inner = className.indexOf('$');
    return inner < 0 ? className : className.substring(0, inner);
  }

  /** A method that may put a rule together: it names the rule, then the classes of its parts. */
  private final class Assembly extends MethodVisitor {

    private Object constant;
    private String rule;

    Assembly() {
      super(ASM);
    }

    @Override
    public void visitLdcInsn(Object value) {
      constant = value;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      if (owner.equals(DSL) && name.equals("rule")) {
        rule = String.valueOf(constant);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String type) {
      if (rule != null) {
        rules.computeIfAbsent(owner.replace('/', '.'), o -> new HashSet<>()).add(rule);
      }
    }
  }
}
