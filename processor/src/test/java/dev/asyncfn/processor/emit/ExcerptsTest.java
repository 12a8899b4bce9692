package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Source in comments of the generated class, where javac reads Unicode escapes, too. */
class ExcerptsTest {
    @Test
    void shortTextIsWhole() {
        assertThat(Excerpts.shortened("a = b;", 6)).isEqualTo("a = b;");
    }

    @Test
    void longTextIsCut() {
        assertThat(Excerpts.shortened("a + b = c;", 5)).isEqualTo("a + b ...");
        assertThat(Excerpts.shortened("a + b = c;", 4)).isEqualTo("a + ...");
    }

    @Test
    void noWordIsCut() {
        assertThat(Excerpts.shortened("a = bcd;", 5)).isEqualTo("a = ...");
        assertThat(Excerpts.shortened("a = once(set()).isEmpty();", 20)).isEqualTo("a = once(set()) ...");
    }

    @Test
    void aWordThatIsTooLongIsCut() {
        assertThat(Excerpts.shortened("incomprehensibilities", 5)).isEqualTo("incom ...");
    }

    @Test
    void noEscapeIsCut() {
        for (int longest = 2; longest <= 8; longest++) {
            assertThat(Excerpts.shortened("ab\\uu0041c", longest)).isEqualTo("ab ...");
        }
        assertThat(Excerpts.shortened("ab\\uu0041cd", 9)).isEqualTo("ab\\uu0041 ...");
    }

    @Test
    void anEscapedBackslashBeginsNoEscape() {
        assertThat(Excerpts.shortened("\"C:\\\\users\"", 7)).isEqualTo("\"C:\\\\ ...");
        assertThat(Excerpts.shortened("\"\\\\\\u0041\"", 6)).isEqualTo("\"\\\\ ...");
    }

    @Test
    void noCharacterIsCut() {
        assertThat(Excerpts.shortened("ab\uD83D\uDE00c", 3)).isEqualTo("ab ...");
        assertThat(Excerpts.shortened("ab\uD83D\uDE00c", 4)).isEqualTo("ab\uD83D\uDE00 ...");
    }

    @Test
    void escapedLineBreaksAreBlanks() {
        assertThat(Excerpts.inOneLine("a \\u000a b \\uuu000D c")).isEqualTo("a   b   c");
        assertThat(Excerpts.inOneLine("\"\\\\u000a\" \\\\\\u000a")).isEqualTo("\"\\\\u000a\" \\\\ ");
    }
}
