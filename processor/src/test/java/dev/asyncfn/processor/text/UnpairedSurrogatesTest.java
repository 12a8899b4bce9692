package dev.asyncfn.processor.text;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.nio.charset.StandardCharsets;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** A source that stands in memory only may hold halves of characters, which no file can. */
class UnpairedSurrogatesTest {
    @Test
    void theyAreWrittenAsEscapes() throws Exception {
        JavaFileObject source = JavaFileObjects.forSourceString(
                "Demo", """
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.*;
                final class Demo {
                    private static final String LOW = "<L>";
                    /** A <H>. */
                    @AsyncFn
                    static String f(Future<String> x) {
                        String s = await(x) + '<H>' + "<H> \\\\<L> <H>" + LOW; // \\<H> <H><L>
                        return s + await(x);
                    }
                }
                """.replace("<H>", "\uD83D").replace("<L>", "\uDE00"));
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor()).compile(source);
        assertThat(compilation.diagnostics()).isEmpty();
        JavaFileObject facade = compilation.generatedSourceFile("DemoAsync").orElseThrow();
        String generated = new String(facade.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(generated)
                .contains("'\\ud83d' + \"\\ud83d \\\\\\ude00 \\ud83d\" + LOW")
                .contains("// \\u005c\\ud83d \uD83D\uDE00\n")
                .contains("LOW = \"\\ude00\";")
                .contains("/**\n     * A \\ud83d.\n")
                .doesNotContain("'?'", "\"?");
    }
}
