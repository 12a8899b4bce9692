package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.Tokens;

/** The comments that say which line of the source the code below them comes from, and which part of a statement that was split. */
final class SourceComments {
    private static final int LONGEST = 80;

    private final SourceFile file;
    private final Tokens tokens;

    SourceComments(MethodSource source) {
        this.file = source.file();
        this.tokens = source.tokens();
    }

    /** The line, and the part of the statement; one that begins in the middle of its line is indented. */
    Snippet of(Step.Origin origin) {
        if (origin.kind() != Step.Origin.Kind.SPLIT) {
            boolean ends = origin.kind() == Step.Origin.Kind.END_OF_FINALLY;
            return Snippet.raw(
                    "// " + origin.line() + (ends ? "  end of the finally block: its pending completion" : ""));
        }
        boolean beginsLine =
                origin.quote().start() == file.placeOfLine(origin.line()).start() + file.indentation(origin.line());
        String shown = Excerpts.shortened(Excerpts.inOneLine(tokens.inOneLine(origin.quote())), LONGEST);
        return Snippet.raw("// " + origin.line() + (beginsLine ? "  " : "      ") + shown);
    }
}
