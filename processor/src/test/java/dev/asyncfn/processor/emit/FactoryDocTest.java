package dev.asyncfn.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** The Javadoc of a factory says what the method's says, as far as that can be said in another file. */
class FactoryDocTest {
    /** The generated file without indentation. */
    private static String generated(String members) throws IOException {
        String source = """
                package demo;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.*;
                import java.util.*;
                public final class Demo<K> {
                    static final int MAX = 3;
                    static Future<String> read() { return Future.ready(""); }
                """ + members + "}\n";
        return Generated.stripped("demo.Demo", source);
    }

    /** The Javadoc of the factory of {@code f}; empty if there is none. */
    private static String doc(String comment, String method) throws IOException {
        String factories = generated(comment + "\n@AsyncFn " + method + " { await(read()); return null; }")
                .split("/\\*\\*\nThe state machine|/\\*\\*\n\\* The state machine")[0];
        String doc = factories.substring(factories.indexOf("private DemoAsync() {}"));
        return doc.contains("/**")
                ? doc.substring(doc.indexOf("/**"), doc.indexOf("*/") + 2)
                        .replaceAll("(?m)^\\* ?", "")
                        .replaceFirst("^/\\*\\*\n", "")
                        .replaceFirst("/$", "")
                : "";
    }

    private static String doc(String comment) throws IOException {
        return doc(comment, "public static String f(int n)");
    }

    @Test
    void withoutJavadocOfTheMethodItIsLinkedTo() throws Exception {
        assertThat(doc("/* Reads. */ // and more")).isEqualTo("""
                The factory of {@link Demo#f}.

                @param n the parameter of the method
                @return a future that has not run yet
                """);
    }

    @Test
    void theFirstParagraphIsCopiedAndTheMethodIsLinkedTo() throws Exception {
        assertThat(doc("/** Reads it.\n * All of it.\n *\n * <p>Not today. */")).isEqualTo("""
                Reads it. All of it.

                <p>See {@link Demo#f}.

                @param n the parameter of the method
                @return a future that has not run yet
                """);
    }

    @Test
    void aParagraphEndsAtABlankLineAndAtElementsThatAreNotPartOfOne() throws Exception {
        assertThat(doc("/** One.\n *\n * Two. */")).startsWith("One.\n\n<p>See");
        assertThat(doc("/** One: <ul><li>Two. */")).startsWith("One:\n\n<p>See");
        assertThat(doc("/** One: <pre>two</pre> */")).startsWith("One:\n\n<p>See");
        assertThat(doc("/** <p>One <b>and</b> <code>two</code>. */")).startsWith("One and two.\n\n<p>See");
    }

    @Test
    void referencesAreNamesOnly() throws Exception {
        assertThat(
                        doc(
                                "/** At most {@value #MAX} of {@link #read}, {@link Map.Entry#getKey()}, {@linkplain #MAX many}. */"))
                .startsWith("At most {@code MAX} of {@code read}, {@code Map.Entry.getKey()}, many.\n");
    }

    @Test
    void parametersResultAndExceptionsAreDescribedInTheUsersWords() throws Exception {
        assertThat(doc("""
                        /**
                         * Reads.
                         *
                         * @param <T> any type
                         * @param none there is none
                         * @param n the number, not {@link #MAX}
                         * @return the text
                         * @throws java.io.IOException if there is none
                         * @throws IllegalStateException When closed.
                         */
                        """, "final <T, U> String f(int n, T... more) throws java.io.IOException"))
                .isEqualTo("""
                        Reads.

                        <p>See {@link Demo#f}.
                        <p>The future fails with {@code java.io.IOException} if there is none.
                        <p>The future fails with {@code IllegalStateException}: When closed.

                        @param <K> type parameter of the class
                        @param <T> any type
                        @param <U> the parameter of the method
                        @param self the object on which the method is called
                        @param n the number, not {@code MAX}
                        @param more the parameter of the method
                        @return a future of the method's result: the text
                        """);
    }

