package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.List;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;

/** How a block is left. */
public sealed interface End {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R goTo(Goto end);

        R branch(Branch end);

        R await(Await end);

        R exit(Exit end);

        R complete(Return end);

        R unreachable(Unreachable end);
    }

    /** The code that is evaluated at the end. */
    Code code();

    <R> R accept(Visitor<R> visitor);

    /** Where control may go from here without suspending, or on resumption. */
    default List<Block> successors() {
        return List.of();
    }

    /** Goes on. */
    record Goto(Block target) implements End {
        @Override
        public List<Block> successors() {
            return List.of(target);
        }

        @Override
        public Code code() {
            return Code.EMPTY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.goTo(this);
        }
    }

    /** Goes on in one of two blocks. */
    record Branch(Test test, Block ifTrue, Block ifFalse) implements End {
        @Override
        public List<Block> successors() {
            return List.of(ifTrue, ifFalse);
        }

        @Override
        public Code code() {
            return test.code();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /**
     * Creates a future, polls it, and continues in the next block with its output, at once or when it is ready.
     *
     * @param future the expression that creates the future
     * @param name what the awaited thing is called, in lowerCamel
     * @param type the future's static type, or null if it is best left to inference
     * @param usesOutput whether the value is wanted
     * @param unboxed the primitive type to which the value is converted where it stands, or null
     * @param awaited what is awaited, in the source
     * @param line the source line in which a stack trace would see it
     */
    record Await(
            Code future,
            String name,
            TypeMirror type,
            Block resume,
            boolean usesOutput,
            PrimitiveType unboxed,
            Span awaited,
            int line)
            implements End {
        @Override
        public List<Block> successors() {
            return List.of(resume);
        }

        @Override
        public Code code() {
            return future;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.await(this);
        }
    }

    /**
     * Goes on where a variable says: the end of a {@code finally}.
     *
     * @param exit holds the state to continue with
     * @param targets all that it may hold; it grows while the body is lowered
     */
    record Exit(Variable exit, List<Block> targets) implements End {
        @Override
        public List<Block> successors() {
            return List.copyOf(targets);
        }

        @Override
        public Code code() {
            return Code.of(exit);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.exit(this);
        }
    }

    /**
     * Completes the future.
     *
     * @param value null if there is none
     */
    record Return(Code value) implements End {
        @Override
        public Code code() {
            return value == null ? Code.EMPTY : value;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.complete(this);
        }
    }

    /** The last step does not complete normally. */
    record Unreachable() implements End {
        @Override
        public Code code() {
            return Code.EMPTY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unreachable(this);
        }
    }
}
