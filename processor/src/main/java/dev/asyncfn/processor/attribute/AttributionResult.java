package dev.asyncfn.processor.attribute;

import java.util.List;

/** What came of attributing one async fn. */
public sealed interface AttributionResult {

    /** Its file type-checks. */
    record Attributed(Attribution attribution) implements AttributionResult {}

    /**
     * Its file does not type-check, for now or for good. The outer compiler will say so itself.
     *
     * @param messages the inner compiler's errors in that file, each with its line; never empty
     */
    record Untypable(List<String> messages) implements AttributionResult {
        public Untypable {
            messages = List.copyOf(messages);
        }
    }

    /** The inner compiler failed, or cannot be had. */
    record Crashed(Throwable cause) implements AttributionResult {}
}
