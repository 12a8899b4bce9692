package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Constant values as Java writes them. */
final class Literals {
    private Literals() {}

    static Snippet of(Object constant) {
        if (constant instanceof String text) {
            return string(text);
        }
        if (constant instanceof Character c) {
            return Snippet.of("(char) $L", (int) c);
        }
        if (constant instanceof Long number) {
            return Snippet.of("$LL", number);
        }
        if (constant instanceof Float number) {
            return floating(number.isNaN(), number.isInfinite(), number > 0, number + "f", Float.class);
        }
        if (constant instanceof Double number) {
            return floating(number.isNaN(), number.isInfinite(), number > 0, number.toString(), Double.class);
        }
        return constant instanceof Byte || constant instanceof Short
                ? Snippet.of("($L) $L", constant instanceof Byte ? "byte" : "short", constant)
                : Snippet.words(constant.toString());
    }

    /** A string, number, char or boolean in an annotation, which JavaPoet prints. */
    static CodeBlock inAnnotation(Object constant) {
        if (constant instanceof String text) {
            return CodeBlock.of("$L", Placeholder.text(quoted(text)));
        }
        if (constant instanceof Character c) {
            return CodeBlock.of("(char) $L", (int) c);
        }
        if (constant instanceof Long number) {
            return CodeBlock.of("$LL", number);
        }
        if (constant instanceof Float number) {
            return number.isNaN() || number.isInfinite()
                    ? CodeBlock.of("$Lf / 0", number.isNaN() ? 0 : number > 0 ? 1 : -1)
                    : CodeBlock.of("$Lf", number);
        }
        return constant instanceof Double number && (number.isNaN() || number.isInfinite())
                ? CodeBlock.of("$Ld / 0", number.isNaN() ? 0 : number > 0 ? 1 : -1)
                : CodeBlock.of("$L", constant);
    }

    /** A string literal. JavaPoet's own would be split where the text holds what is a line break to it. */
    static Snippet string(String value) {
        return Snippet.raw(quoted(value));
    }

    private static String quoted(String value) {
        StringBuilder literal = new StringBuilder().append('"');
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                case '\b' -> literal.append("\\b");
                case '\f' -> literal.append("\\f");
                default -> literal.append(c < ' ' ? String.format("\\u%04x", (int) c) : c);
            }
        }
        return literal.append('"').toString();
    }

    private static Snippet floating(boolean nan, boolean infinite, boolean positive, String text, Class<?> type) {
        if (nan) {
            return Snippet.of("$T.NaN", type);
        }
        return infinite ? Snippet.of("$T.$L_INFINITY", type, positive ? "POSITIVE" : "NEGATIVE") : Snippet.words(text);
    }
}
