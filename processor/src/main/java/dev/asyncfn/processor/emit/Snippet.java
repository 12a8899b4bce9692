package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.model.Span;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;

/**
 * Java code before it is printed: our own words, types that have no name yet, and places in the user's file whose text is copied.
 *
 * <p>Formats are as JavaPoet's: {@code $L} stands for a snippet or for words, {@code $T} for a type, {@code $>} and {@code $<} change
 * the indentation of the lines that follow, {@code $1L} names an argument by its number, and {@code $$} is a dollar.
 */
record Snippet(List<Part> parts) {
    static final Snippet EMPTY = new Snippet(List.of());

    /** The line of code that polls the future awaited, in whatever line that await is. */
    static final int RESUMED = -1;

    /** The line of code that comes from no line. */
    static final int NONE = 0;

    /** One of the things that a snippet consists of. */
    sealed interface Part {
        /** Words of ours, in one line or more. */
        record Words(String text) implements Part {}

        /** Words in one line in which no character is to be looked at. */
        record Raw(String text) implements Part {}

        record Named(TypeName type) implements Part {}

        /** A static member, which may be imported. */
        record Member(ClassName owner, String name) implements Part {}

        /**
         * A piece of the user's file.
         *
         * @param comment whether it is a comment, so that no code comes from it
         */
        record Source(Span span, boolean comment) implements Part {}

        /**
         * The text that follows comes from a line.
         *
         * @param ofStatement whether it was made for a statement on that line; what is marked otherwise is more exact
         */
        record Mark(int line, boolean ofStatement) implements Part {}

        /** A space, or a line break where what follows would make the line too long. */
        record Break() implements Part {}

        /** The lines that follow are indented by more levels, or by fewer. */
        record Shift(int levels) implements Part {}

        /** What follows, up to the {@link End} that belongs to this, was made for something. Nothing is printed for it. */
        record Begin(Place place) implements Part {}

        /** Ends the innermost place that has begun. */
        record End() implements Part {}
    }

    Snippet {
        parts = List.copyOf(parts);
    }

    static Snippet of(String format, Object... arguments) {
        return builder().add(format, arguments).build();
    }

    static Snippet words(String text) {
        return new Snippet(List.of(new Part.Words(text)));
    }

    static Snippet raw(String text) {
        return new Snippet(List.of(new Part.Raw(text)));
    }

    static Snippet member(ClassName owner, String name) {
        return new Snippet(List.of(new Part.Member(owner, name)));
    }

    static Snippet source(Span piece) {
        return new Snippet(List.of(new Part.Source(piece, false)));
    }

    static Snippet comment(Span piece) {
        return new Snippet(List.of(new Part.Source(piece, true)));
    }

    /** What follows comes from this line. */
    static Snippet line(int line) {
        return new Snippet(List.of(new Part.Mark(line, false)));
    }

    /** What follows was made for a statement on this line. */
    static Snippet statement(int line) {
        return new Snippet(List.of(new Part.Mark(line, true)));
    }

    /** The code as what was made for something. */
    static Snippet at(Place place, Snippet code) {
        return builder().begin(place).add(code).end().build();
    }

    /** Begins a place that ends in another snippet. */
    static Snippet beginning(Place place) {
        return builder().begin(place).build();
    }

    /** Ends a place that began in another snippet. */
    static Snippet ending() {
        return builder().end().build();
    }

    static Snippet shift(int levels) {
        return new Snippet(List.of(new Part.Shift(levels)));
    }

    static Collector<Snippet, ?, Snippet> joining(String separator) {
        return joining(words(separator));
    }

    static Collector<Snippet, ?, Snippet> joining(Snippet separator) {
        return Collector.of(
                ArrayList<Snippet>::new,
                ArrayList::add,
                (left, right) -> {
                    left.addAll(right);
                    return left;
                },
                all -> join(all, separator));
    }

    private static Snippet join(List<Snippet> all, Snippet separator) {
        Builder out = builder();
        for (int i = 0; i < all.size(); i++) {
            if (i > 0) {
                out.add(separator);
            }
            out.add(all.get(i));
        }
        return out.build();
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether nothing of it is printed. */
    boolean isWordless() {
        return parts.stream()
                .allMatch(part -> part instanceof Part.Begin || part instanceof Part.End || part instanceof Part.Mark);
    }

    /** The types and static members in it, in the order in which they are named first. */
    List<Part> references() {
        return parts.stream()
                .filter(part -> part instanceof Part.Named || part instanceof Part.Member)
                .distinct()
                .toList();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Puts a snippet together. */
    static final class Builder {
        private final List<Part> parts = new ArrayList<>();

        private Builder() {}

        Builder add(Snippet snippet) {
            parts.addAll(snippet.parts);
            return this;
        }

        Builder add(String format, Object... arguments) {
            new Format(format, arguments).parts().forEach(parts::add);
            return this;
        }

        /** What is added from now on, up to {@link #end}, was made for something. */
        Builder begin(Place place) {
            parts.add(new Part.Begin(place));
            return this;
        }

        Builder end() {
            parts.add(new Part.End());
            return this;
        }

        Snippet build() {
            return parts.isEmpty() ? EMPTY : new Snippet(parts);
        }
    }

    /** A format and its arguments, taken apart. */
    private static final class Format {
        private final String format;
        private final Object[] arguments;
        private final List<Part> parts = new ArrayList<>();
        private int at;
        private int next;

        Format(String format, Object[] arguments) {
            this.format = format;
            this.arguments = arguments;
        }

        List<Part> parts() {
            for (int dollar = format.indexOf('$'); dollar >= 0; dollar = format.indexOf('$', at)) {
                words(format.substring(at, dollar));
                at = dollar + 1;
                directive();
            }
            words(format.substring(at));
            return parts;
        }

        private void directive() {
            int from = at;
            while (Character.isDigit(format.charAt(at))) {
                at++;
            }
            int index = at > from ? Integer.parseInt(format, from, at, 10) - 1 : -1;
            char kind = format.charAt(at++);
            switch (kind) {
                case '>' -> parts.add(new Part.Shift(1));
                case '<' -> parts.add(new Part.Shift(-1));
                case '$' -> words("$");
                case 'W' -> parts.add(new Part.Break());
                case 'L' -> literal(argument(index));
                case 'T' -> parts.add(new Part.Named(type(argument(index))));
                default -> throw new IllegalArgumentException("$" + kind + " in " + format);
            }
        }

        private Object argument(int index) {
            return arguments[index >= 0 ? index : next++];
        }

        private void literal(Object argument) {
            if (argument instanceof Snippet snippet) {
                parts.addAll(snippet.parts());
            } else {
                words(String.valueOf(argument));
            }
        }

        private static TypeName type(Object argument) {
            return argument instanceof TypeName name ? name : TypeName.get((Type) argument);
        }

        private void words(String text) {
            if (!text.isEmpty()) {
                parts.add(new Part.Words(text));
            }
        }
    }
}
