package dev.certus.pack;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The sentence about a fact, as {@code @says} has it for the facts that packs declare: fields stand
 * in braces, and a part in brackets is left out where one of its fields is missing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Says {

  /** All that is known of the fact. */
  String value();

  /** The name of the fact for use within a sentence; if empty, the whole sentence. */
  String name() default "";
}
