package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.emit.Snippet.Part;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Code in which the skeleton of what the user wrote stands for that: its tokens, without comments and the text of literals. */
final class Skeleton implements Bodies.Reader {
    private final NavigableMap<Integer, Tokens> methods = new TreeMap<>();
    private final StringBuilder out = new StringBuilder();

    private Skeleton(Collection<Tokens> methods) {
        methods.forEach(tokens -> this.methods.put(tokens.start(), tokens));
    }

    /**
     * Of a file.
     *
     * @param outline what JavaPoet printed
     * @param methods those from which pieces were copied
     */
    static String of(String outline, Bodies bodies, Collection<Tokens> methods) {
        Skeleton skeleton = new Skeleton(methods);
        bodies.read(outline, skeleton);
        return skeleton.out.toString();
    }

    /** Of a snippet, in which all types have their full names. */
    static String of(Snippet code, Tokens method) {
        Skeleton skeleton = new Skeleton(List.of(method));
        for (Part part : code.parts()) {
            if (part instanceof Part.Words words) {
                skeleton.out.append(words.text());
            } else if (part instanceof Part.Named named) {
                skeleton.out.append(named.type());
            } else if (part instanceof Part.Member member) {
                skeleton.out.append(member.owner()).append('.').append(member.name());
            } else if (part instanceof Part.Source source) {
                skeleton.source(source.span(), source.comment());
            } else if (part instanceof Part.Break) {
                skeleton.out.append(' ');
            }
        }
        return skeleton.out.toString();
    }

    @Override
    public void words(String text) {
        out.append(text);
    }

    /** A comment or a literal. */
    @Override
    public void raw(String text) {}

    /** Nothing is too long. */
    @Override
    public int lengthOfLine() {
        return 0;
    }

    @Override
    public int lengthOfFirstLine(Span piece) {
        return 0;
    }

    @Override
    public void source(Span piece, boolean comment) {
        if (!comment) {
            out.append(methods.floorEntry(piece.start()).getValue().skeleton(piece));
        }
    }
}
