package dev.asyncfn.processor.emit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.model.SourceFile;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** What is written raw, and what as Unicode escapes. */
class SafeCharactersTest {
    private static String written(String text, String file) {
        return written(text, file, null);
    }

    private static String written(String text, String file, Charset encoding) {
        StringBuilder out = new StringBuilder();
        new SafeCharacters(new SourceFile("F.java", file, encoding)).append(text, 0, text.length(), out);
        return out.toString();
    }

    @Test
    void whatStandsRawInTheFileStaysRaw() {
        assertThat(written("größe \u20ac \uD83D\uDE00", "\u20ac größe \uD83D\uDE00"))
                .isEqualTo("größe \u20ac \uD83D\uDE00");
    }

    @Test
    void anyOtherIsEscaped() {
        assertThat(written("größe \u20ac \uD83D\uDE00", "ö \\u20ac")).isEqualTo("grö\\u00dfe \\u20ac \\ud83d\\ude00");
    }

    @Test
    void whatIsVisibleAndTheEncodingHasIsRawUnlessTheFileIsAscii() {
        String text = "Größe € é\u0301\u00a0\u200b";
        assertThat(written(text, "ö", ISO_8859_1)).isEqualTo("Größe \\u20ac é\\u0301\\u00a0\\u200b");
        assertThat(written(text, "ö", UTF_8)).isEqualTo("Größe € é\\u0301\\u00a0\\u200b");
        assertThat(written(text, "\\u00f6", UTF_8)).matches("\\p{ASCII}*");
    }

    @Test
    void asciiStaysAsItIs() {
        assertThat(written("a\\u0041\t\0\u007f", "")).isEqualTo("a\\u0041\t\0\u007f");
    }

    @Test
    void aSurrogateAloneIsInNoEncoding() {
        assertThat(written("\uD83D x\uDE00", "\uD83D \uDE00")).isEqualTo("\\ud83d x\\ude00");
        assertThat(written("\uD83D\uDE00", "\uD83D \uDE00")).isEqualTo("\\ud83d\\ude00");
        StringBuilder out = new StringBuilder();
        new SafeCharacters(new SourceFile("F.java", "ä\uD83D")).appendSource("ä\uD83D", 0, 2, out);
        assertThat(out.toString()).isEqualTo("ä\\ud83d");
    }

    @Test
    void aBackslashBeforeItTakesNothingFromAnEscape() {
        assertThat(written("\\\u20ac", "")).isEqualTo("\\u005c\\u20ac");
        assertThat(written("\\\\\u20ac", "")).isEqualTo("\\\\\\u20ac");
        assertThat(written("\\\\\\\u20ac", "")).isEqualTo("\\\\\\u005c\\u20ac");
        assertThat(written("\\\u20ac\\\u20ac", "\u20ac")).isEqualTo("\\\u20ac\\\u20ac");
    }
}
