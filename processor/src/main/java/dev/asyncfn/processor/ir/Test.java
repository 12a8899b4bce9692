package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** What decides between two ways. It can be printed as it is and as its opposite. */
public sealed interface Test {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R value(Value test);

        R caught(Caught test);

        R hasNext(HasNext test);

        R inBounds(InBounds test);

        R assertionsEnabled(AssertionsEnabled test);
    }

    /** The code that is evaluated. */
    Code code();

    <R> R accept(Visitor<R> visitor);

    /**
     * A condition of the user's.
     *
     * @param primary whether a negation needs no parentheses around it
     * @param source where it stands
     */
    record Value(Code code, boolean primary, Span source) implements Test {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.value(this);
        }
    }

    /** Whether a catch clause of these types catches what was thrown. */
    record Caught(List<Alternative> alternatives) implements Test {
        public Caught {
            alternatives = List.copyOf(alternatives);
        }

        /**
         * @param type as the user wrote it
         * @param accessor what tests for the type if generated code cannot name it; else null
         * @param catchesDrops whether it would also catch what drops a future, which no clause may see
         */
        public record Alternative(Code type, Reference.Bridged accessor, boolean catchesDrops) {}

        @Override
        public Code code() {
            List<Object> all = new ArrayList<>();
            alternatives.forEach(alternative -> {
                all.add(new Computed.Thrown());
                all.add(alternative.type());
            });
            return Code.join(all);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caught(this);
        }
    }

    /** Whether an iterator has another element. */
    record HasNext(Variable iterator) implements Test {
        @Override
        public Code code() {
            return Code.of(iterator);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hasNext(this);
        }
    }

    /** Whether an index is one of an array. */
    record InBounds(Variable index, Variable array) implements Test {
        @Override
        public Code code() {
            return Code.of(index, array);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inBounds(this);
        }
    }

    /** Whether assertions are enabled for a class of the user's. */
    record AssertionsEnabled(TypeElement type) implements Test {
        @Override
        public Code code() {
            return Code.EMPTY;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assertionsEnabled(this);
        }
    }
}
