package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.function.Function;

/** Prints placeholders for text of the user, which nothing looks into until it is copied to the file. */
final class SourcePrinter implements SourceText.Visitor<CodeBlock> {
    private final MachineNames names;

    SourcePrinter(MachineNames names) {
        this.names = names;
    }

    @Override
    public CodeBlock verbatim(SourceText.Verbatim text) {
        return lines(text.lines(), Placeholder::source);
    }

    @Override
    public CodeBlock comment(SourceText.Comment text) {
        return lines(text.lines(), Placeholder::comment);
    }

    private static CodeBlock lines(List<Span> lines, Function<Span, String> placeholder) {
        List<String> printed = lines.stream()
                .map(line -> line.isEmpty() ? "" : placeholder.apply(line))
                .toList();
        return CodeBlock.of("$L", String.join("\n", printed));
    }

    @Override
    public CodeBlock shift(SourceText.Shift shift) {
        return CodeBlock.of((shift.levels() > 0 ? "$>" : "$<").repeat(Math.abs(shift.levels())));
    }

    @Override
    public CodeBlock newLine(SourceText.NewLine line) {
        return CodeBlock.of("$L", "\n" + " ".repeat(line.indent()));
    }

    @Override
    public CodeBlock localName(SourceText.LocalName local) {
        return CodeBlock.of("$L", names.local(local.name()));
    }
}
