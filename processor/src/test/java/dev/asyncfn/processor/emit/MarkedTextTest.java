package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Marks of source lines in printed text. */
class MarkedTextTest {
    /** As {@code LineMark} writes them: of text, or with an s of a statement. */
    private static String mark(String line) {
        return "\uFDD0" + line + "\uFDD1";
    }

    @Test
    void marksAreNoPartOfTheText() {
        assertThat(MarkedText.of("a" + mark("3") + "b\n" + mark("s4") + "c").text())
                .isEqualTo("ab\nc");
    }

    @Test
    void textThatNeverHadMarksStaysAsItIs() {
        String text = "a" + mark("3");
        assertThat(MarkedText.unmarked(text).text()).isEqualTo(text);
        assertThat(MarkedText.unmarked(text).sourceLines()).isEmpty();
    }

    @Test
    void aMarkHoldsUntilTheNext() {
        assertThat(MarkedText.of("\n" + mark("s7") + "a\nb\nc\n" + mark("s9") + "d\n")
                        .sourceLines())
                .isEqualTo(Map.of(2, 7, 5, 9));
    }

    @Test
    void theFirstMarkOfTextInALineCounts() {
        assertThat(MarkedText.of(mark("s7") + "x = " + mark("8") + "f(" + mark("9") + ");\n")
                        .sourceLines())
                .isEqualTo(Map.of(1, 8));
    }

    @Test
    void aLineWithoutMarksGoesOnWithTheLastOfTheLineBefore() {
        assertThat(MarkedText.of(mark("8") + "f(" + mark("9") + ");\ng();\n").sourceLines())
                .isEqualTo(Map.of(1, 8, 2, 9));
    }

    @Test
    void replacementsMoveTheMarksBehindThem() {
        MarkedText text = MarkedText.of("a\n\n\n" + mark("5") + "b\n\n\n" + mark("6") + "c\n");
        MarkedText tidy = text.replaceAll(Pattern.compile("\n\n\n"), match -> "\n");
        assertThat(tidy.text()).isEqualTo("a\nb\nc\n");
        assertThat(tidy.sourceLines()).isEqualTo(Map.of(2, 5, 3, 6));
    }

    @Test
    void marksInsideOfWhatIsReplacedMoveToItsStart() {
        MarkedText text = MarkedText.of("a\n{\n" + mark("5") + "}\nb\n");
        MarkedText tidy = text.replaceAll(Pattern.compile("\\{\n}"), match -> "{}");
        assertThat(tidy.text()).isEqualTo("a\n{}\nb\n");
        assertThat(tidy.sourceLines()).isEqualTo(Map.of(2, 5));
    }
}