    @Test
    void javadocWithoutATextHasOneInTheFactory() throws Exception {
        assertThat(doc("/** @param n a number */")).startsWith("The factory of {@link Demo#f}.\n\n@param n a number\n");
    }

    @Test
    void anInlineReturnIsASentence() throws Exception {
        assertThat(doc("/** {@return the {@code text}} */")).startsWith("Returns the {@code text}.\n");
    }

    @Test
    void anOverloadedMethodIsLinkedToWithItsErasedParameters() throws Exception {
        assertThat(doc(
                        "void f() {}\n/** Reads. */",
                        "final <T extends Comparable<T>> String f(T t, K[] k, List<String>[] l, int... n)"))
                .contains("{@link Demo#f(Comparable, Object[], List[], int[])}");
        assertThat(doc("int f;\n/** Reads. */")).contains("{@link Demo#f(int)}");
    }

    @Test
    void deprecationIsExplainedIfTheFactoryIsDeprecated() throws Exception {
        assertThat(doc("/** Reads.\n * @deprecated use {@link #read} */\n@Deprecated"))
                .endsWith("@deprecated use {@code read}\n");
        assertThat(doc("/** Reads.\n * @deprecated use {@link #read} */")).doesNotContain("deprecated");
    }

    @Test
    void whatMeansSomethingInJavadocIsText() throws Exception {
        assertThat(doc("/** a < b &amp; &foo; {@code {@x}} {@literal <@y>} }. */"))
                .startsWith("a &lt; b &amp; &amp;foo; <code>&#123;&#64;x&#125;</code> &lt;&#64;y&gt; &#125;.\n");
    }

    @Test
    void neitherTheEndOfACommentNorAUnicodeEscapeArises() throws Exception {
        assertThat(doc("/** All of *&#47;5 and {@literal *}/, {@code \\}u0041, &#92;u0041. */"))
                .startsWith("All of *&#47;5 and *&#47;, {@code \\}u0041, &#92;u0041.\n");
    }

    @Test
    void longLinesAreWrapped() throws Exception {
        assertThat(doc("/** " + "word ".repeat(60) + "*/").lines()).allMatch(line -> line.length() <= 113);
    }

    @Test
    @EnabledForJreRange(minVersion = 23)
    void markdownIsText() throws Exception {
        assertThat(doc("/// every five minutes: `*/5 * * * *`, as [#read] *says*\n///\n/// - a list\n/// @param n `n`"))
                .isEqualTo("""
                        every five minutes: <code>*&#47;5 * * * *</code>, as {@code read} *says*

                        <p>See {@link Demo#f}.

                        @param n {@code n}
                        @return a future that has not run yet
                        """);
    }

    @Test
    void javadocOfALiftedClassIsACommentLikeOthersThereUnlessItIsProse() throws Exception {
        String generated = generated("""
                @AsyncFn
                static String lifted() {
                    class Local {
                        /** A field {@link #none}. */
                        String text = "/** none */ /// none";
                        /**/ int a; /** behind a < */ int b; // /** no
                        /** Nothing but prose. */ int d;
                        /// Since 23 [none]
                        int c;
                    }
                    Local local = new Local();
                    await(read());
                    return local.text;
                }
                """);
        String lifted =
                generated.substring(generated.indexOf("class Local"), generated.indexOf("private LiftedFuture()"));
        assertThat(lifted)
                .contains("/* A field {@link #none}. */")
                .contains("\"/** none */ /// none\"")
                .contains("/**/ int a; /* behind a < */ int b; // /** no")
                .contains("/** Nothing but prose. */ int d;")
                .contains("// / Since 23 [none]");
    }

    @Test
    void aMethodWithBracesOutOfBalanceIsShownInEntities() throws Exception {
        assertThat(generated("""
                @AsyncFn
                static String braces() {
                    return "}}" + await(read()) + "{{";
                }
                """))
                .containsPattern("\\* +\\d+  static String braces\\(\\) &#123;\n")
                .contains("  return \"&#125;&#125;\" + await(read()) + \"&#123;&#123;\";\n");
    }
}
