package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies whose types come from the generics of libraries on the class path. */
class LibrariesIT {
    @TempDir
    Path root;

    static List<Jdk> jdks() {
        return Jdk.allWarm();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_body_uses_the_generics_of_guava(Jdk jdk) {
        Project project = new Project(root).source("words/Words.java", """
                package words;

                import static dev.asyncfn.Async.await;

                import com.google.common.base.Splitter;
                import com.google.common.collect.ImmutableListMultimap;
                import com.google.common.collect.ImmutableMap;
                import com.google.common.collect.Maps;
                import com.google.common.collect.Multimaps;
                import dev.asyncfn.Async;
                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;
                import java.util.concurrent.CompletableFuture;

                final class Words {
                    @AsyncFn
                    static ImmutableMap<Integer, String> byLength(String text) {
                        var words = Splitter.on(' ').omitEmptyStrings().splitToList(await(upper(text)));
                        var index = Multimaps.index(words, String::length);
                        var joined = Maps.transformValues(index.asMap(), same -> String.join("+", same));
                        for (var entry : joined.entrySet()) {
                            String checked = await(Future.ready(entry.getValue()));
                            if (checked.length() < entry.getKey()) {
                                throw new IllegalStateException(checked);
                            }
                        }
                        return ImmutableMap.copyOf(joined);
                    }

                    @AsyncFn
                    static <V extends Comparable<V>> ImmutableListMultimap<V, String> one(V key, String value) {
                        var builder = ImmutableListMultimap.<V, String>builder();
                        builder.put(key, await(upper(value)));
                        return builder.build();
                    }

                    static CompletableFuture<String> upper(String text) {
                        return CompletableFuture.supplyAsync(() -> text.toUpperCase());
                    }

                    public static void main(String[] args) {
                        System.out.println(Async.blockOn(WordsAsync.byLength("an async fn is a fn")));
                        System.out.println(Async.blockOn(WordsAsync.one(1, "one")));
                    }
                }
                """);
        project.compileCleanly(
                jdk, "-cp", Jars.path(Jars.API, Jars.RUNTIME, Jars.GUAVA), "-processorpath", Jars.PROCESSOR);
        assertThat(project.run(jdk, "words.Words", Jars.GUAVA).lines())
                .containsExactly("{2=AN+FN+IS+FN, 5=ASYNC, 1=A}", "{1=[ONE]}");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void a_body_uses_the_generics_of_jackson(Jdk jdk) {
        Project project = new Project(root).source("users/Users.java", """
                package users;

                import static dev.asyncfn.Async.await;

                import com.fasterxml.jackson.core.JsonProcessingException;
                import com.fasterxml.jackson.core.type.TypeReference;
                import com.fasterxml.jackson.databind.ObjectMapper;
                import dev.asyncfn.Async;
                import dev.asyncfn.AsyncFn;
                import java.util.List;
                import java.util.Map;
                import java.util.concurrent.CompletableFuture;

                public final class Users {
                    public record User(int id, String name) {}

                    private final ObjectMapper json = new ObjectMapper();

                    @AsyncFn
                    public Map<String, List<User>> users(String text) throws JsonProcessingException {
                        var trimmed = await(CompletableFuture.supplyAsync(text::strip));
                        var users = json.readValue(trimmed, new TypeReference<Map<String, List<User>>>() {});
                        for (var team : users.values()) {
                            var first = team.get(0);
                            System.out.println(first.name() + await(CompletableFuture.completedFuture("!")));
                        }
                        return users;
                    }

                    public static void main(String[] args) {
                        Users users = new Users();
                        String text = " {\\"a\\": [{\\"id\\": 1, \\"name\\": \\"Ada\\"}]} ";
                        try {
                            System.out.println(Async.blockOn(UsersAsync.users(users, text)));
                            Async.blockOn(UsersAsync.users(users, "no json"));
                        } catch (JsonProcessingException e) {
                            System.out.println(e.getClass().getSimpleName());
                        }
                    }
                }
                """);
        project.compileCleanly(
                jdk, "-cp", Jars.path(Jars.API, Jars.RUNTIME, Jars.JACKSON), "-processorpath", Jars.PROCESSOR);
        assertThat(project.run(jdk, "users.Users", Jars.JACKSON).lines())
                .containsExactly("Ada!", "{a=[User[id=1, name=Ada]]}", "JsonParseException");
    }
}
