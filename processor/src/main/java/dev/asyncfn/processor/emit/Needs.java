package dev.asyncfn.processor.emit;

import java.util.LinkedHashMap;
import java.util.Map;

/** What printed code needs around it: a loop for its jumps, methods that it calls, warnings that it must not give. */
final class Needs {
    private boolean loop;
    private boolean label;
    private boolean unchecked;
    private boolean raw;
    private boolean inferred;
    private final Map<ComposedMethod, String> composed = new LinkedHashMap<>();

    /**
     * The code continues with another state.
     *
     * @param insideLoop whether a loop that is kept verbatim stands around the jump
     */
    void jump(boolean insideLoop) {
        loop = true;
        label |= insideLoop;
    }

    /** It casts what javac cannot check. */
    void castUnchecked() {
        unchecked = true;
    }

    /** It leaves out the type arguments of a class that may have some. */
    void nameRawTypes() {
        unchecked = true;
        raw = true;
    }

    /** It calls the method that casts its argument to whatever its context wants. */
    void callInferred() {
        inferred = true;
    }

    /** It calls the method that gives a value a type which only inference can say. Returns what that is called. */
    String callComposed(ComposedMethod method) {
        return composed.computeIfAbsent(
                method, key -> composed.isEmpty() ? "composed" : "composed_" + (composed.size() + 1));
    }

    boolean loop() {
        return loop;
    }

    /** Whether the loop needs a label. */
    boolean label() {
        return label;
    }

    boolean unchecked() {
        return unchecked;
    }

    boolean raw() {
        return raw;
    }

    boolean inferred() {
        return inferred;
    }

    /** Those methods by their names. */
    Map<ComposedMethod, String> composed() {
        return composed;
    }
}
