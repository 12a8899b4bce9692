package dev.asyncfn.processor.differential;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an async fn of the corpus that is run every way and must mean the same each time. It is static with one
 * parameter, the {@link Trace}, or an instance method of a class that has a constructor of a {@code Trace}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Case {
    /** The method that is the reference instead of the async fn itself, where javac compiles the latter wrongly. */
    String like() default "";

    /** Whether the case runs with assertions enabled. */
    boolean assertions() default true;
}
