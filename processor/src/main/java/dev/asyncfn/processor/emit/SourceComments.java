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
        return Snippet.raw("// " + origin.line()
                + switch (origin.kind()) {
                    case VERBATIM -> "";
                    case SPLIT -> (beginsLine(origin) ? "  " : "      ") + quote(origin);
                    case END_OF_FINALLY -> "  end of the finally block: its pending completion";
                    case CLOSE -> "  end of the try block: closes " + quote(origin);
                });
    }

    private boolean beginsLine(Step.Origin origin) {
        int line = origin.line();
        return origin.quote().start() == file.placeOfLine(line).start() + file.indentation(line);
    }

    private String quote(Step.Origin origin) {
        return Excerpts.shortened(Excerpts.inOneLine(tokens.inOneLine(origin.quote())), LONGEST);
    }
}
