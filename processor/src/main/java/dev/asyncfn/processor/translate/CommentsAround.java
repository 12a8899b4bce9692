package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.ir.SourceText.Comment;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.parse.Tokens;
import java.util.ArrayList;
import java.util.List;

/** The user's comments between statements, found by their places: JavaParser moves some of them in the tree. */
public final class CommentsAround {
    private final SourceFile file;
    private final Tokens tokens;

    public CommentsAround(MethodSource source) {
        this.file = source.file();
        this.tokens = source.tokens();
    }

    /** A comment that ends the line on which a statement ends; empty if there is none. */
    public Comment trailing(int end, int limit) {
        int endOfLine = Math.min(limit, file.placeOfLine(file.line(end)).end());
        List<Span> comments = List.copyOf(tokens.comments(new Span(end, endOfLine)));
        if (comments.isEmpty()) {
            return Comment.NONE;
        }
        Span first = comments.get(0);
        Span last = comments.get(comments.size() - 1);
        boolean trails = tokens.isLineComment(first) || !tokens.isLineComment(last) && last.end() <= endOfLine;
        return trails ? new Comment(List.of(withoutBlanks(first.start(), last.end()))) : Comment.NONE;
    }

    /** The comments on the lines before a statement, without their indentation. */
    public Comment leading(int from, int start) {
        Comment trailing = trailing(from, start);
        int begin = trailing.isEmpty() ? from : trailing.lines().get(0).end();
        List<Span> lines = new ArrayList<>();
        for (int line = file.line(begin); line <= file.line(start); line++) {
            Span place = file.placeOfLine(line);
            Span inside = place.start() < begin ? null : tokens.commentAround(place.start());
            List<Span> here = List.copyOf(
                    tokens.comments(new Span(Math.max(begin, place.start()), Math.min(start, place.end()))));
            if (inside != null || !here.isEmpty()) {
                int first = inside == null
                        ? here.get(0).start()
                        : place.start() + Math.min(file.indentation(line), file.column(inside.start()) - 1);
                int last = here.isEmpty()
                        ? inside.end()
                        : here.get(here.size() - 1).end();
                lines.add(withoutBlanks(first, Math.min(last, place.end())));
            }
        }
        return new Comment(lines);
    }

    /** A piece without the blanks at its end. */
    private Span withoutBlanks(int from, int to) {
        int end = to;
        while (end > from && SourceFile.isBlank(file.text().charAt(end - 1))) {
            end--;
        }
        return new Span(from, end);
    }
}
