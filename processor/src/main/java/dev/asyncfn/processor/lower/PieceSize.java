package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.VariableUse;
import dev.asyncfn.processor.parse.Tokens;
import dev.asyncfn.processor.plan.CodeSize;

/** Guesses how many bytes javac will make of a piece, without the code inside of it. */
final class PieceSize implements Piece.Visitor<Integer> {
    /** Of one more instruction and its operands. */
    private static final int SMALL = 4;

    private final Tokens tokens;

    PieceSize(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Integer text(Piece.Text piece) {
        return CodeSize.of(piece.text());
    }

    @Override
    public Integer source(SourceText piece) {
        return piece instanceof SourceText.Verbatim verbatim ? CodeSize.of(tokens.skeleton(verbatim.lines())) : 0;
    }

    @Override
    public Integer use(VariableUse piece) {
        return SMALL;
    }

    @Override
    public Integer reference(Reference piece) {
        return SMALL;
    }

    @Override
    public Integer transfer(Transfer piece) {
        return piece instanceof Transfer.Conditional ? 0 : SMALL;
    }

    @Override
    public Integer computed(Computed piece) {
        return SMALL;
    }
}
