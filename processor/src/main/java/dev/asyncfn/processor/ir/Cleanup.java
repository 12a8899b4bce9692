package dev.asyncfn.processor.ir;

import java.util.List;

/** What happens around the user's statements of a {@code finally}, and when a resource is closed: a completion is pending until they have run. */
public sealed interface Cleanup extends Step {
    /** Says where a {@code finally} continues. */
    record SetExit(Variable exit, Block target) implements Cleanup, Definition {
        @Override
        public Variable defined() {
            return exit;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.setExit(this);
        }
    }

    /** Begins a {@code finally}: keeps what was thrown until it ends, or null if nothing was. */
    record PutOff(Variable pending) implements Cleanup, Definition {
        @Override
        public Variable defined() {
            return pending;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.putOff(this);
        }
    }

    /**
     * Ends a {@code finally}: throws what was put off.
     *
     * @param always whether only an exception can have led to it
     */
    record ThrowPutOff(Variable pending, boolean always) implements Cleanup {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(pending));
        }

        @Override
        public boolean completes() {
            return !always;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.throwPutOff(this);
        }
    }

    /**
     * Closes a resource at the end of its block, or after an exception, to which it adds its own (JLS 14.20.3.1).
     *
     * @param resource what is closed unless it is null
     * @param primary the exception that led here, or null
     * @param suppressed a name for what closing throws
     * @param end the line where the block ends, in which javac closes the resource
     * @param start the line of the statement, in which javac closes it after an exception
     */
    record CloseResource(Variable resource, Variable primary, String suppressed, int end, int start)
            implements Cleanup {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(primary, new Transfer.Conditional(), resource));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.closeResource(this);
        }
    }

    /**
     * During a drop, does not jump out of a {@code finally}, but continues with the {@code finally} around it.
     *
     * @param pending what led to the {@code finally}: a drop, perhaps
     */
    record GoOnDropping(Variable pending) implements Cleanup {
        @Override
        public List<Code> codes() {
            return List.of(Code.of(pending));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goOnDropping(this);
        }
    }
}
