package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.SourceText;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The comments that say which line of the source the code below them comes from, and how it reads. */
final class SourceComments {
    private static final int LONGEST = 72;

    private final SourceFile file;
    private final Tokens tokens;
    /** What of the file is printed as it is, by where it starts. */
    private final NavigableMap<Integer, Span> printed = new TreeMap<>();

    SourceComments(StateMachine machine) {
        this.file = machine.fn().source().file();
        this.tokens = machine.fn().source().tokens();
        for (Case c : machine.cases()) {
            for (Block block : c.blocks()) {
                block.steps().forEach(this::collect);
            }
        }
    }

    private void collect(Step step) {
        if (step instanceof Step.Comment comment) {
            collect(comment.text());
        } else if (step instanceof Step.Run run) {
            run.statement().forEach(this::collect);
            collect(run.trailing());
        } else if (step instanceof Step.Evaluate evaluate) {
            evaluate.expression().forEach(this::collect);
            collect(evaluate.trailing());
        }
    }

    private void collect(Piece piece) {
        if (piece instanceof SourceText.Comment comment) {
            comment.lines().forEach(line -> printed.put(line.start(), line));
        } else if (piece instanceof SourceText.Verbatim verbatim) {
            verbatim.lines().forEach(line -> printed.put(line.start(), line));
        }
    }

    Snippet of(int line, String separator) {
        String text = file.textOf(withoutComment(file.placeOfLine(line))).strip();
        String shown = Excerpts.inOneLine(Excerpts.shortened(text, LONGEST));
        return Snippet.raw("// " + file.name() + ":" + line + separator + shown);
    }

    /** A comment that is printed anyway need not be read twice. */
    private Span withoutComment(Span line) {
        for (Span comment : tokens.comments(line)) {
            Map.Entry<Integer, Span> copy = printed.floorEntry(comment.start());
            boolean read = copy != null && copy.getValue().end() > comment.start();
            if (tokens.isLineComment(comment)
                    && read
                    && !file.textOf(new Span(line.start(), comment.start())).isBlank()) {
                return new Span(line.start(), comment.start());
            }
        }
        return line;
    }
}
