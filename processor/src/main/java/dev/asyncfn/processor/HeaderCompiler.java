package dev.asyncfn.processor;

import javax.lang.model.element.Element;

/**
 * Turbine, by which Bazel makes header jars: it runs processors for the declarations that they write, and reads no body. javac compiles the
 * same files as well, and gives the futures their bodies.
 */
final class HeaderCompiler {
    private HeaderCompiler() {}

    /** Whether an element is one of this compiler. */
    static boolean has(Element element) {
        return element.getClass().getName().startsWith("com.google.turbine.");
    }
}
