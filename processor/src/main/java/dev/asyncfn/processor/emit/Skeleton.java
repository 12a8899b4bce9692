package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Printed code in which the skeleton of what the user wrote stands for that: its tokens, without comments and the text of literals. */
final class Skeleton implements Placeholder.Reader {
    private final NavigableMap<Integer, Tokens> methods = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();

    private Skeleton(Collection<Tokens> methods) {
        methods.forEach(tokens -> this.methods.put(tokens.start(), tokens));
    }

    /** @param methods those from which pieces were printed */
    static String of(String printed, Collection<Tokens> methods) {
        Skeleton skeleton = new Skeleton(methods);
        Placeholder.read(printed, skeleton);
        return skeleton.out.toString();
    }

    @Override
    public void printed(String text, int start, int end) {
        out.append(text, start, end);
    }

    @Override
    public void source(Span piece, boolean comment) {
        if (!comment) {
            out.append(methods.floorEntry(piece.start()).getValue().skeleton(piece));
        }
    }
}
