package dev.asyncfn.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the compilation's encoding does not have is written as Unicode escapes, and so is all else beyond ASCII if the user's file has only
 * escapes for it.
 */
class EncodingTest {
    /** Names, constants, annotation values and Javadoc beyond ASCII, all of them written as escapes. */
    private static final String ESCAPED = """
            package p;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            /** Of \\u20ac. */
            public final class Demo {
                private static final String SEPARATOR = "\\u2028\\u0085\\u20ac\\ud83d\\ude00\\ud800\\f\\u000b\\\\u0041\\t\\"\\n$L";
                private static final char SIGN = '\\u20ac';
                private static int gr\\u00f6\\u00dfe = 3;
                private static String \\u65e5\\u672c(String s) { return s + "\\u65e5"; }
                static final class \\u00dcnder {
                    final String \\u00e4 = "\\u00e4";
                }

                /**
                 * Gives {@code \\u20ac}, and \\u005cu20ac, \\\\u20ac, \\\\\\u005cu20ac.
                 *
                 * @return the \\u2028 \\u00fc
                 */
                @Deprecated(since = "\\u20ac\\u2028\\"\\\\u20ac")
                @AsyncFn
                @SuppressWarnings("\\u00e4\\u2028")
                public static String f\\u00fcr() {
                    // \\u00e9
                    \\u00dcnder \\u00fc = new \\u00dcnder();
                    String s = await(Other.\\u00e9t\\u00e9()) + SEPARATOR + SIGN + gr\\u00f6\\u00dfe + \\u65e5\\u672c("x");
                    class L\\u00f6cal {
                        String \\u00f1() { return \\u00fc.\\u00e4; }
                    }
                    L\\u00f6cal l = new L\\u00f6cal();
                    gr\\u00f6\\u00dfe = 3 + s.length() % 1;
                    switch (await(Other.\\u00e9t\\u00e9())) {
                        case "\\u00fc": s += await(Other.\\u00e9t\\u00e9()); break;
                        default: s += "\\u20ac";
                    }
                    return s + l.\\u00f1() + await(Other.\\u00e9t\\u00e9()) + \\u00fc.\\u00e4;
                }
            }
            """;

    private static final String OTHER = """
            package p;
            import dev.asyncfn.*;
            final class Other {
                @AsyncFn
                static String \\u00e9t\\u00e9() { return "\\u00fc"; }
            }
            """;

    @TempDir
    private Path folder;

    private Program compile(String encoding, String demo, String other) {
        return Program.of(folder, Charset.forName(encoding), Map.of("p/Demo.java", demo, "p/Other.java", other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252", "UTF-8", "UTF-16", "Shift_JIS"})
    void whatIsEscapedStaysEscaped(String encoding) {
        Program program = compile(encoding, ESCAPED, OTHER);
        program.meansTheSame("p.Demo");
        assertThat(program.generated("p.Demo")).matches("\\p{ASCII}*").contains("f\\u00fcr", "AWAIT_\\u00c9T\\u00c9");
    }

    @Test
    void whatTheEncodingHasIsRawWhereTheFileIsNotInAsciiOnly() {
        String raw = ESCAPED.replace("\\u00f6", "ö")
                .replace("\\u00fc", "ü")
                .replace("\\u00df", "ß")
                .replace("\\u00e9", "é");
        Program program = compile("ISO-8859-1", raw, OTHER);
        program.meansTheSame("p.Demo");
        assertThat(program.generated("p.Demo"))
                .contains("größe", "für", "Löcal", "été", "Other.été()")
                .contains("AWAIT_ÉTÉ", "new Demo.Ünder()", "\\u65e5\\u672c", "\\u20ac")
                .doesNotContain("?\"");
    }

    @Test
    void whatStandsRawInAnotherFileOnlyIsEscaped() {
        Program program = compile("UTF-8", ESCAPED, OTHER.replace("\\u00e9t\\u00e9", "été"));
        program.meansTheSame("p.Demo");
        assertThat(program.generated("p.Demo")).matches("\\p{ASCII}*");
        assertThat(program.generated("p.Other")).contains("été").contains("\"\\u00fc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "GB18030"})
    void encodingsThatHaveAllKeepAll(String encoding) {
        String raw = ESCAPED.replace("\\u00f6", "ö")
                .replace("\\u65e5", "日")
                .replace("\\u672c", "本")
                .replace("\\u2028", "\u2028")
                .replace("\\u0085", "\u0085")
                .replace("\\ud83d\\ude00", "\uD83D\uDE00");
        Program program = compile(encoding, raw, OTHER);
        program.meansTheSame("p.Demo");
        assertThat(program.generated("p.Demo"))
                .contains("日本", "gr" + "ö")
                .contains("\"\u2028\u0085€\uD83D\uDE00\\ud800\\f");
    }

    /** To a reader, they would not be there. */
    @Test
    void whatIsInvisibleIsEscapedUnlessItStandsRaw() {
        String invisible =
                ESCAPED.replace("\\u00e9", "é").replace("\\u2028\\u0085\\u20ac", "\\u200b\\u00a0\\u0301\\ue000");
        Program program = compile("UTF-8", invisible, OTHER);
        program.meansTheSame("p.Demo");
        assertThat(program.generated("p.Demo")).contains("\"\\u200b\\u00a0\\u0301\\ue000\uD83D\uDE00\\ud800");
    }

    @Test
    void theDocumentationOfAFactoryIsReadAsThatOfItsMethod() {
        DocComments docs = new DocComments();
        Program.of(folder, StandardCharsets.US_ASCII, Map.of("p/Demo.java", ESCAPED, "p/Other.java", OTHER), docs);
        assertThat(docs.of("p.Demo", "für")).contains("{@code €}, and \\u20ac, ", "the \u2028 ü");
        assertThat(docs.of("p.DemoAsync", "für")).contains("{@code €}, and &#92;u20ac, ", "the \u2028 ü");
    }
}
