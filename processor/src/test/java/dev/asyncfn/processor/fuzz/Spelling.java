package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes a program in another way that means the same: with comments between its tokens, other white space and line
 * terminators, Unicode escapes for the characters of operators, keywords and names, and ignorable characters in words. It
 * changes what the pieces are written with, not the pieces, so that a shrunk program keeps the spelling of what is left.
 */
final class Spelling {
    /** A hole, the name of the program and what has a text are left alone; so are escapes, which are never escaped again. */
    private static final Pattern TOKEN = Pattern.compile("(?<space>[ \\n]+)"
            + "|(?<whole>#|\\$P|non-sealed|(?s:\"\"\".*?(?<!\\\\)\"\"\")|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'"
            + "|\\d[\\w.]*)"
            + "|(?<word>[a-zA-Z_]\\w*)"
            + "|(?<sign>\\.\\.\\.|>>>=|>>>|<<=|>>=|->|::|\\+\\+|--|&&|\\|\\||[-+*/%&|^!=<>]=|<<|>>|\\S)");

    private static final List<String> COMMENTS = List.of(
            "/* } */",
            "/* \" */",
            "/* ' */",
            "/* ) { ( */",
            "/**/",
            "/* // */",
            "/** } \n * \"\"\"\n */",
            "/* await(r.leaf(\"x\")); */",
            "/* \\u002a/",
            "\\u002f* } */",
            "/*\r*/",
            "/* case 1: */",
            "// } \" '\n",
            "// /* {\n",
            "// \u2028 } \u0085 \f\n",
            "// ends early\r",
            "// \"\"\"\r\n",
            "// \\\\\n",
            "// hidden \\u000a");

    private static final List<String> SPACES =
            List.of("\t", "\f", "\r", "\r\n", "\n", "\n\n\n", "\\u0020", "  ", "\\u000a", "\\uu0009");

    /** Which javac drops from words. */
    private static final List<String> IGNORABLE = List.of("\u00ad", "\\u200b", "\u2060", "\\uu0001");

    private final Dice dice;
    /** Of a hundred places where something could be written otherwise. */
    private final int often;

    Spelling(Dice dice) {
        this.dice = dice;
        this.often = dice.pick(2, 2, 5, 15);
    }

    Tree of(Tree tree) {
        List<Tree> parts = new ArrayList<>();
        tree.parts().forEach(part -> parts.add(of(part)));
        return new Tree(tree.sort(), tree.type(), of(tree.template()), List.copyOf(parts));
    }

    private String of(String template) {
        if (template.contains("\\u")) {
            return template;
        }
        StringBuilder text = new StringBuilder();
        Matcher token = TOKEN.matcher(template);
        while (token.find()) {
            boolean changes = dice.chance(often);
            if (token.group("space") != null) {
                text.append(changes ? dice.pick(SPACES) : token.group());
                continue;
            }
            if (dice.chance(often)) {
                text.append(dice.pick(COMMENTS));
            }
            boolean escapes = changes && token.group("whole") == null;
            text.append(escapes ? escaped(token.group()) : token.group());
        }
        return text.toString();
    }

    /** Of a word one character at least, of a sign all. */
    private String escaped(String token) {
        StringBuilder text = new StringBuilder();
        int always = dice.below(token.length());
        boolean isWord = Character.isJavaIdentifierStart(token.charAt(0));
        for (int i = 0; i < token.length(); i++) {
            boolean escapes = !isWord || i == always || dice.chance(15);
            text.append(escapes ? escape(token.charAt(i)) : String.valueOf(token.charAt(i)));
            if (isWord && i == always && token.length() % 3 == 0) {
                text.append(IGNORABLE.get(i % IGNORABLE.size()));
            }
        }
        return text.toString();
    }

    private String escape(char c) {
        return String.format("\\%s%04x", "u".repeat(dice.pick(1, 1, 1, 2, 4)), (int) c);
    }
}
