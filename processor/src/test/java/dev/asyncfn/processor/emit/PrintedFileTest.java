package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The last step of printing: placeholders become text, and marks the map from generated to source lines. */
class PrintedFileTest {
    private static PrintedFile of(String printed) {
        return PrintedFile.of(printed, new SourceFile("F.java", ""));
    }

    /** The piece of a file that holds a text. */
    private static String copyOf(String piece, String file) {
        int start = file.indexOf(piece);
        return Placeholder.source(new Span(start, start + piece.length()));
    }

    @Test
    void marksAreNoPartOfTheText() {
        assertThat(of("a" + Placeholder.line(3) + "b\n" + Placeholder.statement(4) + "c")
                        .text())
                .isEqualTo("ab\nc");
    }

    @Test
    void aMarkHoldsUntilTheNext() {
        assertThat(of("\n" + Placeholder.statement(7) + "a\nb\nc\n" + Placeholder.statement(9) + "d\n")
                        .sourceLines())
                .isEqualTo(Map.of(2, 7, 5, 9));
    }

    @Test
    void theFirstMarkOfTextInALineCounts() {
        assertThat(of(Placeholder.statement(7) + "x = " + Placeholder.line(8) + "f(" + Placeholder.line(9) + ");\n")
                        .sourceLines())
                .isEqualTo(Map.of(1, 8));
    }

    @Test
    void aLineWithoutMarksGoesOnWithTheLastOfTheLineBefore() {
        assertThat(of(Placeholder.line(8) + "f(" + Placeholder.line(9) + ");\ng();\n")
                        .sourceLines())
                .isEqualTo(Map.of(1, 8, 2, 9));
    }

    @Test
    void aCopyComesFromItsLine() {
        String file = "a\nb\n  c(d);\n";
        PrintedFile printed =
                PrintedFile.of(copyOf("b", file) + "\n" + copyOf("c(d);", file) + "\n", new SourceFile("F.java", file));
        assertThat(printed.text()).isEqualTo("b\nc(d);\n");
        assertThat(printed.sourceLines()).isEqualTo(Map.of(1, 2, 2, 3));
    }

    @Test
    void eachLineOfALongCopyComesFromItsOwn() {
        String file = "x\r\ny\r  z\n\nw";
        PrintedFile printed = PrintedFile.of(copyOf(file, file), new SourceFile("F.java", file));
        assertThat(printed.text()).isEqualTo("x\ny\n  z\n\nw");
        assertThat(printed.sourceLines()).isEqualTo(Map.of(1, 1, 2, 2, 3, 3, 5, 5));
    }

    @Test
    void noCodeComesFromBlanksAndComments() {
        String file = "a\n  b // c\n";
        int comment = file.indexOf("//");
        PrintedFile printed = PrintedFile.of(
                copyOf("  ", file) + "x\n" + Placeholder.comment(new Span(comment, comment + 4)),
                new SourceFile("F.java", file));
        assertThat(printed.text()).isEqualTo("  x\n// c");
        assertThat(printed.sourceLines()).isEmpty();
    }

    @Test
    void whatIsABreakToOthersIsNoneToJavac() {
        String file = "a\u2028b\u2029c\u0085d\u000be\f";
        PrintedFile printed = PrintedFile.of(
                copyOf(file, file) + Placeholder.text(file) + "\n" + Placeholder.line(5) + "x",
                new SourceFile("F.java", file));
        assertThat(printed.text()).isEqualTo(file + file + "\nx");
        assertThat(printed.sourceLines()).isEqualTo(Map.of(1, 1, 2, 5));
    }

    @Test
    void anyTextIsCopied() {
        String file = "\uFDD0v0-1\uFDD1 $L \\u0041 \0 \uD83D\uDE00 \uFFFF";
        assertThat(PrintedFile.of(copyOf(file, file) + Placeholder.text(file), new SourceFile("F.java", file))
                        .text())
                .isEqualTo(file + file);
    }

    @Test
    void aPlaceholderIsOneLineInWhichNothingCanBeFound() {
        String text = "a\nb\r\u2028\u2029\u0085\u000b\f{\n}\uFDD0\uFDD1";
        assertThat(Placeholder.text(text)).doesNotContainPattern("\\R").doesNotContainPattern("[\\x00-\\x1f{}]");
        assertThat(PrintedFile.of(Placeholder.text(text), new SourceFile("F.java", text))
                        .text())
                .isEqualTo(text);
    }
}
