package dev.asyncfn.processor.fuzz;

import dev.asyncfn.processor.symbols.Difference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What javac made of some sources.
 *
 * @param classes by their binary names; none if there were errors
 * @param generated sources by the names of their classes
 * @param errors by the name of the class that was to be compiled, or from which the erroneous one was generated
 * @param differences to what futures refer otherwise than their bodies, by the names of the classes; none if that was not looked for
 */
record Compilation(
        Map<String, byte[]> classes,
        Map<String, String> generated,
        Map<String, String> errors,
        Map<String, List<Difference>> differences) {
    static final Compilation OF_NOTHING = new Compilation(Map.of(), Map.of(), Map.of(), Map.of());

    boolean succeeded() {
        return errors.isEmpty();
    }

    /** The sources generated from a program and the classes in it, by the names of their classes. */
    Map<String, String> generatedFrom(String name) {
        Map<String, String> some = new TreeMap<>(generated);
        some.keySet().removeIf(facade -> !facade.matches("fuzz\\." + name + "(_\\w+)?Async"));
        return some;
    }

    String futureOf(String name) {
        Map<String, String> some = generatedFrom(name);
        return some.isEmpty() ? "(nothing was generated)" : String.join("\n", some.values());
    }
}
