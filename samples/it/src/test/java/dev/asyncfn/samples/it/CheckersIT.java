package dev.asyncfn.samples.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tools that read every source of a compilation find mistakes in the user's files, and none in generated ones. */
class CheckersIT {
    private static final String CLASS_PATH = Jars.path(Jars.API, Jars.RUNTIME);

    private static final String STATIC_FNS = """
            package stock;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.io.IOException;
            import java.io.StringReader;
            import java.util.ArrayList;
            import java.util.List;
            import java.util.function.Supplier;

            /** Prices of goods. */
            final class Prices {
                /** No instances. */
                private Prices() {}

                /**
                 * The sum of all that has a price.
                 *
                 * @param names the goods
                 * @return the sum
                 * @throws IOException if the list cannot be read
                 */
                @AsyncFn
                static int sum(List<String> names) throws IOException {
                    int sum = 0;
                    for (String name : names) {
                        try (StringReader line = new StringReader(name)) {
                            sum += await(price(line.read()));
                        } catch (IllegalArgumentException e) {
                            sum += await(price(e.hashCode()));
                        } finally {
                            await(price(sum));
                        }
                    }
                    return sum;
                }

                /**
                 * The first that is not null, once for each.
                 *
                 * @param <T> the type of the candidates
                 * @param candidates from which to choose
                 * @return suppliers of it
                 */
                @AsyncFn
                static <T extends Comparable<T>> List<Supplier<T>> repeat(List<? extends T> candidates) {
                    List<Supplier<T>> all = new ArrayList<>();
                    for (int i = 0; i < candidates.size(); i++) {
                        T first = await(Future.ready(candidates.get(0)));
                        all.add(() -> first);
                    }
                    return all;
                }

                /**
                 * One price.
                 *
                 * @param good its number
                 * @return the price
                 */
                static Future<Integer> price(int good) {
                    return Future.ready(good);
                }
            }
            """;

    private static final String METHODS_WITH_PRIVATE_MEMBERS = """
            package stock;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;
            import java.io.IOException;
            import java.util.List;

            /** An account with a balance. */
            public final class Account {
                /** What is left. */
                private int balance;

                /**
                 * An account.
                 *
                 * @param balance what is in it at first
                 */
                public Account(int balance) {
                    this.balance = balance;
                }

                /**
                 * Buys all that the balance allows.
                 *
                 * @param names the goods
                 * @return what is left
                 * @throws IOException if the list cannot be read
                 */
                @AsyncFn
                public int buy(List<String> names) throws IOException {
                    while (affords(await(Prices.sum(names)))) {
                        balance -= Prices.sum(names);
                        switch (await(Future.ready(balance)) % 3) {
                            case 0 -> balance--;
                            case 1 -> {
                                int fee = await(Prices.price(1));
                                balance -= fee;
                            }
                            default -> {}
                        }
                    }
                    return balance;
                }

                /**
                 * Whether there is enough.
                 *
                 * @param price what it costs
                 * @return whether it is there
                 */
                private boolean affords(int price) {
                    return price > 0 && balance > price;
                }
            }
            """;

    private static final String WITH_A_MISTAKE = """
            package stock;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.AsyncFn;
            import dev.asyncfn.Future;

            /** Has a mistake that javac does not know, in a body, which is copied. */
            final class Careless {
                /** No instances. */
                private Careless() {}

                /**
                 * Words between commas.
                 *
                 * @param text where they stand
                 * @return how many there are
                 */
                @AsyncFn
                static int words(String text) {
                    String[] words = await(Future.ready(text)).split(",");
                    return await(Future.ready(words.length));
                }
            }
            """;

    private Project project;

    static List<Jdk> jdks() {
        return Jdk.all();
    }

    static List<Jdk> warmJdks() {
        return Jdk.allWarm();
    }

    @BeforeEach
    void write(@TempDir Path root) {
        project = new Project(root)
                .source("stock/Prices.java", STATIC_FNS)
                .source("stock/Account.java", METHODS_WITH_PRIVATE_MEMBERS);
    }

    @ParameterizedTest
    @MethodSource("warmJdks")
    void javac_with_all_lints_and_all_doclints_finds_nothing(Jdk jdk) {
        project.compileCleanly(
                jdk, "-Xlint:all", "-Xdoclint:all", "-Werror", "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        assertThat(generated()).containsExactly("stock/AccountAsync.java", "stock/PricesAsync.java");
        assertThat(project.classes().resolve("stock/AccountAsync$Bridge.class")).exists();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void error_prone_finds_the_mistake_in_a_body_and_nothing_in_its_copy(Jdk jdk) {
        project.source("stock/Careless.java", WITH_A_MISTAKE);
        Jdk.Result result = project.compile(jdk, errorProne());
        assertThat(result.exit()).as(result.output()).isZero();
        assertThat(diagnostics(result))
                .singleElement()
                .asString()
                .startsWith("src/stock/Careless.java:21: warning: [StringSplitter]");
        assertThat(generated()).hasSize(3);
    }

    /** Eclipse reads sources that javac generated when it opens a project that Maven has built. */
    @Test
    void eclipse_with_all_its_warnings_finds_nothing_in_generated_files() {
        project.compileCleanly(warmJdks().get(0), "-cp", CLASS_PATH, "-processorpath", Jars.PROCESSOR);
        List<String> arguments =
                new ArrayList<>(List.of("-jar", Jars.ECJ, "--release", "17", "-proc:none", "-warn:all"));
        arguments.addAll(List.of("-cp", CLASS_PATH, "-d", "ecj"));
        arguments.addAll(project.sources());
        generated().forEach(path -> arguments.add("classes/" + path));
        Jdk.Result ecj = Jdk.running().java(project.root(), arguments);
        assertThat(ecj.exit()).as(ecj.output()).isZero();
        List<String> found = ecj.output()
                .lines()
                .filter(line -> line.contains("WARNING in "))
                .toList();
        assertThat(found)
                .anyMatch(line -> line.contains("Account.java"))
                .noneMatch(line -> line.contains("Async.java"));
        assertThat(Project.files(project.root().resolve("ecj"))).containsKey("stock/PricesAsync.class");
    }

    /** The flags that Error Prone's installation page asks for. */
    private static String[] errorProne() {
        List<String> options = new ArrayList<>();
        Stream.of("api", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(name -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(options::add);
        Stream.of("code", "comp")
                .map(name -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED")
                .forEach(options::add);
        options.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-Xplugin:ErrorProne"));
        options.addAll(List.of("-cp", CLASS_PATH, "-processorpath", Jars.path(Jars.ERROR_PRONE, Jars.PROCESSOR)));
        return options.toArray(String[]::new);
    }

    /** The first line of each error and warning. */
    private static List<String> diagnostics(Jdk.Result result) {
        return result.output()
                .lines()
                .filter(line -> line.contains("warning: ") || line.contains("error: "))
                .toList();
    }

    private List<String> generated() {
        return Project.files(project.classes()).keySet().stream()
                .filter(path -> path.endsWith(".java"))
                .toList();
    }
}
