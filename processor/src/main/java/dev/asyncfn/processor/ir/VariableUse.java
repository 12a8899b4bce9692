package dev.asyncfn.processor.ir;

import java.util.List;

/** What a piece of a body does with a variable. */
public sealed interface VariableUse extends Piece {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R read(Read piece);

        R write(Write piece);

        R binding(Binding piece);

        R keepBinding(KeepBinding piece);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Piece.Visitor<R> visitor) {
        return visitor.use(this);
    }

    /**
     * A variable's value.
     *
     * @param captured read inside a lambda or a class body: it must be this moment's value for ever
     * @param uncast whether the type with which it is declared is enough there
     */
    record Read(Variable variable, boolean captured, boolean uncast) implements VariableUse {
        public Read(Variable variable, boolean captured) {
            this(variable, captured, false);
        }

        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /**
     * A variable as the target of an assignment that stands inside verbatim text.
     *
     * @param reads whether its old value is used, as by {@code +=}
     */
    record Write(Variable variable, boolean reads) implements VariableUse {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.write(this);
        }
    }

    /**
     * The name that a pattern binds.
     *
     * @param inLabel whether it goes out of scope with the label in which it stands
     */
    record Binding(Variable variable, boolean inLabel) implements VariableUse {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binding(this);
        }
    }

    /** A statement in a label's code that keeps what the label's pattern bound. */
    record KeepBinding(Variable variable) implements VariableUse {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keepBinding(this);
        }
    }
}
