package dev.asyncfn.samples.lab;

import java.util.Collection;
import java.util.Map;

/** Writes JSON. */
public final class Json {
    /**
     * Text that is JSON already.
     *
     * @param text the JSON text
     */
    public record Raw(String text) {}

    private Json() {}

    /**
     * The text of a value.
     *
     * @param value null, a string, number or boolean, a collection, a map with strings as keys, or a {@link Raw}
     * @return the JSON text, in which no {@code <} occurs, so that it can stand in a page
     * @throws IllegalArgumentException if it is something else
     */
    public static String of(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Raw raw) {
            out.append(raw.text);
        } else if (value instanceof String text) {
            string(text, out);
        } else if (value instanceof Collection<?> elements) {
            String before = "[";
            out.append(elements.isEmpty() ? "[" : "");
            for (Object element : elements) {
                out.append(before);
                write(element, out);
                before = ",";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> entries) {
            String before = "{";
            out.append(entries.isEmpty() ? "{" : "");
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                out.append(before);
                string((String) entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                before = ",";
            }
            out.append('}');
        } else {
            throw new IllegalArgumentException(value.getClass() + " is no JSON");
        }
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '<', '\u2028', '\u2029' -> escape(c, out);
                default -> {
                    if (c < ' ' || Character.isSurrogate(c)) {
                        escape(c, out);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void escape(char c, StringBuilder out) {
        out.append(String.format("\\u%04x", (int) c));
    }
}
