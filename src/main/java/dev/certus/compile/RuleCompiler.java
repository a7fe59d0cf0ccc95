package dev.certus.compile;

import dev.certus.diagnose.CompilerWords;
import dev.certus.diagnose.Diagnosis;
import dev.certus.diagnose.FaultBisector;
import dev.certus.drl.RuleSource;
import dev.certus.fact.FactTypes;
import dev.certus.pack.PackFiles;
import dev.certus.problem.Location;
import dev.certus.problem.PackException;
import dev.certus.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.drools.model.codegen.execmodel.generator.DrlxParseUtil;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles a pack's DRL to Java classes, by Drools' executable model. */
public final class RuleCompiler {

  private static final String SOURCES = "src/main/resources/";
  private static final String CLASS = ".class";
  private static final String PROJECT = "org/drools/project/model/";
  private static final String MODELS = "drools-model";
  private static final String MODELS_VERSION = "Drools-Model-Version";

  private final PackFiles pack;
  private final ClassLoader facts;

  private RuleCompiler(PackFiles pack, ClassLoader facts) {
    this.pack = pack;
    this.facts = facts;
  }

  /**
   * Compiles the DRL files. One at a time: two at once disturb each other in the compiler.
   *
   * @throws PackException with all that the compiler finds wrong
   */
  public static CompiledRules compile(PackFiles files) {
    return compile(files, files, FactTypes.of(files).loader());
  }

  /**
   * Like {@link #compile(PackFiles)}, for a part of a pack.
   *
   * @param part the pack with only some rules, each at its place
   * @param pack all of the pack, in which faults are looked up
   * @param facts the classes of what the rest of the pack declares
   */
  public static synchronized CompiledRules compile(
      PackFiles part, PackFiles pack, ClassLoader facts) {
    RuleCompiler compiler = new RuleCompiler(pack, facts);
    try {
      return compiler.attempt(part);
    } catch (PackException e) {
      throw compiler.placed(part, e);
    } catch (RuntimeException e) {
      throw compiler.stumble(part, e);
    }
  }

  private CompiledRules attempt(PackFiles files) {
    KieServices services = KieServices.get();
    // The id gives the compiled classes their names: rules compiled beside others need their own.
    ReleaseId id = services.newReleaseId("dev.certus.pack", "pack", files.hash());
    try {
      KieBuilder builder = builder(services, id, files);
      builder.buildAll(ExecutableModelProject.class);
      List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
      if (!errors.isEmpty()) {
        throw new PackException(new Diagnosis(pack).of(errors));
      }
      return classes((InternalKieModule) builder.getKieModule());
    } finally {
      // Drools keeps every module by its id until it is removed.
      services.getRepository().removeKieModule(id);
      // Where compiling fails, it also keeps how facts are read, with classes of the failed
      // attempt.
      DrlxParseUtil.clearAccessorCache();
    }
  }

  private KieBuilder builder(KieServices services, ReleaseId id, PackFiles files) {
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(id);
    CompilerText.of(files, pack).forEach((name, text) -> sources.write(SOURCES + name, text));
    return services.newKieBuilder(sources, facts);
  }

  /** The problems, those at least that first have none with a place. */
  private PackException placed(PackFiles files, PackException cause) {
    Problem first = cause.problems().get(0);
    if (first.at().line() > 0) {
      return cause; // where one has a place, all have
    }
    FaultBisector bisector = new FaultBisector(files, part -> says(part, first.message()));
    RuleSource rule = bisector.rule();
    return rule == null ? cause : new PackException(List.of(first.movedTo(bisector.place(rule))));
  }

  private boolean says(PackFiles files, String message) {
    try {
      attempt(files);
      return false;
    } catch (PackException e) {
      return e.problems().stream().anyMatch(problem -> problem.message().equals(message));
    }
  }

  /** Some mistakes make the compiler stumble instead of reporting them. */
  private PackException stumble(PackFiles files, RuntimeException cause) {
    FaultBisector bisector = new FaultBisector(files, this::stumbles);
    RuleSource rule = bisector.rule();
    return rule == null
        ? new PackException(
            "drl-compile",
            Location.of(files.folder()),
            "the rules cannot be compiled: " + CompilerWords.firstLine(cause),
            null)
        : new PackException(
            "drl-compile",
            bisector.place(rule),
            "rule `%s` cannot be compiled: %s"
                .formatted(rule.name(), CompilerWords.firstLine(cause)),
            "are both sides of each comparison of the same type?");
  }

  private boolean stumbles(PackFiles files) {
    try {
      attempt(files);
      return false;
    } catch (PackException e) {
      return false; // it was reported
    } catch (RuntimeException e) {
      return true;
    }
  }

  private static CompiledRules classes(InternalKieModule module) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    List<String> models = List.of();
    for (String file : module.getFileNames()) {
      if (file.startsWith(PROJECT)) {
        continue; // how a KIE project would be built from them, which nobody does
      }
      if (file.endsWith(CLASS)) {
        String name = file.substring(0, file.length() - CLASS.length()).replace('/', '.');
        classes.put(name, module.getBytes(file));
      } else if (file.endsWith("/" + MODELS)) {
        models = models(new String(module.getBytes(file), StandardCharsets.UTF_8));
      }
    }
    return new CompiledRules(classes, models);
  }

  /** The class names in a list of models, which begins with the version of its format. */
  private static List<String> models(String list) {
    return list.lines().filter(line -> !line.startsWith(MODELS_VERSION)).toList();
  }
}
