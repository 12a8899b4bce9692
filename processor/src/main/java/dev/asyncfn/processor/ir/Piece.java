package dev.asyncfn.processor.ir;

import java.util.List;

/**
 * A piece of {@link Code}. The text of the user is opaque: what it does with variables, and where it jumps, is said by
 * the pieces between its lines, which come from its syntax tree.
 */
public sealed interface Piece permits Piece.Text, SourceText, VariableUse, Reference, Transfer, Computed {
    /** Words of ours, printed as they are. */
    record Text(String text) implements Piece {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * What is done with each group of pieces; each has a visitor of its own. There are no default methods: who adds a
     * kind of piece sees every place that must know of it.
     *
     * @param <R> what comes of each
     */
    interface Visitor<R> {
        R text(Text piece);

        R source(SourceText piece);

        R use(VariableUse piece);

        R reference(Reference piece);

        R transfer(Transfer piece);

        R computed(Computed piece);
    }

    /** The code inside of it. What that reads, writes and jumps to, the piece does. */
    List<Code> parts();

    <R> R accept(Visitor<R> visitor);
}
