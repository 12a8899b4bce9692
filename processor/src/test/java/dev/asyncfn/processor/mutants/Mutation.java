package dev.asyncfn.processor.mutants;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The ways to break a source. */
enum Mutation {
    DELETE_TOKEN {
        @Override
        boolean fits(Tokens tokens, int i) {
            return true;
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, "");
        }
    },
    REPEAT_TOKEN {
        @Override
        boolean fits(Tokens tokens, int i) {
            return true;
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, tokens.text(i) + " " + tokens.text(i));
        }
    },
    SWAP_TOKENS {
        @Override
        boolean fits(Tokens tokens, int i) {
            return i + 1 < tokens.size();
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i + 1, tokens.text(i + 1) + " " + tokens.text(i));
        }
    },
    REPLACE_NAME {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.isName(i);
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, tokens.text(any(tokens, tokens::isName, random)));
        }
    },
    MISSPELL_NAME {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.isName(i);
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, tokens.text(i) + "x");
        }
    },
    REPLACE_TYPE {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, TYPES.toArray(String[]::new));
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, TYPES.get(random.nextInt(TYPES.size())));
        }
    },
    DROP_WORD {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(
                    i, "return", "static", "final", "private", "abstract", "default", "new", "break", "case", "yield");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, "");
        }
    },
    ADD_MODIFIER {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, "@", "static", "class");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            String modifier = MODIFIERS.get(random.nextInt(MODIFIERS.size()));
            return tokens.replace(i, i, modifier + " " + tokens.text(i));
        }
    },
    DROP_STATEMENT {
        @Override
        boolean fits(Tokens tokens, int i) {
            return i > 0 && tokens.is(i - 1, "{", "}", ";") && tokens.endOfStatement(i) >= 0;
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, tokens.endOfStatement(i), "");
        }
    },
    DROP_IMPORT {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, "import");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, tokens.endOfStatement(i), "");
        }
    },
    DROP_BRACKET {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, "{", "}", "(", ")", "[", "]", "<", ">");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, "");
        }
    },
    REPLACE_OPERATOR {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, OPERATORS.toArray(String[]::new));
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, OPERATORS.get(random.nextInt(OPERATORS.size())));
        }
    },
    NUMBER_TO_STRING {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.isNumber(i);
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, "\"x\"");
        }
    },
    DROP_ASYNC {
        @Override
        boolean fits(Tokens tokens, int i) {
            return i + 1 < tokens.size() && tokens.is(i, "@");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i + 1, "");
        }
    },
    DROP_AWAIT {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, "await");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i, "");
        }
    },
    DROP_THROWS {
        @Override
        boolean fits(Tokens tokens, int i) {
            return tokens.is(i, "throws");
        }

        @Override
        String apply(Tokens tokens, int i, Random random) {
            return tokens.replace(i, i + 1, "");
        }
    };

    private static final List<String> TYPES = List.of(
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
    private static final List<String> OPERATORS = List.of(
            "+", "-", "*", "/", "%", "&", "|", "&&", "||", "==", "!=", "<", ">", "=", "+=", "-=", "!", "->", "::", "?",
            ":", ",", ";", ".", "++");
    private static final List<String> MODIFIERS =
            List.of("static", "private", "abstract", "final", "synchronized", "native", "default", "public", "<T>");

    /** Whether a token can be broken so. */
    abstract boolean fits(Tokens tokens, int i);

    abstract String apply(Tokens tokens, int i, Random random);

    /** The source with one such mutation; the same if it has no place for it. */
    String apply(Tokens tokens, Random random) {
        int i = any(tokens, j -> fits(tokens, j), random);
        return i < 0 ? tokens.source() : apply(tokens, i, random);
    }

    private static int any(Tokens tokens, Predicate<Integer> fitting, Random random) {
        int[] all = IntStream.range(0, tokens.size()).filter(fitting::test).toArray();
        return all.length == 0 ? -1 : all[random.nextInt(all.length)];
    }
}
