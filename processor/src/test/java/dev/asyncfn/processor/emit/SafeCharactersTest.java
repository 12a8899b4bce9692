package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written raw, and what as Unicode escapes. */
class SafeCharactersTest {
    private static String written(String text, String file) {
        StringBuilder out = new StringBuilder();
        new SafeCharacters(file).append(text, 0, text.length(), out);
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
    void asciiStaysAsItIs() {
        assertThat(written("a\\u0041\t\0\u007f", "")).isEqualTo("a\\u0041\t\0\u007f");
    }

    @Test
    void aSurrogateAloneIsInNoEncoding() {
        assertThat(written("\uD83D x\uDE00", "\uD83D \uDE00")).isEqualTo("\\ud83d x\\ude00");
        assertThat(written("\uD83D\uDE00", "\uD83D \uDE00")).isEqualTo("\\ud83d\\ude00");
        StringBuilder out = new StringBuilder();
        new SafeCharacters("ä\uD83D").appendSource("ä\uD83D", 0, 2, out);
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
