package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
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
        SourcePrinter source,
        VariablePrinter uses,
        ReferencePrinter references,
        TransferPrinter transfers,
        ComputedPrinter computed,
        boolean declares)
        implements Piece.Visitor<CodeBlock> {
    @Override
    public CodeBlock text(Piece.Text piece) {
        return CodeBlock.of("$L", piece.text());
    }

    @Override
    public CodeBlock source(SourceText piece) {
        return piece.accept(source);
    }

    @Override
    public CodeBlock use(VariableUse piece) {
        return piece.accept(uses);
    }

    @Override
    public CodeBlock reference(Reference piece) {
        boolean implied = declares && piece instanceof Reference.NewArray;
        return implied ? CodeBlock.of("") : piece.accept(references);
    }

    @Override
    public CodeBlock transfer(Transfer piece) {
        return piece.accept(transfers);
    }

    @Override
    public CodeBlock computed(Computed piece) {
        return piece.accept(computed);
    }
}
