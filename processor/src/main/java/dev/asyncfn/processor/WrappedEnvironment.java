package dev.asyncfn.processor;

import java.lang.reflect.Field;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Build tools hand processors an environment of their own around javac's, which {@code Trees.instance} refuses.
 */
final class WrappedEnvironment {
    private static final String GRADLE =
            "org.gradle.api.internal.tasks.compile.processing.IncrementalProcessingEnvironment";

    private WrappedEnvironment() {}

    /** The compiler's own environment, or the innermost that can be reached. */
    static ProcessingEnvironment unwrap(ProcessingEnvironment env) {
        ProcessingEnvironment inner = env;
        for (Optional<ProcessingEnvironment> next = inside(inner); next.isPresent(); next = inside(inner)) {
            inner = next.get();
        }
        return inner;
    }

    private static Optional<ProcessingEnvironment> inside(ProcessingEnvironment env) {
        return insideIntelliJ(env).or(() -> insideGradle(env)).filter(inner -> inner != env);
    }

    /** As IntelliJ documents it for authors of processors. */
    private static Optional<ProcessingEnvironment> insideIntelliJ(ProcessingEnvironment env) {
        try {
            Class<?> wrappers = Class.forName(
                    "org.jetbrains.jps.javac.APIWrappers", true, env.getClass().getClassLoader());
            Object inner = wrappers.getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, env);
            return Optional.ofNullable((ProcessingEnvironment) inner);
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // not IntelliJ's
        }
    }

    /** Gradle keeps the environment that it wraps in a field of this name. */
    private static Optional<ProcessingEnvironment> insideGradle(ProcessingEnvironment env) {
        Class<?> declaring = env.getClass();
        while (declaring != null && !declaring.getName().equals(GRADLE)) {
            declaring = declaring.getSuperclass();
        }
        if (declaring == null) {
            return Optional.empty();
        }
        try {
            Field delegate = declaring.getDeclaredField("delegate");
            delegate.setAccessible(true);
            return Optional.ofNullable((ProcessingEnvironment) delegate.get(env));
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // another Gradle's
        }
    }
}
