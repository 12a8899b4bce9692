package dev.asyncfn.processor.differential;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The {@code poll} of a small async fn is inlined where it is called often: HotSpot inlines a method of less than {@code FreqInlineSize} bytes. */
class PollSizeTest {
    private static final int FREQ_INLINE_SIZE = 325;

    private static final String SOURCE = """
            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;

            final class Users {
                @AsyncFn
                static String one(int id) {
                    return "user " + await(read(id));
                }

                @AsyncFn
                static String two(int id) {
                    String text = await(read(id));
                    String user = await(parse(text));
                    return "user " + id + ": " + user;
                }

                @AsyncFn
                static String three(int id) {
                    String text = await(read(id));
                    String user = await(parse(text));
                    String saved = await(save(id, user));
                    return "user " + id + ": " + user + saved;
                }

                @AsyncFn
                static int primitives(int a) {
                    return await(number(a)) + await(number(a + 1)) * await(number(a + 2));
                }

                @AsyncFn
                static String loop(int n) {
                    StringBuilder all = new StringBuilder();
                    for (int i = 0; i < n; i++) {
                        if (i % 2 == 0) {
                            all.append(await(read(i)));
                        }
                        all.append(await(parse("x")));
                    }
                    return all.toString();
                }

                static Future<String> read(int id) {
                    return Future.ready("text " + id);
                }

                static Future<String> parse(String text) {
                    return Future.ready(text);
                }

                static Future<String> save(int id, String user) {
                    return Future.ready(user + id);
                }

                static Future<Integer> number(int n) {
                    return Future.ready(n);
                }
            }
            """;

    @Test
    void isBelowTheLimitForUpToThreeAwaits() {
        Map<String, Integer> polls = new TreeMap<>();
        javac()
                .withProcessors(new AsyncFnProcessor())
                .compile(JavaFileObjects.forSourceString("Users", SOURCE))
                .generatedFiles()
                .stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .forEach(file -> polls.putAll(MethodSizes.in(bytes(file))));
        polls.keySet().removeIf(method -> !method.contains("Future.poll(Ldev/asyncfn/Context;)"));

        assertThat(polls).hasSize(5);
        assertThat(polls.values()).allMatch(size -> size < FREQ_INLINE_SIZE, polls.toString());
    }

    private static byte[] bytes(JavaFileObject file) {
        try {
            return file.openInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
