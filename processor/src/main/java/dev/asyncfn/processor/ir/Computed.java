package dev.asyncfn.processor.ir;

import java.util.List;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** A value that the lowering made, of other values or of what the machine holds. */
public sealed interface Computed extends Piece {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R output(Output piece);

        R thrown(Thrown piece);

        R literal(Literal piece);

        R notNull(NotNull piece);

        R textOf(TextOf piece);

        R cast(Cast piece);

        R narrowed(Narrowed piece);

        R parenthesized(Parenthesized piece);

        R yielded(Yielded piece);

        R binary(Binary piece);

        R store(Store piece);

        R futureOf(FutureOf piece);

        R converted(Converted piece);

        R nextElement(NextElement piece);

        R iteratorOf(IteratorOf piece);

        R nextOf(NextOf piece);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Piece.Visitor<R> visitor) {
        return visitor.computed(this);
    }

    /** The value of the last await. */
    record Output(TypeMirror type) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.output(this);
        }
    }

    /** The exception that a handler has to handle, at its beginning. */
    record Thrown() implements Computed {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.thrown(this);
        }
    }

    /** {@code null}, a number or a boolean. */
    record Literal(Object value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A reference, which is checked. */
    record NotNull(Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notNull(this);
        }
    }

    /**
     * What a value is as a string.
     *
     * @param asObject whether it is passed as an {@code Object}: as a {@code char[]} its contents would be shown
     */
    record TextOf(Code value, boolean asObject) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.textOf(this);
        }
    }

    /** A value as another type. */
    record Cast(TypeMirror type, Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** The same of a primitive type, for any expression. */
    record Narrowed(TypeKind kind, Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.narrowed(this);
        }
    }

    record Parenthesized(Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parenthesized(this);
        }
    }

    /** What a {@code yield} gives. javac 17 takes {@code yield (A<B, C>) value;} for a call of a method. */
    record Yielded(Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.yielded(this);
        }
    }

    /** @param operator the Java operator */
    record Binary(Code left, String operator, Code right) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** An assignment, as an expression. */
    record Store(Code target, Code value) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(target, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.store(this);
        }
    }

    /**
     * The future of a {@code CompletionStage}.
     *
     * @param fallible whether its failures have a type of their own
     */
    record FutureOf(Code stage, boolean fallible) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(stage);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.futureOf(this);
        }
    }

    /**
     * The future that a bridge makes.
     *
     * @param owner the class of the bridge
     * @param method the name of its static method
     */
    record Converted(Reference.ClassRef owner, String method, Code arguments) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(Code.of(owner), arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.converted(this);
        }
    }

    /** An element of an array, after which the index is the next one's. */
    record NextElement(Variable array, Variable index) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(Code.of(array), Code.of(new VariableUse.Write(index, true)));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nextElement(this);
        }
    }

    /** @param simple whether the iterable needs no parentheses to be selected from */
    record IteratorOf(Code iterable, boolean simple) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(iterable);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.iteratorOf(this);
        }
    }

    /** What an iterator gives next. */
    record NextOf(Variable iterator) implements Computed {
        @Override
        public List<Code> parts() {
            return List.of(Code.of(iterator));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nextOf(this);
        }
    }
}
