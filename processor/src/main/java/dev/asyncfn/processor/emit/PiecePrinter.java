package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Transfer;
import dev.asyncfn.processor.ir.VariableUse;

/**
 * Prints pieces, each by the printer of its group.
 *
 * @param declares whether the code initializes a declaration, where an array initializer may stand alone
 */
record PiecePrinter(
        VerbatimPrinter verbatim,
        VariablePrinter uses,
        ReferencePrinter references,
        TransferPrinter transfers,
        ComputedPrinter computed,
        boolean declares)
        implements Piece.Visitor<Snippet> {
    @Override
    public Snippet text(Piece.Text piece) {
        return Snippet.words(piece.text());
    }

    @Override
    public Snippet source(SourceText piece) {
        return piece.accept(verbatim);
    }

    @Override
    public Snippet use(VariableUse piece) {
        return piece.accept(uses);
    }

    @Override
    public Snippet reference(Reference piece) {
        boolean implied = declares && piece instanceof Reference.NewArray;
        return implied ? Snippet.EMPTY : piece.accept(references);
    }

    @Override
    public Snippet transfer(Transfer piece) {
        return piece.accept(transfers);
    }

    @Override
    public Snippet computed(Computed piece) {
        return piece.accept(computed);
    }
}
