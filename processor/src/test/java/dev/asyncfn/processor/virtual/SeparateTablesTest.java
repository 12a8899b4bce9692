package dev.asyncfn.processor.virtual;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An interface with virtual async fns, and its implementations, in jars of their own. An implementation says {@code async} if its future ran,
 * and {@code called} if its method was called.
 */
class SeparateTablesTest {
    private static final String REPO = """
            package repo;
            import dev.asyncfn.AsyncFn;
            public interface Repo {
                @AsyncFn
                String find(long id);
            }
            """;

    private static final String SQL = """
            package sql;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            public final class SqlRepo implements repo.Repo {
                public SqlRepo() {}
                @AsyncFn
                @Override
                public String find(long id) {
                    return (new Throwable().getStackTrace()[0].getMethodName().equals("poll") ? "async" : "called")
                            + " sql " + await(Future.ready(id));
                }
            }
            """;

    private static final String MEMORY = """
            package memory;
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            public class MemoryRepo implements repo.Repo {
                public MemoryRepo() {}
                @AsyncFn
                @Override
                public String find(long id) {
                    return (new Throwable().getStackTrace()[0].getMethodName().equals("poll") ? "async" : "called")
                            + " memory " + await(Future.ready(id));
                }
            }
            """;

    private static final String MAIN = """
            package app;
            import dev.asyncfn.Async;
            import java.util.ServiceLoader;
            import repo.Repo;
            import repo.RepoAsync;
            public final class Main {
                private Main() {}
                public static String run() {
                    StringBuilder said = new StringBuilder();
                    ServiceLoader.load(Repo.class.getModule().getLayer(), Repo.class).stream()
                            .sorted((a, b) -> a.type().getName().compareTo(b.type().getName()))
                            .forEach(repo -> said.append(Async.blockOn(RepoAsync.find(repo.get(), 3))).append("; "));
                    return said.toString();
                }
            }
            """;

    private static final String PLAIN_MAIN = """
            package app;
            import dev.asyncfn.Async;
            import repo.Repo;
            import repo.RepoAsync;
            public final class Main {
                private Main() {}
                public static String run() throws Exception {
                    Repo repo = (Repo) Class.forName("sql.SqlRepo").getConstructor().newInstance();
                    return Async.blockOn(RepoAsync.find(repo, 3));
                }
            }
            """;

    @TempDir
    Path temp;

    private Compiled compile(String name, List<Compiled> against, String... sources) {
        return Compiled.of(temp.resolve(name), against, sources);
    }

    @Test
    void namedModulesThatOpenAndExportNothing() throws Exception {
        Compiled repo =
                compile("repo", List.of(), "module repo { exports repo; requires transitive dev.asyncfn; }\n", REPO);
        Compiled sql = compile(
                "sql", List.of(repo), "module sql { requires repo; provides repo.Repo with sql.SqlRepo; }\n", SQL);
        Compiled memory = compile(
                "memory",
                List.of(repo),
                "module memory { requires repo; provides repo.Repo with memory.MemoryRepo; }\n",
                MEMORY);
        Compiled app =
                compile("app", List.of(repo), "module app { exports app; requires repo; uses repo.Repo; }\n", MAIN);

        assertThat(Compiled.run(app, repo, sql, memory)).isEqualTo("async memory 3; async sql 3; ");
    }

