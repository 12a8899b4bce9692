package dev.asyncfn.processor.mutants;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The ways to break a source. */
enum Mutation {
    DELETE_TOKEN((tokens, i) -> true, (tokens, i, random) -> tokens.replace(i, i, "")),
    REPEAT_TOKEN(
            (tokens, i) -> true, (tokens, i, random) -> tokens.replace(i, i, tokens.text(i) + " " + tokens.text(i))),
    SWAP_TOKENS(
            (tokens, i) -> i + 1 < tokens.size(),
            (tokens, i, random) -> tokens.replace(i, i + 1, tokens.text(i + 1) + " " + tokens.text(i))),
    REPLACE_NAME(
            (tokens, i) -> tokens.isName(i),
            (tokens, i, random) -> tokens.replace(i, i, tokens.text(any(tokens, tokens::isName, random)))),
    MISSPELL_NAME((tokens, i) -> tokens.isName(i), (tokens, i, random) -> tokens.replace(i, i, tokens.text(i) + "x")),
    REPLACE_TYPE(
            (tokens, i) -> tokens.is(i, Words.TYPES.toArray(String[]::new)),
            (tokens, i, random) -> tokens.replace(i, i, any(Words.TYPES, random))),
    DROP_WORD(
            (tokens, i) -> tokens.is(
                    i, "return", "static", "final", "private", "abstract", "default", "new", "break", "case", "yield"),
            (tokens, i, random) -> tokens.replace(i, i, "")),
    ADD_MODIFIER(
            (tokens, i) -> tokens.is(i, "@", "static", "class"),
            (tokens, i, random) -> tokens.replace(i, i, any(Words.MODIFIERS, random) + " " + tokens.text(i))),
    DROP_STATEMENT(
            (tokens, i) -> i > 0 && tokens.is(i - 1, "{", "}", ";") && tokens.endOfStatement(i) >= 0,
            (tokens, i, random) -> tokens.replace(i, tokens.endOfStatement(i), "")),
    DROP_IMPORT(
            (tokens, i) -> tokens.is(i, "import"),
            (tokens, i, random) -> tokens.replace(i, tokens.endOfStatement(i), "")),
    DROP_BRACKET(
            (tokens, i) -> tokens.is(i, "{", "}", "(", ")", "[", "]", "<", ">"),
            (tokens, i, random) -> tokens.replace(i, i, "")),
    REPLACE_OPERATOR(
            (tokens, i) -> tokens.is(i, Words.OPERATORS.toArray(String[]::new)),
            (tokens, i, random) -> tokens.replace(i, i, any(Words.OPERATORS, random))),
    NUMBER_TO_STRING((tokens, i) -> tokens.isNumber(i), (tokens, i, random) -> tokens.replace(i, i, "\"x\"")),
    DROP_ASYNC(
            (tokens, i) -> i + 1 < tokens.size() && tokens.is(i, "@"),
            (tokens, i, random) -> tokens.replace(i, i + 1, "")),
    DROP_AWAIT((tokens, i) -> tokens.is(i, "await"), (tokens, i, random) -> tokens.replace(i, i, "")),
    DROP_THROWS((tokens, i) -> tokens.is(i, "throws"), (tokens, i, random) -> tokens.replace(i, i + 1, ""));

    /** What takes the place of others. A constant of this enum may not name a list that follows it. */
    private static final class Words {
        static final List<String> TYPES = List.of(
                "int",
                "long",
                "boolean",
                "void",
                "String",
                "Object",
                "var",
                "Missing",
                "double",
                "char",
                "Integer",
                "int[]",
                "Exception");
        static final List<String> OPERATORS = List.of(
                "+", "-", "*", "/", "%", "&", "|", "&&", "||", "==", "!=", "<", ">", "=", "+=", "-=", "!", "->", "::",
                "?", ":", ",", ";", ".", "++");
        static final List<String> MODIFIERS =
                List.of("static", "private", "abstract", "final", "synchronized", "native", "default", "public", "<T>");
    }

    /** Whether a token can be broken so. */
    private interface Place {
        boolean fits(Tokens tokens, int i);
    }

    /** The source with that token broken. */
    private interface Change {
        String apply(Tokens tokens, int i, Random random);
    }

    private final Place place;
    private final Change change;

    Mutation(Place place, Change change) {
        this.place = place;
        this.change = change;
    }

    /** The source with one such mutation; the same if it has no place for it. */
    String apply(Tokens tokens, Random random) {
        int i = any(tokens, j -> place.fits(tokens, j), random);
        return i < 0 ? tokens.source() : change.apply(tokens, i, random);
    }

    private static String any(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }

    private static int any(Tokens tokens, Predicate<Integer> fitting, Random random) {
        int[] all = IntStream.range(0, tokens.size()).filter(fitting::test).toArray();
        return all.length == 0 ? -1 : all[random.nextInt(all.length)];
    }
}
