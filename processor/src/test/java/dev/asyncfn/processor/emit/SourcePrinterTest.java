package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Printing: bodies take the places of their placeholders, user text is copied, and the source of each line and piece is recorded. */
class SourcePrinterTest {
    private static PrintedFile print(String file, Snippet... body) {
        Bodies bodies = new Bodies();
        Snippet.Builder whole = Snippet.builder();
        for (Snippet part : body) {
            whole.add(part);
        }
        return SourcePrinter.print(bodies.insert(whole.build()).toString(), bodies, new SourceFile("F.java", file));
    }

    /** The piece of a file that holds a text. */
    private static Snippet copyOf(String piece, String file) {
        int start = file.indexOf(piece);
        return Snippet.source(new Span(start, start + piece.length()));
    }

    private static Snippet words(String text) {
        return Snippet.words(text);
    }

    @Test
    void marksAreNoPartOfTheText() {
        assertThat(print("", words("a"), Snippet.line(3), words("b\n"), Snippet.statement(4), words("c"))
                        .text())
                .isEqualTo("ab\nc");
    }

    @Test
    void aMarkHoldsUntilTheNext() {
        assertThat(print("", words("x\n"), Snippet.statement(7), words("a\nb\nc\n"), Snippet.statement(9), words("d\n"))
                        .map()
                        .sourceLines())
                .isEqualTo(Map.of(2, 7, 5, 9));
    }

    @Test
    void theFirstMarkOfTextInALineCounts() {
        assertThat(print(
                                "",
                                Snippet.statement(7),
                                words("x = "),
                                Snippet.line(8),
                                words("f("),
                                Snippet.line(9),
                                words(");\n"))
                        .map()
                        .sourceLines())
                .isEqualTo(Map.of(1, 8));
    }

    @Test
    void aLineWithoutMarksGoesOnWithTheLastOfTheLineBefore() {
        assertThat(print("", Snippet.line(8), words("f("), Snippet.line(9), words(");\ng();\n"))
                        .map()
                        .sourceLines())
                .isEqualTo(Map.of(1, 8, 2, 9));
    }

    @Test
    void aCopyComesFromItsLine() {
        String file = "a\nb\n  c(d);\n";
        PrintedFile printed = print(file, copyOf("b", file), words("\n"), copyOf("c(d);", file));
        assertThat(printed.text()).isEqualTo("b\nc(d);");
        assertThat(printed.map().sourceLines()).isEqualTo(Map.of(1, 2, 2, 3));
    }

    @Test
    void theRangeOfACopyIsRecordedWithColumns() {
        String file = "int a = b;\n  c(d);\n";
        PrintedFile printed = print(file, words("if (x) {\n"), Snippet.shift(1), copyOf("c(d)", file));
        assertThat(printed.text()).isEqualTo("if (x) {\n    c(d)");
        assertThat(printed.map().copies()).containsExactly(new SourceMap.Copy(2, 5, 9, new Span(13, 17), false));
    }

    @Test
    void eachLineOfALongCopyComesFromItsOwn() {
        String file = "x\r\ny\r  z\n\nw";
        PrintedFile printed = print(file, copyOf(file, file));
        assertThat(printed.text()).isEqualTo("x\ny\n  z\n\nw");
        assertThat(printed.map().sourceLines()).isEqualTo(Map.of(1, 1, 2, 2, 3, 3, 5, 5));
    }

    @Test
    void noCodeComesFromBlanksAndComments() {
        String file = "a\n  b // c\n";
        int comment = file.indexOf("//");
        PrintedFile printed =
                print(file, copyOf("  ", file), words("x\n"), Snippet.comment(new Span(comment, comment + 4)));
        assertThat(printed.text()).isEqualTo("  x\n// c");
        assertThat(printed.map().sourceLines()).isEmpty();
    }

    @Test
    void whatIsABreakToOthersIsNoneToJavac() {
        String file = "a\u2028b\u2029c\u0085d\u000be\f";
        PrintedFile printed =
                print(file, copyOf(file, file), Snippet.raw(file), words("\n"), Snippet.line(5), words("x"));
        assertThat(printed.text()).isEqualTo(file + file + "\nx");
        assertThat(printed.map().sourceLines()).isEqualTo(Map.of(1, 1, 2, 5));
    }

    @Test
    void anyTextIsCopied() {
        String file = "\uFDD0v0-1\uFDD1 $L \\u0041 \0 \uD83D\uDE00 \uFFFF";
        assertThat(print(file, copyOf(file, file), Snippet.raw(file)).text()).isEqualTo(file + file);
    }

    @Test
    void theLinesOfABodyAreIndentedAsItsPlace() {
        Bodies bodies = new Bodies();
        String outline = "class C {\n    void m() {\n        "
                + bodies.insert(Snippet.of("if (a) {\n$>b();\n\nc();\n$<}\n")) + "\n    }\n}\n";
        assertThat(SourcePrinter.print(outline, bodies, new SourceFile("F.java", ""))
                        .text())
                .isEqualTo("""
                        class C {
                            void m() {
                                if (a) {
                                    b();

                                    c();
                                }
                            }
                        }
                        """);
    }

    @Test
    void aPlaceholderIsOneLineInWhichNothingCanBeFound() {
        String text = "a\nb\r\u2028\u2029\u0085\u000b\f{\n}\uFDD0\uFDD1";
        assertThat(Placeholder.text(text)).doesNotContainPattern("\\R").doesNotContainPattern("[\\x00-\\x1f{}]");
        assertThat(SourcePrinter.print(Placeholder.text(text), new Bodies(), new SourceFile("F.java", text))
                        .text())
                .isEqualTo(text);
    }
}
