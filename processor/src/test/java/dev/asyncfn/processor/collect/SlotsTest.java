package dev.asyncfn.processor.collect;

import static dev.asyncfn.processor.UserClassPath.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has as many parameters as Java's virtual machine allows: generated methods and constructors may need one slot more. */
@Tag("one-jdk")
class SlotsTest {
    /** @param wide how many of them take two slots */
    private static String parameters(int slots, int wide) {
        return IntStream.range(0, slots - wide)
                .mapToObj(i -> (i >= wide ? "int a" : i % 2 == 0 ? "long a" : "double a") + i)
                .collect(Collectors.joining(", "));
    }

    private static String arguments(int slots, int wide) {
        return IntStream.range(0, slots - wide).mapToObj(i -> "1").collect(Collectors.joining(", "));
    }

    /** What is said of members of a class, or an empty string. */
    private static String said(String members) {
        Compilation compilation = javac().withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceString("demo.Slots", """
                        package demo;

                        import static dev.asyncfn.Async.await;

                        import dev.asyncfn.*;

                        final class Slots {
                            static Future<Integer> later() {
                                return Future.ready(1);
                            }

                        %s
                        }
                        """.formatted(members)));
        return compilation.diagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT).replaceAll("(?s)\\[asyncfn:(\\w+)].*", "$1"))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "static, 253, ",
        "static, 254, ",
        "static, 255, too_many_parameters",
        "'', 252, ",
        "'', 253, ",
        "'', 254, too_many_parameters"
    })
    void ofAnAsyncFn(String modifier, int slots, String problem) {
        for (int wide : new int[] {0, 1, 126}) {
            String fn = "@AsyncFn %s int fn(%s) { return (int) a0 + await(later()); }\n"
                    .formatted(modifier, parameters(slots, wide));
            String call = "@AsyncFn %s int call() { return await(later()) + await(fn(%s)); }"
                    .formatted(modifier, arguments(slots, wide));
            assertThat(said(fn + (problem == null ? call : ""))).isEqualTo(problem == null ? "" : problem);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "private static int callee, callee, 254, ",
        "private static int callee, callee, 255, not_lowered",
        "private int callee, callee, 253, ",
        "private int callee, callee, 254, not_lowered",
        "private Slots, new Slots, 253, ",
        "private Slots, new Slots, 254, not_lowered",
        "Slots, new Slots, 254, ",
        "static int callee, callee, 255, ",
        "int callee, callee, 254, "
    })
    void ofWhatABodyCalls(String declaration, String call, int slots, String problem) {
        for (int wide : new int[] {0, 1, 126}) {
            String body = declaration.endsWith("Slots") ? "{}" : "{ return (int) a0; }";
            String members = "%s(%s) %s\n@AsyncFn Object fn() { int n = await(later()); return %s(%s); }"
                    .formatted(declaration, parameters(slots, wide), body, call, arguments(slots, wide));
            assertThat(said(members)).isEqualTo(problem == null ? "" : problem);
        }
    }
}
