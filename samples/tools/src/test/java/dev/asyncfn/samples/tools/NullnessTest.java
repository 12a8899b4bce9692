package dev.asyncfn.samples.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkers of nullness find what is wrong in calls of factories, and nothing in generated code. */
class NullnessTest {
    private static final String FNS = """
            package app;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.io.IOException;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            public class K {
                private int calls;

                @AsyncFn
                public static String name(@Nullable String key) {
                    return key == null ? "none" : await(Future.ready(key));
                }

                @AsyncFn
                public static String strict(String key) {
                    return await(Future.ready(key));
                }

                @AsyncFn
                public static @Nullable String find(String key) {
                    String found = await(Future.ready(key));
                    return found.isEmpty() ? null : found;
                }

                @AsyncFn
                public <T extends @Nullable Object> T same(T t) {
                    calls++;
                    await(Future.ready(calls));
                    return t;
                }

                @AsyncFn
                public int sum(String[] names) throws IOException {
                    int sum = 0;
                    for (String name : names) {
                        String found = find(name);
                        try {
                            sum += found == null ? 0 : await(Future.ready(found)).length();
                        } finally {
                            await(Future.ready(sum));
                        }
                    }
                    return sum;
                }
            }
            """;

    private static final String CALLERS = """
            package app;

            import dev.asyncfn.Async;
            import org.jspecify.annotations.NullMarked;
            import org.jspecify.annotations.Nullable;

            @NullMarked
            class Callers {
                static int good() {
                    KAsync.name(null);
                    KAsync.strict("a");
                    KAsync.<@Nullable String>same(new K(), null);
                    @Nullable String found = Async.blockOn(KAsync.find("a"));
                    return found == null ? 0 : found.length();
                }

                static void argument() {
                    KAsync.strict(null);
                }

                static int result() {
                    return Async.blockOn(KAsync.find("a")).length();
                }

                static void receiver(@Nullable K k) {
                    KAsync.same(k, "x");
                }
            }
            """;

    private Build build;

    @BeforeEach
    void write(@TempDir Path root) throws IOException {
        build = new Build(root).source(FNS).source(CALLERS);
    }

    /** NullAway knows nothing of the results of {@code blockOn} and {@code await}: the api is not marked. */
    @Test
    void nullaway_finds_wrong_arguments() throws IOException {
        build.options("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-XDaddTypeAnnotationsToSymbol=true");
        build.options("-Xplugin:ErrorProne -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true"
                + " -XepOpt:NullAway:JSpecifyMode=true");
        assertThat(found(build.compile(List.of(), "jspecify")))
                .containsExactly(
                        "Callers.java:18 [NullAway] passing @Nullable parameter 'null' where @NonNull is required",
                        "Callers.java:26 [NullAway] passing @Nullable parameter 'k' where @NonNull is required");
    }

    /** A type system of its own: long to load. */
    @Test
    @Tag("long")
    void the_checker_framework_finds_wrong_arguments_and_results() throws IOException {
        List<String> checker = List.of("org.checkerframework.checker.nullness.NullnessChecker");
        assertThat(found(build.compile(checker, "jspecify", "checker-qual")))
                .containsExactly(
                        "Callers.java:18 [argument] incompatible argument for parameter key of KAsync.strict.",
                        "Callers.java:22 [dereference.of.nullable] dereference of possibly-null reference"
                                + " Async.blockOn(KAsync.find(\"a\"))",
                        "Callers.java:26 [argument] incompatible argument for parameter self of KAsync.same.");
    }

    /** Errors and warnings, each with its place. */
    private static List<String> found(List<Diagnostic<? extends JavaFileObject>> said) {
        return said.stream()
                .filter(each -> each.getKind() != Diagnostic.Kind.NOTE && each.getSource() != null)
                .map(each -> Path.of(each.getSource().getName()).getFileName() + ":" + each.getLineNumber() + " "
                        + each.getMessage(Locale.ROOT).lines().findFirst().orElseThrow())
                .toList();
    }
}
