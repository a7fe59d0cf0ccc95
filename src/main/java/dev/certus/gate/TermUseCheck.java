package dev.certus.gate;

import dev.certus.compile.CompiledRules;
import dev.certus.compile.RuleClasses;
import dev.certus.drl.DrlTree;
import dev.certus.drl.Expression;
import dev.certus.drl.Expression.Call;
import dev.certus.drl.RuleSource;
import dev.certus.pack.Term;
import dev.certus.pack.Terms;
import dev.certus.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Holds the way in which rules use a term against its unit, such as a wait in calendar days that is
 * added to a moment. It looks at compiled rules, where it is settled what is added to what.
 */
final class TermUseCheck {

  private static final int ASM = Opcodes.ASM9;
  private static final String TERMS = Type.getInternalName(Terms.class);

  private final DrlTree drl;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private TermUseCheck(DrlTree drl, Terms terms) {
    this.drl = drl;
    terms.all().forEach(term -> this.terms.put(term.name(), term));
  }

  /** A problem for each use of a term that its unit does not allow. */
  static List<Problem> problems(DrlTree drl, CompiledRules rules, Terms terms) {
    TermUseCheck check = new TermUseCheck(drl, terms);
    RuleClasses origins = RuleClasses.of(rules);
    rules.classes().forEach((name, bytes) -> check.look(bytes, origins.rules(name)));
    return check.problems.stream().distinct().toList();
  }

  private void look(byte[] bytes, Set<String> rules) {
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(ASM) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new Uses(rules);
              }
            },
            ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
  }

  private void use(Term term, TermUse use, Set<String> rules) {
    if (!use.fits(term.unit())) {
      drl.rules().stream()
          .filter(rule -> rules.isEmpty() || rules.contains(rule.name()))
          .flatMap(RuleSource::expressions)
          .filter(expression -> isUse(expression, term, use))
          .map(call -> ((Call) call).arguments().get(0).inside())
          .forEach(place -> problems.add(use.problem(term, place.at(drl.files()))));
    }
  }

  private static boolean isUse(Expression expression, Term term, TermUse use) {
    return expression instanceof Call call
        && call.isOf("terms")
        && call.name().equals(use.method())
        && !call.arguments().isEmpty()
        && term.name().equals(call.arguments().get(0).literalText());
  }

  /** A method that may use terms: it loads a term's name, then calls what takes it. */
  private final class Uses extends MethodVisitor {

    private final Set<String> rules;
    private final Deque<Term> named = new ArrayDeque<>();

    Uses(Set<String> rules) {
      super(ASM);
      this.rules = rules;
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String name && terms.containsKey(name)) {
        named.push(terms.get(name));
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String type, boolean isInterface) {
      if (owner.equals(TERMS) && !named.isEmpty()) {
        use(named.pop(), TermUse.of(name, type), rules);
      }
    }
  }
}
