package dev.asyncfn.processor.virtual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of one class that Java links without the others compiled again: the future runs what the body would, or fails. */
class RecompiledApartTest {
    private static final String TOP = """
            package top;
            import dev.asyncfn.AsyncFn;
            public class Top {
                @AsyncFn
                public String find(int... ids) { return "top " + ids.length; }
            }
            """;

    private static final String MIDDLE = """
            package middle;
            public class Middle extends top.Top {}
            """;

    private static final String BOTTOM = """
            package bottom;
            import dev.asyncfn.AsyncFn;
            public class Bottom extends middle.Middle {
                @AsyncFn
                @Override
                public String find(int... ids) { return "bottom of " + super.find(ids) + super.find(1, 2, 3); }
            }
            """;

    private static final String MAIN = """
            package app;
            import bottom.BottomAsync;
            public final class Main {
                private Main() {}
                public static String run() {
                    var bottom = new bottom.Bottom();
                    String body = bottom.find(1);
                    String future = dev.asyncfn.Async.blockOn(BottomAsync.find(bottom, 1));
                    return body.equals(future) ? future : body + " but " + future;
                }
            }
            """;

    @TempDir
    Path temp;

    private Compiled compile(String name, List<Compiled> against, String... sources) {
        return Compiled.of(temp.resolve(name), against, sources);
    }

    private String runAgain(String top, String middle, String bottom, String again) throws Exception {
        Compiled first = compile("top", List.of(), top);
        Compiled second = compile("middle", List.of(first), middle);
        Compiled third = compile("bottom", List.of(first, second), bottom);
        Compiled app = compile("app", List.of(first, second, third), MAIN);
        Compiled changed = compile("middle", List.of(first), again);
        return Compiled.run(app, first, changed, third);
    }

    @Test
    void aSuperOfAClassBetweenThatOverridesNowFails() {
        String again = MIDDLE.replace("{}", """
                {
                    @dev.asyncfn.AsyncFn
                    @Override
                    public String find(int... ids) { return "middle"; }
                }""");

        assertThatThrownBy(() -> runAgain(TOP, MIDDLE, BOTTOM, again))
                .hasRootCauseInstanceOf(IncompatibleClassChangeError.class)
                .hasRootCauseMessage(
                        "top.Top.find(int[]), called by super, is not what middle.Middle inherits any more:"
                                + " compile the caller again");
    }

    @Test
    void aSuperOfAClassBetweenThatOverridesByAPlainMethodNowFails() {
        String again = MIDDLE.replace("{}", """
                {
                    @SuppressWarnings("asyncfn:plain_override")
                    @Override
                    public String find(int... ids) { return "middle"; }
                }""");

        assertThatThrownBy(() -> runAgain(TOP, MIDDLE, BOTTOM, again))
                .hasRootCauseInstanceOf(IncompatibleClassChangeError.class);
    }

    @Test
    void aSuperOfAClassBetweenThatHasOtherMethodsNow() throws Exception {
        String again = MIDDLE.replace("{}", """
                {
                    @dev.asyncfn.AsyncFn
                    public String find(String id) { return id; }
                    public String find() { return "none"; }
                }""");

        assertThat(runAgain(TOP, MIDDLE, BOTTOM, again)).isEqualTo("bottom of top 1top 3");
    }

    @Test
    void aSuperOfAnInterfaceBetweenThatOverridesNowFails() throws Exception {
        String top = """
                package top;
                import dev.asyncfn.AsyncFn;
                public interface Top {
                    @AsyncFn
                    default String find(int id) { return "top"; }
                }
                """;
        String middle = """
                package middle;
                public interface Middle extends top.Top {}
                """;
        String bottom = """
                package bottom;
                import dev.asyncfn.AsyncFn;
                public class Bottom implements middle.Middle {
                    @AsyncFn
                    @Override
                    public String find(int id) { return "bottom of " + middle.Middle.super.find(id); }
                }
                """;
        String again = middle.replace("{}", """
                {
                    @dev.asyncfn.AsyncFn
                    @Override
                    default String find(int id) { return "middle"; }
                }""");

        assertThat(runAgain(top, middle, bottom, middle)).isEqualTo("bottom of top");
        assertThatThrownBy(() -> runAgain(top, middle, bottom, again))
                .hasRootCauseInstanceOf(IncompatibleClassChangeError.class);
    }
}
