package dev.asyncfn.processor.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.AsyncFnProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that have changed are compiled while the output of the last time is still on the class path. */
class RecompilationTest {
    private static final String BEFORE = """
            package demo;

            final class Users {
                @dev.asyncfn.AsyncFn
                static int load(int id) {
                    return id;
                }
            }
            """;

    /** Calls a factory that is new, and one whose types are. */
    private static final String AFTER = """
            package demo;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;

            final class Users {
                UsersAsync.NameFuture running;

                @AsyncFn
                static String load(String id) {
                    return id + await(UsersAsync.name());
                }

                @AsyncFn
                static String name() {
                    return "Ada";
                }

                @AsyncFn
                static int length() {
                    var load = UsersAsync.load("3");
                    return await(load).length();
                }
            }
            """;

    @TempDir
    private Path root;

    private FolderCompiler javac;

    @BeforeEach
    void create() throws IOException {
        javac = new FolderCompiler(Files.createDirectory(root.resolve("classes")));
    }

    private Path source(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    /** What javac says; nothing if all is well. */
    private String compile(Path file, Processor... others) throws IOException, URISyntaxException {
        List<Processor> processors = new ArrayList<>(List.of(others));
        processors.add(new AsyncFnProcessor());
        return javac.compile(List.of("-Xlint:-processing"), processors, file);
    }

    @Test
    void bodiesMayUseFactoriesThatTheLastOutputDoesNotHave() throws Exception {
        assertThat(compile(source("Users.java", BEFORE))).isEmpty();

        assertThat(compile(source("Users.java", AFTER))).isEmpty();
        assertThat(javac.classFiles()).contains("UsersAsync$NameFuture.class", "UsersAsync$LengthFuture.class");
    }

    /** javac would take the components that it has read from the last output for those that it reads now. */
    @Test
    void aRecordInABodyIsCompiledAgain() throws Exception {
        Path file = source("Points.java", """
                package demo;

                import static dev.asyncfn.Async.async;
                import static dev.asyncfn.Async.await;

                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;

                final class Points {
                    @AsyncFn
                    static String point(int n) {
                        record Point(int x, int... more) {
                            Point {
                                x++;
                            }
                        }
                        class Line {
                            record End(int at) {}

                            End end() {
                                return new End(n);
                            }
                        }
                        Point point = new Point(n);
                        Future<String> block = async(() -> {
                            record Inside(int x) {}
                            Inside inside = new Inside(await(PointsAsync.one()));
                            await(PointsAsync.one());
                            return "" + inside;
                        });
                        await(PointsAsync.one());
                        return point.x() + await(block) + new Line().end();
                    }

                    @AsyncFn
                    static int one() {
                        return 1;
                    }
                }
                """);
        for (int time = 1; time <= 4; time++) {
            assertThat(compile(file)).as("time %d", time).isEmpty();
        }
        assertThat(javac.classFiles()).contains("PointsAsync$PointFuture$PointScope_2$Point.class");
    }

    /** javac 25 fails at the class file of one of its local classes, which only the list of the package makes it read. */
    @Test
    void classFilesAtWhichJavacFailsAreNotNeeded() throws Exception {
        Path file = Path.of("src/test/resources/bodies/jls/Expressions.java");
        List<String> path =
                List.of("-cp", System.getProperty("java.class.path") + File.pathSeparator + javac.classes());
        for (int time = 1; time <= 2; time++) {
            assertThat(javac.compile(path, List.of(new AsyncFnProcessor()), file))
                    .as("time %d", time)
                    .doesNotContain("error:");
        }
    }

    /** The facade of {@code Users} comes a round late; until then bodies must not see that of the last time. */
    @Test
    void bodiesWaitForAFacadeThatWaitsForAnotherProcessor() throws Exception {
        assertThat(compile(source("Users.java", BEFORE))).isEmpty();

        Path changed = source("Users.java", """
                package demo;

                final class Users {
                    @dev.asyncfn.AsyncFn
                    static String load(Key id) {
                        return "user " + id;
                    }
                }

                final class Caller {
                    @dev.asyncfn.AsyncFn
                    static int length() {
                        return dev.asyncfn.Async.await(UsersAsync.load(null)).length();
                    }
                }
                """);
        assertThat(compile(changed, new WritingProcessor("demo.Key", "final class Key {}")))
                .isEmpty();
        assertThat(javac.classFiles()).contains("CallerAsync$LengthFuture.class");
    }
}
