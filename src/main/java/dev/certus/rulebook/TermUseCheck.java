package dev.certus.rulebook;

import dev.certus.pack.PackFiles;
import dev.certus.pack.Term;
import dev.certus.pack.Terms;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
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

  private final PackFiles files;
  private final Map<String, Term> terms = new LinkedHashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  private TermUseCheck(PackFiles files, Terms terms) {
    this.files = files;
    terms.all().forEach(term -> this.terms.put(term.name(), term));
  }

  /** A problem for each use of a term that its unit does not allow. */
  static List<Problem> problems(PackFiles files, CompiledRules rules, Terms terms) {
    TermUseCheck check = new TermUseCheck(files, terms);
    RuleClasses origins = RuleClasses.of(rules);
    rules.classes().forEach((name, bytes) -> check.look(bytes, origins.rules(name)));
    return check.problems.stream().distinct().toList();
  }

  /**
   * Like {@link #problems}.
   *
   * @return the rules
   * @throws PackException where there are any
   */
  static CompiledRules check(PackFiles files, CompiledRules rules, Terms terms) {
    List<Problem> problems = problems(files, rules, terms);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return rules;
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
      Pattern call =
          Pattern.compile(
              "(?<=\\bterms\\s{0,9}\\.\\s{0,9}%s\\s{0,9}\\(\\s{0,9}\")%s\""
                  .formatted(use.method(), Pattern.quote(term.name())));
      Drl.find(files, rules, call)
          .forEach(
              (file, places) ->
                  places.forEach(
                      place -> problems.add(use.problem(term, files.at(file, place.start())))));
    }
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
