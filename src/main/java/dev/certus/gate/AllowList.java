package dev.certus.gate;

import java.util.List;
import java.util.Set;

/**
 * The members of classes that rules may use: facts, terms and decisions, values and time, and what
 * code needs that is generated from rules. Whatever is not listed is not allowed.
 */
final class AllowList {

  private static final List<String> PACKAGES =
      List.of(
          "dev/certus/decision/",
          "dev/certus/fact/",
          "dev/certus/time/",
          "java/math/",
          "java/time/",
          "org/drools/core/base/accumulators/",
          "org/drools/model/",
          "org/drools/modelcompiler/dsl/");

  private static final Set<String> CLASSES =
      Set.of(
          "dev/certus/pack/Certification",
          "dev/certus/pack/Exam",
          "dev/certus/pack/Renewal",
          "dev/certus/pack/Renewer",
          "dev/certus/pack/Terms",
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
          "org/drools/modelcompiler/util/EvaluationUtil");

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
          // these depend on the machine's locale
          "java/lang/String.format",
          "java/lang/String.formatted",
          "java/lang/String.toLowerCase",
          "java/lang/String.toUpperCase",
          "java/time/format/DateTimeFormatter.ofLocalizedDate",
          "java/time/format/DateTimeFormatter.ofLocalizedDateTime",
          "java/time/format/DateTimeFormatter.ofLocalizedTime",
          "java/time/format/DateTimeFormatter.ofPattern",
          "java/lang/Enum.getDeclaringClass",
          "java/time/ZoneId.systemDefault",
          "org/drools/model/Drools.delete",
          "org/drools/model/Drools.getContext",
          "org/drools/model/Drools.getRuntime",
          "org/drools/model/Drools.halt",
          "org/drools/model/Drools.logicalInsert",
          "org/drools/model/Drools.update",
          "org/drools/model/functions/LambdaPrinter.print");

  /** What reads the clock, anywhere in {@code java.time}. */
  private static final Set<String> CLOCKS = Set.of("now", "dateNow");

  private static final Set<String> CLOCK_CLASSES =
      Set.of("java/time/Clock", "java/time/InstantSource");

  private AllowList() {}

  /**
   * Whether rules may use a member.
   *
   * @param owner the internal name of its class
   * @param own whether that is a class of the pack itself
   */
  static boolean of(String owner, String member, boolean own) {
    String name = owner + "." + member;
    boolean known =
        own
            || owner.startsWith("[")
            || CLASSES.contains(owner)
            || PACKAGES.stream().anyMatch(owner::startsWith);
    return NEEDED.contains(name)
        || (known && !isClock(owner, member) && !isDynamic(member) && !REFUSED.contains(name));
  }

  private static boolean isClock(String owner, String member) {
    return owner.startsWith("java/time/")
        && (CLOCKS.contains(member)
            || CLOCK_CLASSES.contains(owner)
            || owner.startsWith("java/time/zone/")); // it can reload the rules of zones
  }

  /** Reflection, and work in other threads such as {@code Stream.parallel}. */
  private static boolean isDynamic(String member) {
    return member.equals("getClass") || member.equals("forName") || member.startsWith("parallel");
  }
}
