package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.List;

/** Text of the user, and how it is laid out. */
public sealed interface SourceText extends Piece {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R verbatim(Verbatim piece);

        R comment(Comment piece);

        R shift(Shift piece);

        R newLine(NewLine piece);

        R localName(LocalName piece);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Piece.Visitor<R> visitor) {
        return visitor.source(this);
    }

    /**
     * The user's own text, copied char by char. It is never searched: the pieces around it say what the code does.
     *
     * @param lines its lines, which are indented alike; one may consist of several lines of the file if they must stay where they are
     */
    record Verbatim(List<Span> lines) implements SourceText {
        public Verbatim {
            lines = List.copyOf(lines);
        }

        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.verbatim(this);
        }
    }

    /** Comments of the user; as {@link Verbatim}, but no code comes from these lines. */
    record Comment(List<Span> lines) implements SourceText {
        public static final Comment NONE = new Comment(List.of());

        public Comment {
            lines = List.copyOf(lines);
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }

        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }

    /** Changes by how many levels the lines after this one are indented. */
    record Shift(int levels) implements SourceText {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.shift(this);
        }
    }

    /**
     * A line break inside code that replaces a statement in whole text.
     *
     * @param indent how many blanks stand before the next line
     */
    record NewLine(int indent) implements SourceText {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newLine(this);
        }
    }

    /** A variable of verbatim text by the name that the text gives it, unless that means something else here. */
    record LocalName(String name) implements SourceText {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.localName(this);
        }
    }
}
