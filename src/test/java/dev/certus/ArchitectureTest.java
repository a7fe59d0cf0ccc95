package dev.certus;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** What may use what. */
class ArchitectureTest {

  private static final JavaClasses CERTUS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.certus");

  @Test
  void importsPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("time")
        .definedBy("dev.certus.time..")
        .layer("file")
        .definedBy("dev.certus.file..")
        .layer("sign")
        .definedBy("dev.certus.sign..")
        .layer("record")
        .definedBy("dev.certus.record..")
        .layer("decision")
        .definedBy("dev.certus.decision..")
        .layer("problem")
        .definedBy("dev.certus.problem..")
        .layer("yaml")
        .definedBy("dev.certus.yaml..")
        .layer("pack")
        .definedBy("dev.certus.pack..")
        .layer("git")
        .definedBy("dev.certus.git..")
        .layer("fact")
        .definedBy("dev.certus.fact..")
        .layer("drl")
        .definedBy("dev.certus.drl..")
        .layer("diagnose")
        .definedBy("dev.certus.diagnose..")
        .layer("compile")
        .definedBy("dev.certus.compile..")
        .layer("gate")
        .definedBy("dev.certus.gate..")
        .layer("rulebook")
        .definedBy("dev.certus.rulebook..")
        .layer("plan")
        .definedBy("dev.certus.plan..")
        .layer("workbench")
        .definedBy("dev.certus.workbench..")
        .layer("lsp")
        .definedBy("dev.certus.lsp..")
        .layer("types")
        .definedBy("dev.certus.types..")
        .layer("language")
        .definedBy("dev.certus.language..")
        .layer("check")
        .definedBy("dev.certus.check..")
        .layer("engine")
        .definedBy("dev.certus.engine..")
        .layer("output")
        .definedBy("dev.certus.output..")
        .layer("population")
        .definedBy("dev.certus.population..")
        .layer("scenario")
        .definedBy("dev.certus.scenario..")
        .layer("explain")
        .definedBy("dev.certus.explain..")
        .layer("timeline")
        .definedBy("dev.certus.timeline..")
        .layer("reference")
        .definedBy("dev.certus.reference..")
        .layer("mutation")
        .definedBy("dev.certus.mutation..")
        .layer("run")
        .definedBy("dev.certus.run..")
        .layer("register")
        .definedBy("dev.certus.register..")
        .layer("impact")
        .definedBy("dev.certus.impact..")
        .layer("jsonl")
        .definedBy("dev.certus.jsonl..")
        .layer("table")
        .definedBy("dev.certus.table..")
        .layer("duckdb")
        .definedBy("dev.certus.duckdb..")
        .layer("postgres")
        .definedBy("dev.certus.postgres..")
        .layer("adapter")
        .definedBy("dev.certus.adapter..")
        .layer("verify")
        .definedBy("dev.certus.verify..")
        .layer("serve")
        .definedBy("dev.certus.serve..")
        .layer("cli")
        .definedBy("dev.certus.cli..")
        .optionalLayer("spark") // there in its profile alone
        .definedBy("dev.certus.spark..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("spark")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("verify")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("workbench")
        .mayOnlyBeAccessedByLayers("serve")
        .whereLayer("lsp")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("language")
        .mayOnlyBeAccessedByLayers("lsp", "serve", "workbench")
        .whereLayer("types")
        .mayOnlyBeAccessedByLayers("check", "language")
        .whereLayer("serve")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("adapter")
        .mayOnlyBeAccessedByLayers("serve", "cli")
        .whereLayer("jsonl")
        .mayOnlyBeAccessedByLayers("duckdb", "adapter", "verify", "serve", "cli")
        .whereLayer("duckdb")
        .mayOnlyBeAccessedByLayers("adapter", "verify", "cli")
        .whereLayer("postgres")
        .mayOnlyBeAccessedByLayers("adapter", "verify", "cli")
        .whereLayer("table")
        .mayOnlyBeAccessedByLayers("duckdb", "postgres", "verify")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers(
            "register",
            "impact",
            "jsonl",
            "table",
            "duckdb",
            "postgres",
            "adapter",
            "verify",
            "serve",
            "cli",
            "spark")
        .whereLayer("register")
        .mayOnlyBeAccessedByLayers("duckdb", "postgres", "adapter", "cli")
        .whereLayer("explain")
        .mayOnlyBeAccessedByLayers("impact", "serve", "cli")
        .whereLayer("impact")
        .mayOnlyBeAccessedByLayers("register", "verify", "serve", "cli")
        .whereLayer("timeline")
        .mayOnlyBeAccessedByLayers("serve", "cli")
        .whereLayer("reference")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("mutation")
        .mayOnlyBeAccessedByLayers("serve", "cli", "workbench")
        .whereLayer("scenario")
        .mayOnlyBeAccessedByLayers(
            "mutation", "impact", "serve", "cli", "language", "lsp", "workbench")
        .whereLayer("population")
        .mayOnlyBeAccessedByLayers("mutation", "impact", "cli")
        .whereLayer("output")
        .mayOnlyBeAccessedByLayers(
            "explain",
            "timeline",
            "impact",
            "run",
            "register",
            "jsonl",
            "table",
            "duckdb",
            "postgres",
            "adapter",
            "verify",
            "serve",
            "cli",
            "spark",
            "workbench")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers(
            "scenario",
            "explain",
            "timeline",
            "mutation",
            "impact",
            "run",
            "register",
            "verify",
            "serve",
            "cli",
            "spark",
            "language")
        .whereLayer("check")
        .mayOnlyBeAccessedByLayers("serve", "cli", "language")
        .whereLayer("plan")
        .mayOnlyBeAccessedByLayers("engine", "check")
        .whereLayer("rulebook")
        .mayOnlyBeAccessedByLayers(
            "plan",
            "engine",
            "scenario",
            "explain",
            "reference",
            "mutation",
            "impact",
            "check",
            "run",
            "register",
            "verify",
            "serve",
            "cli",
            "spark",
            "language")
        .whereLayer("gate")
        .mayOnlyBeAccessedByLayers("rulebook", "check", "types", "language")
        .whereLayer("compile")
        .mayOnlyBeAccessedByLayers("gate", "rulebook")
        .whereLayer("diagnose")
        .mayOnlyBeAccessedByLayers("compile", "rulebook")
        .whereLayer("drl")
        .mayOnlyBeAccessedByLayers(
            "diagnose",
            "compile",
            "gate",
            "rulebook",
            "plan",
            "explain",
            "reference",
            "mutation",
            "impact",
            "check",
            "types",
            "language",
            "serve")
        .whereLayer("git")
        .mayOnlyBeAccessedByLayers("cli", "serve")
        .whereLayer("fact")
        .mayOnlyBeAccessedByLayers(
            "compile",
            "diagnose",
            "gate",
            "rulebook",
            "plan",
            "engine",
            "check",
            "explain",
            "types",
            "language")
        .check(CERTUS);
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("dev.certus.(*)..").should().beFreeOfCycles().check(CERTUS);
  }

