package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;

/** Constant values as Java writes them. */
final class Literals {
    private Literals() {}

    static CodeBlock of(Object constant) {
        if (constant instanceof String text) {
            return string(text);
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

    /** A string literal. JavaPoet's own would be split where the text holds what is a line break to it. */
    static CodeBlock string(String value) {
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
        return CodeBlock.of("$L", Placeholder.text(literal.append('"').toString()));
    }

    private static CodeBlock floating(boolean nan, boolean infinite, boolean positive, String text, Class<?> type) {
        if (nan) {
            return CodeBlock.of("$T.NaN", type);
        }
        return infinite
                ? CodeBlock.of("$T.$L_INFINITY", type, positive ? "POSITIVE" : "NEGATIVE")
                : CodeBlock.of("$L", text);
    }

    /** Erased type literals for a method type: the return type, then the parameters. */
    static CodeBlock classes(List<TypeName> types) {
        List<CodeBlock> literals = new ArrayList<>();
        types.forEach(type -> literals.add(CodeBlock.of("$T.class", type)));
        return CodeBlock.join(literals, ", ");
    }
}
