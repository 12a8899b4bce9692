package dev.asyncfn.processor.fuzz;

import java.util.Map;

/**
 * What javac made of some sources.
 *
 * @param classes by their binary names; none if there were errors
 * @param generated sources by the names of their classes
 * @param errors by the name of the class that was to be compiled, or from which the erroneous one was generated
 */
record Compilation(Map<String, byte[]> classes, Map<String, String> generated, Map<String, String> errors) {
    boolean succeeded() {
        return errors.isEmpty();
    }

    String futureOf(String name) {
        return generated.getOrDefault("fuzz." + name + "Async", "(nothing was generated)");
    }
}
