package dev.asyncfn.processor.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the user wrote stands in the generated file char by char: code, comments, and the source in its Javadoc. */
class ExactTextTest {
    private static final String START = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            final class Demo {
                private Demo() {}
                static Future<String> read() { return Future.ready("x"); }
                @interface Note { String[] value(); }
            """;

    @TempDir
    private Path folder;

    private String generated(String body) {
        return Program.of(folder, START + body + "}\n").generated("Demo");
    }

    /** Statements of a state, as they are indented in the file. */
    private static String inState(String statements) {
        return indented(20, statements);
    }

    private static String indented(int blanks, String lines) {
        return lines.lines()
                .map(line -> line.isEmpty() ? "\n" : " ".repeat(blanks) + line + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void aTextBlockMovesAsAWhole() {
        assertThat(generated("""
                    @AsyncFn
                    static String f() {
                        await(read());
                        String s = ""\"
                            {
                              "a": {
                              }

                            }  \t
                            ""\";
                        return s;
                    }
                """)).contains(inState("""
                String s = ""\"
                    {
                      "a": {
                      }

                    }  \t
                    ""\";
                return complete(State.DONE, s);
                """));
    }

    @Test
    void aTextBlockThatIsIndentedLessKeepsItsBlanks() {
        assertThat(generated("""
                    @AsyncFn
                    static String f() {
                        await(read());
                        String s = ""\"
                  a
                    b
                ""\";
                        return s;
                    }
                """)).contains(inState("""
                String s = ""\"
                  a
                    b
                ""\";
                return complete(State.DONE, s);
                """));
    }

    @Test
    void aTextBlockWithALineBehindAnEscapeStaysWhereItIs() {
        assertThat(generated("""
                    @AsyncFn
                    static String f() {
                        await(read());
                        String s = ""\"
                      a\\u000a      b
                      ""\"
                                + 1;
                        return s;
                    }
                """))
                .contains(inState("String s = \"\"\"")
                        + "      a\\u000a      b\n      \"\"\"\n"
                        + inState("        + 1;\nreturn complete(State.DONE, s);"));
    }

    @Test
    void aLiftedClassIsCopied() {
        assertThat(generated("""
                    @AsyncFn
                    static String f(int n) {
                        @Note({
                            "a",

                            "b"
                        })
                        class Local {

                            private int x = n;

                            private int y;
                            /**
                             *  Two  blanks:
                             *
                             * $L
                             */
                            private int z;
                            /** Of {@link Demo}:
                             *
                             *   {
                             *   }
                             */
                            String s() {
                                return ""\"
                                    {
                                    }
                                    ""\" + x + y;
                            }
                            void empty() {
                            }
                        }
                        Local l = new Local();
                        return l.s() + await(read());
                    }
                """)).contains(indented(12, """
                @Demo.Note({
                    "a",

                    "b"
                })
                class Local {

                    private int x = n;

                    private int y;
                    /**
                     *  Two  blanks:
                     *
                     * $L
                     */
                    private int z;
                    /* Of {@link Demo}:
                     *
                     *   {
                     *   }
                     */
                    String s() {
                        return ""\"
                            {
                            }
                            ""\" + x + y;
                    }
                    void empty() {
                    }
                }
                """));
    }

    @Test
    void annotationsOverSeveralLinesAreCopied() {
        assertThat(generated("""
                    @AsyncFn
                    static String f() {
                        await(read());
                        @SuppressWarnings({
                            "unused",
                            "rawtypes"
                        })
                        String s = "";
                        return s;
                    }
                """)).contains(inState("""
                @SuppressWarnings({
                    "unused",
                    "rawtypes"
                })
                String s = "";
                """));
    }

    @Test
    void commentsAreCopied() {
        assertThat(generated("""
                    @AsyncFn
                    static String f() {
                        await(read());
                        /* The first
                             { is indented }

                           and has an empty line. */

                        // $L */ \\u002a/ "
                        /*
                         * With stars.
                         */
                        String a = ""; /* behind */ // it
                        int b = 1; // \\u0041  {
                        // if (c) {
                        //     d();
                        // }
                        /* on */ /* one line */
                        return a + b;
                    }
                """)).contains(inState("""
                /* The first
                     { is indented }

                   and has an empty line. */
                // $L */ \\u002a/ "
                /*
                 * With stars.
                 */
                // 19
                String a = "";
                /* behind */ // it
                int b = 1; // \\u0041  {
                // if (c) {
                //     d();
                // }
                /* on */ /* one line */
                return complete(State.DONE, a + b);
                """));
    }

    @Test
    void whatStandsBehindAnEscapedLineBreakIsNoComment() {
        Program program = Program.of(folder, START + """
                    @AsyncFn
                    static String f() {
                        String a = await(read()); // b \\u000a a += "c"; // d \\u000d a += "e";
                        // f \\u000a a += await(read());
                        return a; // g \\u000a
                    }
                }
                """);
        program.meansTheSame("Demo");
        assertThat(program.generated("Demo")).contains("a += \"c\"; // d\n").contains("a += \"e\";");
    }

    /** The source in the Javadoc of a future, as a reader sees it. */
    private static String shown(String generated) {
        Matcher pre = Pattern.compile(
                        "The state machine of \\{@code f}.*\n     \\*\n     \\* <pre>(.*?)</pre>\n", Pattern.DOTALL)
                .matcher(generated);
        assertThat(pre.find()).isTrue();
        String text = pre.group(1).replaceAll("(?<=\n)     \\* ?", "");
        if (text.startsWith("{@code")) {
            text = text.substring("{@code".length(), text.length() - 1);
        } else {
            assertThat(text).doesNotContain("{", "}", "<", "@", "\\u");
            text = text.replace("&#47;", "/")
                    .replace("&#92;", "\\")
                    .replace("&#64;", "@")
                    .replace("&#123;", "{")
                    .replace("&#125;", "}")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&");
        }
        String listing = text.strip();
        return listing.substring(0, listing.indexOf("\n\n"))
                .lines()
                .map(line -> line.replaceFirst("^ *\\d+ ? ?", ""))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"{ */ &#47; &amp; <b> @x {@code y}\"",
                "/* } */ \"{\" // \\u002a/ \\\\u002a",
                "\"}}\" + \"{{\"",
                "\"\\u0041\" + \"C:\\\\users\\\\u0041\"",
                "\"a\u2028b\u0085c\fd\u000be\"",
                "\"\"\"\n        a\n      b\u2028\n    \"\"\"",
            })
    void theSourceIsShownAsItIs(String expression) {
        String method = "static String f() {\n        return " + (expression.isEmpty() ? "" : expression + "\n + ")
                + "await(read());\n    }";
        assertThat(shown(generated("    @AsyncFn\n    " + method + "\n")))
                .isEqualTo(method.replaceAll("(?<=\n)    ", ""));
    }

    @Test
    void theLinesOfATextBlockAreShownTogether() {
        assertThat(shown(generated("    @AsyncFn\n    static String f() {\n        return \"\"\"\n  a\n        b\n"
                        + "        \"\"\" + await(read());\n    }\n")))
                .isEqualTo("static String f() {\n    return \"\"\"\n  a\n        b\n"
                        + "        \"\"\" + await(read());\n}");
    }

    /** The comments that quote a line of the source. */
    private static List<String> quotes(String generated) {
        List<String> quotes = new ArrayList<>();
        Matcher quote = Pattern.compile("(?<=\n) *// \\d+ +([^\n]*)\n").matcher(generated);
        while (quote.find()) {
            quotes.add(quote.group(1));
        }
        return quotes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String a = await(read()) + \"*/ \\u002a/ {\";",
                "String a = \"a\u2028b\u0085c\fd\u000be\" + await(read());",
                "String a = \"\\\\u000a \\\\\\u0041 \\\\\" + await(read());",
                "String a = await(read()) + \"// $L %s\";",
            })
    void linesAreQuotedAsTheyAre(String line) {
        assertThat(quotes(generated("@AsyncFn static String f() {\n        " + line + "\n        return a;\n    }\n")))
                .contains(line);
    }

    @Test
    void noCharacterOfAQuoteIsCut() {
        String line = "String a = await(read()) + \"" + "x".repeat(80 - 29) + "\uD83D\uDE00\";";
        assertThat(quotes(generated("@AsyncFn static String f() {\n        " + line + "\n        return a;\n    }\n")))
                .contains(line.substring(0, line.indexOf('\uD83D')) + " ...");
    }

    @Test
    void theAwaitedIsShownInOneLine() {
        assertThat(generated("""
                    static Future<String> read(String a, String b) { return read(); }
                    @AsyncFn
                    static String f() {
                        return await(read("a  b */ {",
                                /* left out */ ""\"
                                c  d
                                ""\"));
                    }
                """)).contains("/** Waits for read(\"a  b *&#47; &#123;\", \"\"\" c  d \"\"\"). */");
    }

    @Test
    void linesComeFromTheirLines() {
        String text = START + """
                    @AsyncFn
                    static String f() {
                        String s = ""\"
                            a
                            b
                            ""\" + "LS" + g();
                        await(read());
                        Runnable r = () -> {
                            // a comment
                            g();
                        };
                        r.run();
                        return s;
                    }
                    static int g() { return new int[0][0].length; }
                }
                """;
        for (String lineBreak : List.of("\n", "\r\n", "\r")) {
            String source = text.replace("LS", "\u2028").replace("\n", lineBreak);
            Program program = Program.of(folder, StandardCharsets.UTF_8, Map.of("Demo.java", source));
            List<String> generated = program.generated("Demo").lines().toList();
            assertThat(program.sourceLine("Demo", indexOf("s = \"\"\"", generated)))
                    .isEqualTo("9");
            assertThat(program.sourceLine("Demo", indexOf(" + Demo.g();", generated)))
                    .isEqualTo("12");
            assertThat(program.sourceLine("Demo", indexOf("    Demo.g();", generated)))
                    .isEqualTo("16");
            assertThat(program.sourceLine("Demo", indexOf("r.run();", generated)))
                    .isEqualTo("18");
        }
    }

    private static int indexOf(String code, List<String> lines) {
        int i = 0;
        while (!lines.get(i).contains(code) || lines.get(i).strip().startsWith("*")) {
            i++;
        }
        return i + 1;
    }
}
