package dev.asyncfn.processor.options;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of the processor, each given to javac as {@code -A<key>=<value>}. */
public enum Option {
    /** Whether a direct call of an async fn that gives a value must stand in {@code await(...)}. */
    EXPLICIT_AWAIT("asyncfn.explicitAwait", "off", "warn"),
    /** Whether a JSON map of each facade is written beside its class file. */
    MAP("asyncfn.map", "false", "true"),
    /** Whether a page that explains each facade is written beside its class file. */
    EXPLORER("asyncfn.explorer", "false", "true"),
    /** Which lines debuggers see first in generated classes. */
    DEBUG("asyncfn.debug", "generated", "source"),
    /** Whether to write metadata for GraalVM's native-image: the classes and members that are found by name. */
    NATIVE_IMAGE("asyncfn.nativeImage", "false", "true");

    static final String PREFIX = "asyncfn.";

    private final String key;
    private final List<String> allowed;

    Option(String key, String... allowed) {
        this.key = key;
        this.allowed = List.of(allowed);
    }

    public String key() {
        return key;
    }

    /** What it can be, the default first. */
    public List<String> allowed() {
        return allowed;
    }

    static Optional<Option> of(String key) {
        return Arrays.stream(values()).filter(o -> o.key.equals(key)).findFirst();
    }
}