  /** Every package may use those that come before it, and no other. */
  private static final List<String> ORDER =
      List.of(
          "time",
          "problem",
          "file",
          "sign",
          "yaml",
          "record",
          "decision",
          "pack",
          "git",
          "fact",
          "drl",
          "diagnose",
          "compile",
          "gate",
          "rulebook",
          "plan",
          "engine",
          "output",
          "types",
          "check",
          "reference",
          "population",
          "scenario",
          "mutation",
          "explain",
          "timeline",
          "run",
          "impact",
          "register",
          "jsonl",
          "table",
          "duckdb",
          "postgres",
          "adapter",
          "verify",
          "language",
          "lsp",
          "workbench",
          "serve",
          "cli",
          "spark");

  @Test
  void everyPackageUsesOnlyThoseBeforeIt() {
    for (JavaClass from : CERTUS) {
      from.getDirectDependenciesFromSelf().stream()
          .map(Dependency::getTargetClass)
          .filter(to -> to.getPackageName().startsWith("dev.certus."))
          .forEach(
              to ->
                  assertThat(place(to))
                      .as("%s uses %s", from.getName(), to.getName())
                      .isBetween(0, place(from)));
    }
  }

  private static int place(JavaClass type) {
    return ORDER.indexOf(type.getPackageName().substring("dev.certus.".length()));
  }

  @Test
  void noSimpleNameStandsTwice() {
    assertThat(
            CERTUS.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().isEmpty())
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getSimpleName))
        .doesNotHaveDuplicates();
  }

  @Test
  void onlyCompilingAndTheEngineKnowDrools() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.certus.diagnose..",
            "dev.certus.compile..",
            "dev.certus.rulebook..",
            "dev.certus.plan..",
            "dev.certus.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.kie..", "org.drools..")
        .check(CERTUS);
  }

  @Test
  void onlySparkKnowsSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.certus.spark..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..")
        .check(CERTUS);
  }

  @Test
  void nothingButTheCommandLineReadsTheClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("dev.certus.cli.AsOfOption")
        .should()
        .callMethodWhere(readsTheMachine())
        .check(CERTUS);
  }

  private static DescribedPredicate<JavaMethodCall> readsTheMachine() {
    Set<Class<?>> clocks =
        Set.of(
            Clock.class,
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);
    return DescribedPredicate.describe(
        "a method that reads the clock, the default zone or the default locale",
        call -> {
          String name = call.getName();
          boolean now = clocks.stream().anyMatch(c -> call.getTargetOwner().isEquivalentTo(c));
          return (now && (name.equals("now") || name.startsWith("system")))
              || (call.getTargetOwner().isEquivalentTo(System.class)
                  && name.equals("currentTimeMillis"))
              || (call.getTargetOwner().isEquivalentTo(ZoneId.class)
                  && name.equals("systemDefault"))
              || (call.getTargetOwner().isEquivalentTo(Locale.class) && name.equals("getDefault"))
              || (call.getTargetOwner().isEquivalentTo(TimeZone.class)
                  && name.equals("getDefault"));
        });
  }

  @Test
  void nobodyUsesOldDates() {
    noClasses().should().dependOnClassesThat().areAssignableTo(Date.class).check(CERTUS);
  }

  /** What it compiles is held against the grammar before, and against the lists after. */
  @Test
  void onlyTheGateLeadsToTheCompiler() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.certus.compile..")
        .and()
        .doNotHaveSimpleName("GatedCompiler")
        .should()
        .accessClassesThat()
        .haveSimpleName("RuleCompiler")
        .check(CERTUS);
  }
}
