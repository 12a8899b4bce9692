package dev.asyncfn.processor.bodies;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The statements of the async fns that a test is about, which gets them as an {@link AsyncBody} or a list of these. Each
 * has the parameters {@code int n, long l, boolean b, String s, Object o, int[] a, Integer i, List<String> list}, and calls
 * the async fns {@code next(n)}, an int, and {@code ask(n)}, a boolean.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Body {
    String[] value();

    /** What the fns return. */
    String type() default "void";

    /** Empty for a fn of an object. */
    String modifiers() default "static";

    /** The first version of Java that knows the syntax. On an older one the test is skipped. */
    int since() default 17;
}
