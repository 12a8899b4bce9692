package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.List;

/** How control leaves a piece of code that is kept verbatim. */
public sealed interface Transfer extends Piece {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R jump(Jump piece);

        R wholeJump(WholeJump piece);

        R keepJump(KeepJump piece);

        R restoreJump(RestoreJump piece);

        R complete(Return piece);

        R rethrow(Rethrow piece);

        R conditional(Conditional piece);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Piece.Visitor<R> visitor) {
        return visitor.transfer(this);
    }

    /**
     * The first half of a jump: it names the block to continue with.
     *
     * @param delivered the variable that has just been given a value for that block; null if there is none
     * @param source the statement, or the label, of which it comes; empty if of none
     */
    record Jump(Block target, Variable delivered, Span source) implements Transfer {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.jump(this);
        }
    }

    /**
     * A jump in place of a statement: both of its halves, and before them an assignment if it takes a value along.
     *
     * @param delivered what is given the value; null if there is none
     * @param braced whether the grammar has room for one statement only
     * @param insideLoop whether a loop that is kept verbatim stands around it, so that a plain {@code continue} would mean
     *     that one
     * @param indent how many blanks stand before its lines
     * @param source that statement
     */
    record WholeJump(
            Block target, Variable delivered, Code value, boolean braced, boolean insideLoop, int indent, Span source)
            implements Transfer {
        /** The same in lines that are indented further. */
        public WholeJump indented(int by) {
            return new WholeJump(target, delivered, value, braced, insideLoop, indent + by, source);
        }

        /** Its first half. */
        public Jump jump() {
            return new Jump(target, delivered, source);
        }

        @Override
        public List<Code> parts() {
            Code delivery = delivered == null ? Code.EMPTY : Code.of(new VariableUse.Write(delivered, false), value);
            return List.of(delivery, Code.of(jump()));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.wholeJump(this);
        }
    }

    /** At the beginning of a whole {@code finally}, a statement that keeps where a jump before it continues. */
    record KeepJump(String as) implements Transfer {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keepJump(this);
        }
    }

    /** At its end, the statement that lets that jump continue. */
    record RestoreJump(String from) implements Transfer {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.restoreJump(this);
        }
    }

    /**
     * A whole statement: complete the future.
     *
     * @param value null if there is none
     * @param source the statement of which it comes; empty if it ends a block
     */
    record Return(Code value, Span source) implements Transfer {
        @Override
        public List<Code> parts() {
            return value == null ? List.of() : List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.complete(this);
        }
    }

    /** Throws an exception of which javac cannot see that it is an {@code Exception}, as it is. */
    record Rethrow(Code exception) implements Transfer {
        @Override
        public List<Code> parts() {
            return List.of(exception);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.rethrow(this);
        }
    }

    /** From here on, what the code assigns may be left out although the code runs. Nothing is printed for it. */
    record Conditional() implements Transfer {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }
}
