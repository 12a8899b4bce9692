package dev.asyncfn.processor.emit;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a reader of a generated future is told is so, and is told once. */
class GeneratedTextTest {
    private static final String START = """
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            final class Demo {
                private static final int MOST = 3;
                private int count;
                static Future<String> read() { return Future.ready(""); }
            """; // the body's first line is line 8

    /** The generated source, without indentation. */
    private static String generated(String body) throws IOException {
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceString("Demo", START + "@AsyncFn\n" + body + "}\n"));
        assertThat(compilation.errors()).isEmpty();
        return compilation
                .generatedSourceFile("DemoAsync")
                .orElseThrow()
                .getCharContent(false)
                .toString()
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"));
    }

    /** The row of a state in the table. */
    private static String row(String generated, String state) {
        return generated
                .lines()
                .filter(line -> line.startsWith("* " + state + " "))
                .findFirst()
                .orElseThrow()
                .replaceAll(" +", " ");
    }

    @Test
    void anAwaitWhoseValueNobodyWantsIsNamedWhereItGoesOn() throws Exception {
        String generated = generated("""
                static void twice() {
                    await(read());
                    String text = await(read());
                }
                """);
        assertThat(generated)
                .contains("// Demo.java:9, ready: await(read());\n// Demo.java:10  String text = await(read());\n")
                .doesNotContain("// Demo.java:11, ready");
        assertThat(row(generated, "AWAIT_READ")).startsWith("* AWAIT_READ 9 AWAIT_READ_2 ");
    }

    @Test
    void aCommentBehindAStatementStaysThereAndIsReadOnce() throws Exception {
        String generated = generated("""
                static String both() {
                    String a = "a"; // the first
                    String b = await(read()); // the second
                    return a + b;
                }
                """);
        assertThat(generated)
                .contains("a = \"a\"; // the first\n")
                .contains("// the second\n// Demo.java:10  String b = await(read());\n")
                .contains("// Demo.java:10, ready: String b = await(read());\n");
    }

    @Test
    void aCommentThatWouldMakeTheLineTooLongStandsAboveIt() throws Exception {
        String comment = "// " + "long ".repeat(18).strip();
        assertThat(generated("static String a() {\n    String a = \"a\"; " + comment
                        + "\n    return a + await(read());\n}\n"))
                .contains(comment + "\na = \"a\";\n");
    }

    @Test
    void commentsAtTheEdgesOfBlocksAreKept() throws Exception {
        assertThat(generated("""
                static void edges() {
                    try { // at the beginning
                        await(read());
                        // at the end
                    } catch (IllegalStateException e) {
                        // alone
                    }
                }
                """))
                .contains("// at the beginning\n// Demo.java:10  await(read());")
                .contains("// at the end\n")
                .contains("// alone\n")
                .contains("// Demo.java:9  try {\n");
    }

    @Test
    void aStateThatOnlyEndsTheMethodIsItsLastLine() throws Exception {
        assertThat(generated("""
                static void loop(boolean again) {
                    while (again) {
                        await(read());
                    }
                }
                """)).contains("case AFTER_LOOP: {\n// Demo.java:12  }\nreturn complete();\n");
    }

    @Test
    void aTableListsOnlyWhatHasAValueInTheOrderOfTheFields() throws Exception {
        String generated = generated("""
                static int result(AutoCloseable a, String b) throws Exception {
                    try (AutoCloseable c = a) {
                        String d = await(read());
                        return d.length() + await(read()).length() + b.length();
                    }
                }
                """);
        assertThat(row(generated, "START")).endsWith(" a, b");
        assertThat(row(generated, "AWAIT_READ")).endsWith(" await(read()) b, c");
        assertThat(generated).contains("int result = 0;").doesNotContain("private int result;");
    }

    @Test
    void aStateThatCanOnlyThrowPanics() throws Exception {
        assertThat(row(generated("""
                static void last() {
                    try {
                        await(read());
                    } finally {
                        System.out.println();
                    }
                }
                """), "RETHROW")).endsWith(" PANICKED");
    }

    @Test
    void aVariableThatIsAResourceIsNotCopied() throws Exception {
        assertThat(generated("""
                static void resource(AutoCloseable a) throws Exception {
                    try (a) {
                        await(read());
                    }
                }
                """))
                .contains("a.close();")
                .doesNotContain("resource;")
                .doesNotContain("this.a;");
    }

    @Test
    void completionNullsOnlyWhatMayBeHeld() throws Exception {
        String generated = generated("""
                static String held(String a, String b) {
                    return await(Future.ready(a)) + b;
                }
                """);
        String complete = generated.substring(generated.indexOf("complete(String result)"));
        assertThat(complete.substring(0, complete.indexOf("@Override")))
                .contains("this.b = null;")
                .doesNotContain("this.a");
        assertThat(complete.substring(complete.indexOf("void drop()"))).contains("this.a = null;", "this.b = null;");
    }

    @Test
    void whatNeedsNoParenthesesInABridgeHasNone() throws Exception {
        assertThat(generated("""
                static int bridged(Demo a, Demo b, boolean c) {
                    return (c ? a : b).count + await(read()).length();
                }
                """)).contains("Bridge.count(c ? a : b)");
    }

    @Test
    void aPrivateConstantKeepsItsName() throws Exception {
        assertThat(generated("static int constant() {\n    return MOST + await(read()).length();\n}\n"))
                .contains("private static final int MOST = 3;");
    }
}
