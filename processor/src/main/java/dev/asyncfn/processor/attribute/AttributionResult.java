package dev.asyncfn.processor.attribute;

import java.util.List;

/** What came of attributing one async fn. */
public sealed interface AttributionResult {

    /** What is wrong in the file: an error in a declaration leads to others where that is used. */
    List<String> around();

    /** Whether all errors of the compilation are inside of bodies. */
    boolean inBodies();

    /** Its body type-checks. */
    record Attributed(Attribution attribution, List<String> around, boolean inBodies) implements AttributionResult {
        public Attributed {
            around = List.copyOf(around);
        }
    }

    /**
     * Its body does not type-check, for now or for good. The outer compiler will say so itself.
     *
     * @param messages the inner compiler's errors that concern the body, each with its line; never empty
     * @param around all errors of the compilation: one in another file may have led to these
     * @param errors those of the body that have a place
     * @param attribution what can be said of the body for all that; null if {@code errors} is empty
     */
    record Untypable(
            List<String> messages,
            List<String> around,
            boolean inBodies,
            List<JavacError> errors,
            Attribution attribution)
            implements AttributionResult {
        public Untypable {
            messages = List.copyOf(messages);
            around = List.copyOf(around);
            errors = List.copyOf(errors);
        }

        Untypable(List<String> messages, boolean inBodies) {
            this(messages, messages, inBodies, List.of(), null);
        }
    }

    /**
     * An error of javac's.
     *
     * @param code javac's key of the message
     * @param offset where it points in the file
     */
    record JavacError(String code, int offset) {}

    /** The inner compiler failed, or cannot be had. */
    record Crashed(Throwable cause) implements AttributionResult {
        @Override
        public List<String> around() {
            return List.of();
        }

        @Override
        public boolean inBodies() {
            return true;
        }
    }
}