    @Test
    void entriesWithTheNamesOfClassesOfTheUnnamedPackage() throws Exception {
        String main = """
                package app;
                public final class Main {
                    private Main() {}
                    public static String run() throws Exception {
                        var run = Class.forName("Run").getDeclaredMethod("run");
                        run.setAccessible(true);
                        return (String) run.invoke(null);
                    }
                }
                """;
        Compiled hotel = compile("hotel", List.of(), """
                import dev.asyncfn.AsyncFn;
                class Guest {}
                """, """
                import dev.asyncfn.AsyncFn;
                class Hotel {
                    @AsyncFn Guest guest(Guest of) { return of; }
                    @AsyncFn Guest guest_(Guest of) { return of; }
                    @AsyncFn Guest guest(int of) { return new Guest(); }
                }
                """);
        Compiled inn = compile("inn", List.of(hotel), """
                import dev.asyncfn.AsyncFn;
                class Inn extends Hotel {
                    @AsyncFn @Override Guest guest(Guest of) { throw new IllegalStateException(said("guest ")); }
                    @AsyncFn @Override Guest guest_(Guest of) { throw new IllegalStateException(said("guest_ ")); }
                    @AsyncFn @Override Guest guest(int of) { throw new IllegalStateException(said("number ")); }
                    static String said(String what) {
                        return what + (new Throwable().getStackTrace()[1].getMethodName().equals("poll") ? "async" : "called");
                    }
                }
                """, """
                import dev.asyncfn.Async;
                import dev.asyncfn.Future;
                class Run {
                    static String run() {
                        Hotel inn = new Inn();
                        return said(HotelAsync.guest(inn, null)) + said(HotelAsync.guest_(inn, null)) + said(HotelAsync.guest(inn, 1));
                    }
                    private static String said(Future<Guest> future) {
                        try {
                            return "nothing " + Async.blockOn(future);
                        } catch (IllegalStateException e) {
                            return e.getMessage() + "; ";
                        }
                    }
                }
                """, main);

        assertThat(Compiled.run(inn, hotel)).isEqualTo("guest async; guest_ async; number async; ");
    }

    @Test
    void theClassPath() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = compile("sql", List.of(repo), SQL);
        Compiled app = compile("app", List.of(repo), PLAIN_MAIN);

