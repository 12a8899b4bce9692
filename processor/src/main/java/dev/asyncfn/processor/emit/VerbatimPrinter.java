package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.function.Function;

/** Prints text of the user as places in the file, which nothing looks into until they are copied. */
final class VerbatimPrinter implements SourceText.Visitor<Snippet> {
    private final MachineNames names;

    VerbatimPrinter(MachineNames names) {
        this.names = names;
    }

    @Override
    public Snippet verbatim(SourceText.Verbatim text) {
        return lines(text.lines(), Snippet::source);
    }

    @Override
    public Snippet comment(SourceText.Comment text) {
        return lines(text.lines(), Snippet::comment);
    }

    private static Snippet lines(List<Span> lines, Function<Span, Snippet> copy) {
        return lines.stream()
                .map(line -> line.isEmpty() ? Snippet.EMPTY : copy.apply(line))
                .collect(Snippet.joining("\n"));
    }

    @Override
    public Snippet shift(SourceText.Shift shift) {
        return Snippet.shift(shift.levels());
    }

    @Override
    public Snippet newLine(SourceText.NewLine line) {
        return Snippet.words("\n" + " ".repeat(line.indent()));
    }

    @Override
    public Snippet localName(SourceText.LocalName local) {
        return Snippet.words(names.local(local.name()));
    }
}
