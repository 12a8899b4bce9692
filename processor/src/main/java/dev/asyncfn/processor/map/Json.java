package dev.asyncfn.processor.map;

import java.util.function.Consumer;

/**
 * Writes JSON (RFC 8259). The processor has no JSON library, and javac brings none: this is all that it needs of one.
 */
final class Json {
    private final StringBuilder out = new StringBuilder();
    private boolean first = true;

    /** An object whose members the action writes. */
    Json object(Consumer<Json> members) {
        return braced('{', members, '}');
    }

    /** An array whose elements the action writes. */
    Json array(Consumer<Json> elements) {
        return braced('[', elements, ']');
    }

    private Json braced(char open, Consumer<Json> content, char close) {
        separate();
        out.append(open);
        first = true;
        content.accept(this);
        out.append(close);
        first = false;
        return this;
    }

    /** A line break between two values, for those who compare texts. */
    Json line() {
        out.append(first ? "" : ",").append('\n');
        first = true;
        return this;
    }

    /** The name of a member; its value is written next. */
    Json name(String name) {
        separate();
        quote(name);
        out.append(':');
        first = true;
        return this;
    }

    Json value(String text) {
        separate();
        quote(text);
        return this;
    }

    Json value(int number) {
        separate();
        out.append(number);
        return this;
    }

    Json value(boolean value) {
        separate();
        out.append(value);
        return this;
    }

    private void separate() {
        out.append(first ? "" : ",");
        first = false;
    }

    /** A lone surrogate, which has no bytes in UTF-8, is escaped, and so are the line breaks of JavaScript. */
    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029' || isLone(text, i)) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean isLone(String text, int index) {
        char c = text.charAt(index);
        if (Character.isHighSurrogate(c)) {
            return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
        }
        return Character.isLowSurrogate(c) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
