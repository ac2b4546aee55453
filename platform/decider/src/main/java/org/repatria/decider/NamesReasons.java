package org.repatria.decider;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an annotation by which commands say for which reasons they can be refused.
 *
 * <p>Its {@code value} has them; each enum of reasons has an annotation of its own.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface NamesReasons {}
