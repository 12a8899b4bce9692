package dev.asyncfn.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which methods have no future, by the id of the diagnostic that says why, with the messages. */
final class Rejections {
    /** What is counted here is a fault of the processor: javac refuses what it wrote. */
    static final String JAVAC = "javac";

    /** Diagnostics with which the processor says that a fault is its own. */
    private static final Set<String> FAULTS =
            Set.of(JAVAC, "internal_error", "not_lowered", "unparsable_fn", "untypable_fn");

    private final Map<String, List<String>> byId = new TreeMap<>();

    void add(String id, Fn fn, String message) {
        byId.computeIfAbsent(id, i -> new ArrayList<>())
                .add(fn + "\n" + message.strip().indent(4));
    }

    Map<String, List<String>> byId() {
        return Collections.unmodifiableMap(byId);
    }

    /** How many of them are faults of the processor. */
    int faults() {
        return FAULTS.stream()
                .mapToInt(id -> byId.getOrDefault(id, List.of()).size())
                .sum();
    }

    int count() {
        return byId.values().stream().mapToInt(List::size).sum();
    }
}
