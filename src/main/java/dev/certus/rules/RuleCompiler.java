package dev.certus.rules;

import dev.certus.policy.PackException;
import dev.certus.policy.PackFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/** Compiles a pack's DRL to Java classes, by Drools' executable model. */
final class RuleCompiler {

  private static final String SOURCES = "src/main/resources/";
  private static final String CLASS = ".class";
  private static final String MODELS = "drools-model";
  private static final String MODELS_VERSION = "Drools-Model-Version";
  private static final AtomicInteger BUILDS = new AtomicInteger();

  private RuleCompiler() {}

  /**
   * Compiles the DRL files.
   *
   * @throws PackException with all that the compiler found wrong
   */
  static CompiledRules compile(PackFiles files) {
    KieServices services = KieServices.get();
    // Drools keeps every module by its id for ever, unless told otherwise.
    ReleaseId id =
        services.newReleaseId("dev.certus.pack", "pack", String.valueOf(BUILDS.incrementAndGet()));
    try {
      return compile(services, id, files);
    } finally {
      services.getRepository().removeKieModule(id);
    }
  }

  private static CompiledRules compile(KieServices services, ReleaseId id, PackFiles files) {
    KieFileSystem sources = services.newKieFileSystem();
    sources.generateAndWritePomXML(id);
    Drl.in(files).forEach((name, text) -> sources.write(SOURCES + name, text));
    KieBuilder builder = services.newKieBuilder(sources, RuleCompiler.class.getClassLoader());
    List<Message> errors = build(builder, files);
    if (!errors.isEmpty()) {
      throw new PackException(new Diagnosis(files).of(errors));
    }
    return classes((InternalKieModule) builder.getKieModule());
  }

  private static List<Message> build(KieBuilder builder, PackFiles files) {
    try {
      builder.buildAll(ExecutableModelProject.class);
      return builder.getResults().getMessages(Message.Level.ERROR);
    } catch (RuntimeException e) {
      // Some mistakes make the compiler stumble instead of reporting them.
      throw new PackException(new Diagnosis(files).of(e));
    }
  }

  private static CompiledRules classes(InternalKieModule module) {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    List<String> models = List.of();
    for (String file : module.getFileNames()) {
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
