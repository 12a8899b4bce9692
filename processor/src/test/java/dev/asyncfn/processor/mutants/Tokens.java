package dev.asyncfn.processor.mutants;

import java.util.List;
import javax.lang.model.SourceVersion;

/** The tokens of a source, in their order. */
record Tokens(String source, List<Lexeme> all) {
    static Tokens of(String source) {
        return new Tokens(source, Lexeme.of(source));
    }

    int size() {
        return all.size();
    }

    String text(int i) {
        return all.get(i).text();
    }

    boolean is(int i, String... words) {
        return all.get(i).is(words);
    }

    boolean isName(int i) {
        return all.get(i).isWord() && !SourceVersion.isKeyword(text(i));
    }

    boolean isNumber(int i) {
        return all.get(i).isNumber();
    }

    /** The source, with others in the place of some tokens. */
    String replace(int first, int last, String text) {
        return source.substring(0, all.get(first).begin())
                + text
                + source.substring(all.get(last).end());
    }

    /** The semicolon of what begins with a token, or the brace behind its block; negative if there is none. */
    int endOfStatement(int first) {
        int depth = 0;
        for (int i = first; i < size(); i++) {
            if (is(i, "{", "(")) {
                depth++;
            } else if (is(i, "}", ")")) {
                depth--;
            }
            if (depth < 0) {
                return -1;
            }
            if (depth == 0 && is(i, ";", "}")) {
                return i;
            }
        }
        return -1;
    }
}
