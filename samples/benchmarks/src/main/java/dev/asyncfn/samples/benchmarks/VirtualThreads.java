package dev.asyncfn.samples.benchmarks;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Starts virtual threads where the JDK has them: this is compiled for Java 17. */
final class VirtualThreads {
    private static final MethodHandle START = start();

    private VirtualThreads() {}

    private static MethodHandle start() {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (NoSuchMethodException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static boolean exist() {
        return START != null;
    }

    static Thread start(Runnable body) {
        try {
            return (Thread) START.invokeExact(body);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
