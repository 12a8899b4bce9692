package dev.asyncfn.processor.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.attribute.Probe;
import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is known of the user's text without a look at it. */
class TokensTest {
    private static final String HEAD = "class T { @dev.asyncfn.AsyncFn ";

    private static void parse(String method, Consumer<MethodSource> test) {
        Probe.run(List.of(), List.of(Probe.source("T", HEAD + method + "}")), probe -> {
            assertThat(probe.unparsable()).isNull();
            test.accept(probe.sources().get("fn"));
        });
    }

    private static Span place(String text, MethodSource source) {
        int start = source.file().text().indexOf(text);
        return new Span(start, start + text.length());
    }

    private static String skeleton(String code) {
        String[] skeleton = new String[1];
        parse("void fn() { " + code + " }", s -> skeleton[0] = s.tokens().skeleton(place(code, s)));
        return skeleton[0];
    }

    @Test
    void literalsAreEmptyAndCommentsBlank() {
        assertThat(skeleton("f(\"{ // }\" + '\"', 1.5e-3, true); /* { */ g(); // }\n"))
                .isEqualTo("f(\"\"       + \"\" , 0     , true);         g();     \n".replace('\n', ' '));
    }

    @Test
    void textBlocksAreLiterals() {
        assertThat(skeleton("f(\"\"\"\n  x \\\"\"\"\n  {\"\"\");")).isEqualTo("f(\"\"                 );");
    }

    @Test
    void escapesAreTranslated() {
        assertThat(skeleton("b = \\u0061\\u0026\\uu0026 c;")).isEqualTo("b = a     &&            c;");
    }

    @Test
    void namesAreThoseOfTheFile() {
        assertThat(skeleton("int größe = 日本(\\u00fc);")).isEqualTo("int größe = 日本(ü     );");
    }

    @Test
    void wordsAreWithoutTheCharsThatJavacDrops() {
        assertThat(skeleton("re\u200bturn a\\u00adb\u0000 + \"a\u00adb\";")).isEqualTo("return  ab        + \"\"   ;");
    }

    @Test
    void localEnumsAreInIt() {
        assertThat(skeleton("enum E { A { int f() { enum G { H } return 1; } } }"))
                .isEqualTo("enum E { A { int f() { enum G { H } return 0; } } }");
    }

    @Test
    void commentsAreFoundAsTokens() {
        parse("void fn() { f(\"// a\"); // b\n /* c\n d */ \\u002f/ e\n }", source -> {
            Span all = new Span(0, source.file().end(source.declaration()));
            assertThat(source.tokens().comments(all))
                    .extracting(source.file()::textOf)
                    .containsExactly("// b", "/* c\n d */", "\\u002f/ e");
            assertThat(source.tokens().comments(all))
                    .extracting(source.tokens()::isLineComment)
                    .containsExactly(true, false, true);
            assertThat(source.tokens().commentAround(place(" d", source).start()))
                    .isEqualTo(place("/* c\n d */", source));
            assertThat(source.tokens().commentAround(place("/* c", source).start() - 1))
                    .isNull();
        });
    }

    @Test
    void onlyBlanksBetweenTokensAreOneBlank() {
        String code = "f(\"a  b\",\n      /* c  d */ g(\t\t1),  \"\"\"\n  x  y\n    z\"\"\")";
        parse(
                "void fn() { " + code + "; }",
                source -> assertThat(source.tokens().inOneLine(place(code, source)))
                        .isEqualTo("f(\"a  b\", g( 1), \"\"\" x  y z\"\"\")"));
    }

    @Test
    void oneLineHasNoComments() {
        String code = "f( // one\n    1 /* two */, a /* three */ + b, (/* four */ c), d // five\n    )";
        parse(
                "void fn() { " + code + "; }",
                source -> assertThat(source.tokens().inOneLine(place(code, source)))
                        .isEqualTo("f(1, a + b, (c), d)"));
    }

    /** How many of four blanks may be taken from the first line of a text block's content. */
    private static int movable(String block) {
        int[] movable = new int[1];
        parse("void fn() {\n    f(\"\"\"\n" + block + "\"\"\"); }", source -> {
            int line = source.file().line(place("f(\"\"\"", source).start()) + 1;
            movable[0] = source.tokens().movable(source.file().placeOfLine(line).start(), 4);
        });
        return movable[0];
    }

    @Test
    void theLinesOfATextBlockMoveTogetherOrNotAtAll() {
        assertThat(movable("    a\n      b\n    ")).isEqualTo(4);
        assertThat(movable("      a\n   b\n    ")).isZero();
        assertThat(movable("      a\n   ")).isZero();
        assertThat(movable("      a\n\n  \n    ")).isEqualTo(4);
        assertThat(movable("\t \f a\n    ")).isEqualTo(4);
    }

    @Test
    void aTextBlockWithALineBehindAnEscapeDoesNotMove() {
        assertThat(movable("    a\\u000a    b\n    ")).isEqualTo(-1);
        assertThat(movable("    a\\\\u000a    b\n    ")).isEqualTo(4);
        assertThat(movable("\\u0020   a\n    ")).isZero();
    }

    @Test
    void onlyWhatJavacTakesForALineBreakIsOne() {
        assertThat(movable("    a\u2028b\u2029c\u0085d\u000be\n    ")).isEqualTo(4);
        assertThat(movable("\u2028   a\n    ")).isZero();
    }
}
