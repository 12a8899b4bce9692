package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Makes random literals that are hard to copy: text blocks, escapes, raw characters. None has a {@code #}. */
final class Texts {
    /** Lines that look like code, or whose white space counts. */
    private static final List<String> LINES = List.of(
            "{",
            "}",
            "    if (x) {",
            "",
            "",
            "HELLO,\n\nworld",
            "{\n}",
            "{\n    \n}",
            "  two  ",
            "trailing   \\s",
            "tab\tand\\t",
            "state = State.DONE; // falls through",
            "/* open",
            "*/ /** closed */",
            "say \\\"\"\" and \"\" once",
            "ends with a quote \\\"",
            "goes on \\",
            "\\u0041 \\uuu0042",
            "\\101 \\0",
            "a\u2028b\u0085c",
            "form\ffeed",
            "case 1: return await(r);",
            "@AsyncFn static int f() { return \"}\"; }",
            "caf\u00e9 \u20ac \ud83d\ude00",
            "back\\\\slash");

    /** Whole literals; some begin or end with an escape, which is a quote. */
    private static final List<String> STRINGS = List.of(
            "\"{\"",
            "\"}\\n\\n}\"",
            "\"/* \"",
            "\" // \"",
            "\"a \\\" b\"",
            "\"\\\\\"",
            "\"\\\\u0041\"",
            "\"x\u2028y\"",
            "\"x\u0085y\"",
            "\"x\fy\"",
            "\"tab\tbed\"",
            "\"\\0\\12\\177\"",
            "\\u0022quoted {\\u0022",
            "\"\\u005c\" \\uu0041\"",
            "\"\\ud83d\\ude00\"",
            "(\"\\u0022 + \"}\")",
            "\"await(r.leaf())\"",
            "\"  two  spaces \"");

    private static final List<String> CHARACTERS = List.of(
            "'\"'", "'{'", "'\\''", "'\\\\'", "'\\u005c''", "'\\u0022'", "'\u2028'", "'\f'", "'\\u007d'", "'\\0'");

    private final Dice dice;

    Texts(Dice dice) {
        this.dice = dice;
    }

    String character() {
        return dice.pick(CHARACTERS);
    }

    String string() {
        return dice.chance(50) ? block() : dice.pick(STRINGS);
    }

    private String block() {
        StringBuilder text = new StringBuilder(dice.chance(10) ? "\\u0022\\u0022\\u0022" : "\"\"\"");
        text.append(dice.pick("\n", "\n", "  \n"));
        for (int i = dice.between(1, 5); i > 0; i--) {
            text.append(dice.pick("", "", "  ")).append(dice.pick(LINES)).append(terminator());
        }
        return text.append(dice.pick("", "", "  ", "end")).append("\"\"\"").toString();
    }

    /** A raw carriage return ends a line, too, and gives a line feed in the value. */
    private String terminator() {
        return dice.pick("\n", "\n", "\n", "\n", "\r\n", "\r");
    }
}
