package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;

/** Constant values as Java writes them. */
final class Literals {
    private Literals() {}

    static CodeBlock of(Object constant) {
        if (constant instanceof String text) {
            return CodeBlock.of("$S", text);
        }
        if (constant instanceof Character c) {
            return CodeBlock.of("(char) $L", (int) c);
        }
        if (constant instanceof Long number) {
            return CodeBlock.of("$LL", number);
        }
        if (constant instanceof Float number) {
            return floating(number.isNaN(), number.isInfinite(), number > 0, number + "f", Float.class);
        }
        if (constant instanceof Double number) {
            return floating(number.isNaN(), number.isInfinite(), number > 0, number.toString(), Double.class);
        }
        return constant instanceof Byte || constant instanceof Short
                ? CodeBlock.of("($L) $L", constant instanceof Byte ? "byte" : "short", constant)
                : CodeBlock.of("$L", constant);
    }

    private static CodeBlock floating(boolean nan, boolean infinite, boolean positive, String text, Class<?> type) {
        if (nan) {
            return CodeBlock.of("$T.NaN", type);
        }
        return infinite
                ? CodeBlock.of("$T.$L_INFINITY", type, positive ? "POSITIVE" : "NEGATIVE")
                : CodeBlock.of("$L", text);
    }
}
