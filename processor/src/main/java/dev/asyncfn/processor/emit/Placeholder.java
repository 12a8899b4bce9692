package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.asyncfn.processor.emit.Snippet.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Stands for text while JavaPoet prints what is around it, so that JavaPoet neither splits that text nor takes it for something else. A
 * placeholder begins and ends with noncharacters, which no text of a facade contains otherwise.
 *
 * @param text what it stands for; null for a body
 * @param index the number of the body
 * @param names those that JavaPoet found for the types and static members of the body, which may hold placeholders in turn
 */
record Placeholder(String text, int index, List<String> names) {
    private static final char BEGIN = '\uFDD0';
    private static final char END = '\uFDD1';
    private static final char NAME = '\uFDD2';
    private static final char TEXT = 't';
    private static final int HALF = 8;
    /** Each half of a char is written as a letter, from this one on. */
    private static final int LETTERS = 0x100;

    /** Text in one line. */
    static String text(String text) {
        StringBuilder out =
                new StringBuilder(2 * text.length() + 3).append(BEGIN).append(TEXT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append((char) (LETTERS + (c >> HALF))).append((char) (LETTERS + (c & 0xFF)));
        }
        return out.append(END).toString();
    }

    /** Text of several lines, which are indented where they are printed. */
    static String lines(List<String> lines) {
        return lines.stream().map(line -> line.isEmpty() ? "" : text(line)).collect(Collectors.joining("\n"));
    }

    /** @param references the types and static members in it */
    static CodeBlock body(int index, List<Part> references) {
        CodeBlock.Builder out = CodeBlock.builder().add("$L", BEGIN + Integer.toString(index));
        for (Part reference : references) {
            if (reference instanceof Part.Member member) {
                out.add(NAME + "$T." + member.name().replace("$", "$$"), member.owner());
            } else {
                out.add(NAME + "$T", ((Part.Named) reference).type());
            }
        }
        return out.add("$L", END).build();
    }

    /** Where the next one begins; -1 if there is none. */
    static int next(String text, int from) {
        return text.indexOf(BEGIN, from);
    }

    /** Behind the end of the one that begins there. */
    static int end(String text, int begin) {
        int end = begin + 1;
        for (int open = 1; open > 0; end++) {
            char c = text.charAt(end);
            open += c == BEGIN ? 1 : c == END ? -1 : 0;
        }
        return end;
    }

    /** The one in that place. */
    static Placeholder in(String text, int begin, int end) {
        String content = text.substring(begin + 1, end - 1);
        if (content.charAt(0) == TEXT) {
            return new Placeholder(decoded(content), 0, List.of());
        }
        List<String> words = words(content);
        return new Placeholder(null, Integer.parseInt(words.get(0)), words.subList(1, words.size()));
    }

    private static String decoded(String content) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < content.length(); i += 2) {
            out.append((char) (content.charAt(i) - LETTERS << HALF | content.charAt(i + 1) - LETTERS));
        }
        return out.toString();
    }

    private static List<String> words(String content) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < content.length()) {
            if (content.charAt(at) == BEGIN) {
                at = end(content, at);
            } else {
                if (content.charAt(at) == NAME) {
                    words.add(content.substring(start, at));
                    start = at + 1;
                }
                at++;
            }
        }
        words.add(content.substring(start));
        return words;
    }
}
