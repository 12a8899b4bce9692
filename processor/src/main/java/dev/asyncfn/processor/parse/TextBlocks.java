package dev.asyncfn.processor.parse;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The text blocks of a method by their place, found once: every piece of its text that is cut out asks for them. */
public final class TextBlocks {
    private final SourceFile file;
    private final NavigableMap<Integer, TextBlockLiteralExpr> byStart = new TreeMap<>();

    TextBlocks(SourceFile file, Collection<? extends Node> trees) {
        this.file = file;
        for (Node tree : trees) {
            tree.findAll(TextBlockLiteralExpr.class).forEach(block -> byStart.put(file.start(block), block));
        }
    }

    /** The text block on the second or a later line of which an offset is the start, or null. */
    public TextBlockLiteralExpr around(int lineStart) {
        Map.Entry<Integer, TextBlockLiteralExpr> before = byStart.lowerEntry(lineStart);
        return before != null && lineStart < file.end(before.getValue()) ? before.getValue() : null;
    }
}
