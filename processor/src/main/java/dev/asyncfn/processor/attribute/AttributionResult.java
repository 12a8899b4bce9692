package dev.asyncfn.processor.attribute;

import java.util.List;

/** What came of attributing one async fn. */
public sealed interface AttributionResult {

    /** Its body type-checks. */
    record Attributed(Attribution attribution) implements AttributionResult {}

    /**
     * Its body does not type-check, for now or for good. The outer compiler will say so itself.
     *
     * @param messages the inner compiler's errors that concern the body, each with its line; never empty
     * @param inBodies whether all errors of the compilation are inside of bodies
     */
    record Untypable(List<String> messages, boolean inBodies) implements AttributionResult {
        public Untypable {
            messages = List.copyOf(messages);
        }
    }

    /** The inner compiler failed, or cannot be had. */
    record Crashed(Throwable cause) implements AttributionResult {}
}
