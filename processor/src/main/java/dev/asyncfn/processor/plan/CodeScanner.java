package dev.asyncfn.processor.plan;

/** Goes through code from token to token, as far as it matters for the size of what javac makes of it. */
final class CodeScanner {
    /** What a token is. */
    enum Kind {
        COMMENT,
        /** A string, a text block or a char. */
        TEXT,
        NUMBER,
        /** A name or keyword. */
        NAME,
        /** Of one or several chars. */
        OPERATOR
    }

    private final String code;
    private Kind kind;
    private int start;
    private int nameEnd;
    private int end;

    CodeScanner(String code) {
        this.code = code;
    }

    /** Goes to the next token; false if there is none. */
    boolean next() {
        for (start = end; start < code.length(); start++) {
            end = read(start);
            if (end > start) {
                return true;
            }
        }
        return false;
    }

    Kind kind() {
        return kind;
    }

    /** Where the token ends, a name with what {@link #afterName} says. */
    int end() {
        return end;
    }

    String text() {
        return code.substring(start, end);
    }

    String name() {
        return code.substring(start, nameEnd);
    }

    /** White space behind a name, and then the opening parenthesis, the dot or the double colon if there is one. */
    String afterName() {
        return code.substring(nameEnd, end);
    }

    /** The end of the token that starts at an offset; the offset if none does. */
    private int read(int at) {
        char c = code.charAt(at);
        if (code.startsWith("//", at)) {
            kind = Kind.COMMENT;
            return endOfLine(at);
        }
        if (code.startsWith("/*", at) && code.indexOf("*/", at + 2) >= 0) {
            kind = Kind.COMMENT;
            return code.indexOf("*/", at + 2) + 2;
        }
        if (c == '"' || c == '\'') {
            kind = Kind.TEXT;
            return endOfText(at);
        }
        if (Character.isDigit(c)) {
            kind = Kind.NUMBER;
            return endOfWord(at, true);
        }
        if (Character.isLetter(c) || c == '_' || c == '$') {
            kind = Kind.NAME;
            nameEnd = endOfWord(at, false);
            return endAfterName(nameEnd);
        }
        kind = Kind.OPERATOR;
        return c == ':' ? at + 1 : endOfOperator(at);
    }

    private int endOfLine(int at) {
        int i = at;
        while (i < code.length() && code.charAt(i) != '\n' && code.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private int endOfText(int at) {
        String quote = code.startsWith("\"\"\"", at) ? "\"\"\"" : code.substring(at, at + 1);
        for (int i = at + quote.length(); i < code.length(); i++) {
            if (code.startsWith(quote, i)) {
                return i + quote.length();
            }
            if (code.charAt(i) == '\\') {
                i++;
            }
        }
        return at; // no end: no token
    }

    private int endOfWord(int at, boolean number) {
        int i = at + 1;
        while (i < code.length() && isPart(code.charAt(i), number)) {
            i++;
        }
        return i;
    }

    private static boolean isPart(char c, boolean number) {
        return Character.isLetterOrDigit(c) || c == '_' || (number ? c == '.' : c == '$');
    }

    private int endAfterName(int at) {
        int i = at;
        while (i < code.length() && Character.isWhitespace(code.charAt(i))) {
            i++;
        }
        if (code.startsWith("::", i)) {
            return i + 2;
        }
        boolean opens = i < code.length() && (code.charAt(i) == '(' || code.charAt(i) == '.');
        return opens ? i + 1 : i;
    }

    private int endOfOperator(int at) {
        int i = at;
        while (i < code.length() && "-+*/%&|^<>=!?".indexOf(code.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