        assertThat(Compiled.run(app, repo, sql)).isEqualTo("async sql 3");
    }

    /** No annotation stands in what is compiled last, so that javac calls no processor for one. */
    @Test
    void aClassThatJoinsASuperclassWithAnInterfaceInAModuleWithoutAsyncFns() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled base = compile("base", List.of(repo), """
                package base;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;
                public class Base {
                    @AsyncFn
                    public String find(long id) {
                        return (new Throwable().getStackTrace()[0].getMethodName().equals("poll") ? "async" : "called")
                                + " base " + await(Future.ready(id));
                    }
                }
                """);
        Compiled sql = compile("sql", List.of(repo, base), """
                package sql;
                public final class SqlRepo extends base.Base implements repo.Repo {
                    public SqlRepo() {}
                }
                """);
        Compiled app = compile("app", List.of(repo), PLAIN_MAIN);

        assertThat(Compiled.run(app, repo, base, sql)).isEqualTo("async base 3");
    }

    @Test
    void anImplementationCompiledWithoutTheProcessorIsCalled() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = Compiled.unprocessed(temp.resolve("sql"), List.of(repo), SQL);
        Compiled app = compile("app", List.of(repo), PLAIN_MAIN);

        assertThat(Compiled.run(app, repo, sql)).isEqualTo("called sql 3");
    }

    @Test
    void anInterfaceThatWasCompiledAgainWithMoreAsyncFnsAndOverloads() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = compile("sql", List.of(repo), SQL);
        Compiled again = compile("repo", List.of(), REPO.replace("find(long id);", """
                find(long id);
                @AsyncFn
                default String find(String name) {
                    return name;
                }
                @AsyncFn
                default void close() {}
                """));
        Compiled app = compile("app", List.of(again), PLAIN_MAIN);

        assertThat(Compiled.run(app, again, sql)).isEqualTo("async sql 3");
    }

    /** The entry has the name of that overload now. */
    @Test
    void anInterfaceThatWasCompiledAgainWithAnOverloadBeforeIsCalled() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = compile("sql", List.of(repo), SQL);
        Compiled again = compile("repo", List.of(), REPO.replace("    String find", """
                default String find(String name) {
                    return name;
                }
                @AsyncFn
                String find"""));
        Compiled app = compile(
                "app",
                List.of(again),
                PLAIN_MAIN.replace("return ", "return Async.blockOn(RepoAsync.find(repo, \"by name, \")) + "));

        assertThat(Compiled.run(app, again, sql)).isEqualTo("by name, called sql 3");
    }

    @Test
    void anInterfaceThatWasCompiledAgainWithAnException() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = compile("sql", List.of(repo), SQL);
        Compiled again =
                compile("repo", List.of(), REPO.replace("find(long id)", "find(long id) throws java.io.IOException"));
        Compiled app = compile("app", List.of(again), PLAIN_MAIN);

        assertThat(Compiled.run(app, again, sql)).isEqualTo("async sql 3");
    }

    @Test
    void anImplementationThatWasCompiledAgainAsAPlainMethod() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        compile("sql", List.of(repo), SQL);
        Compiled again = compile(
                "sql",
                List.of(repo),
                SQL.replace("    @AsyncFn\n", "    @SuppressWarnings(\"asyncfn:plain_override\")\n"));
        Compiled app = compile("app", List.of(repo), PLAIN_MAIN);

        assertThat(Compiled.run(app, repo, again)).isEqualTo("called sql 3");
    }

    @Test
    void callersInAnotherJarAwaitTheOverride() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO);
        Compiled sql = compile("sql", List.of(repo), SQL);
        Compiled service = compile("service", List.of(repo), """
                package service;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.AsyncFn;
                import repo.Repo;
                public final class Service {
                    private Service() {}
                    @AsyncFn
                    public static String twice(Repo repo) {
                        return await(repo.find(1)) + ", " + repo.find(2);
                    }
                }
                """);
        Compiled app = compile(
                "app",
                List.of(repo, service),
                PLAIN_MAIN
                        .replace("RepoAsync.find(repo, 3)", "service.ServiceAsync.twice(repo)")
                        .replace("import repo.RepoAsync;\n", ""));

        assertThat(Compiled.run(app, repo, sql, service)).isEqualTo("async sql 1, async sql 2");
    }

    @Test
    void superclassesInAnotherJarThatOnlySubclassesSee() throws Exception {
        Compiled base = compile("base", List.of(), """
                package base;
                import dev.asyncfn.AsyncFn;
                class Hidden {
                    @AsyncFn
                    public String hidden() { return "hidden"; }
                }
                """, """
                package base;
                import dev.asyncfn.Async;
                import dev.asyncfn.AsyncFn;
                public class Base extends Hidden {
                    public Base() {}
                    protected static class Nested {
                        protected Nested() {}
                        @AsyncFn
                        protected String nested() { return "nested"; }
                    }
                    public static String run(Object hidden, Object nested) {
                        return Async.blockOn(HiddenAsync.hidden((Hidden) hidden))
                                + Async.blockOn(Base_NestedAsync.nested((Nested) nested));
                    }
                }
                """);
        Compiled app = compile("app", List.of(base), """
                package app;
                import dev.asyncfn.AsyncFn;
                public final class Main extends base.Base {
                    private Main() {}
                    static final class Below extends Nested {
                        @AsyncFn
                        @Override
                        protected String nested() { return frame() + super.nested(); }
                    }
                    @AsyncFn
                    @Override
                    public String hidden() { return frame() + super.hidden() + ", "; }
                    static String frame() { return new Throwable().getStackTrace()[1].getMethodName() + " "; }
                    public static String run() {
                        return run(new Main(), new Below());
                    }
                }
                """);

        assertThat(Compiled.run(app, base)).isEqualTo("poll hidden, poll nested");
    }

    @Test
    void aSuperclassInAnotherJar() throws Exception {
        Compiled repo = compile("repo", List.of(), REPO, """
                package repo;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.AsyncFn;
                import dev.asyncfn.Future;
                public abstract class Base<T> implements Repo {
                    @AsyncFn
                    protected T get(T value, long more) {
                        return await(Future.ready(value));
                    }
                    @AsyncFn
                    protected String get(String value) {
                        return "base " + await(Future.ready(value));
                    }
                }
                """);
        Compiled sql = compile("sql", List.of(repo), """
                package sql;
                import static dev.asyncfn.Async.await;
                import dev.asyncfn.AsyncFn;
                public class SqlRepo extends repo.Base<String> {
                    public SqlRepo() {}
                    @AsyncFn
                    @Override
                    public String find(long id) {
                        return get("a", id) + await(super.get("b", id)) + get("c");
                    }
                    @AsyncFn
                    @Override
                    protected String get(String value, long more) {
                        return "sql " + super.get(value, more) + " " + super.get("of super") + " ";
                    }
                    @AsyncFn
                    @Override
                    protected String get(String value) {
                        return "own " + value;
                    }
                }
                """);
        Compiled app = compile("app", List.of(repo), PLAIN_MAIN);

        assertThat(Compiled.run(app, repo, sql)).isEqualTo("sql a base of super bown c");
    }
}
