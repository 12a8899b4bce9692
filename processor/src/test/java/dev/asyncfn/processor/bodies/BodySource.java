package dev.asyncfn.processor.bodies;

import dev.asyncfn.processor.attribute.Probe;
import javax.tools.JavaFileObject;

/** The file in which the bodies of a test class stand. */
public final class BodySource {
    private static final String PARAMETERS =
            "(int n, long l, boolean b, String s, Object o, int[] a, Integer i, List<String> list)";
    private static final String HEAD = """
            package bodies;

            import static dev.asyncfn.Async.await;

            import dev.asyncfn.*;
            import java.util.*;
            import java.util.function.*;

            final class Bodies {
                @AsyncFn static int next(int n) { return n; }
                @AsyncFn static boolean ask(int n) { return n > 0; }
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    /** @param test has {@link BodyTest} */
    public BodySource(Class<?> test) {
        text.append(test.getAnnotation(BodyTest.class).value());
    }

    /**
     * Adds an async fn.
     *
     * @param head its modifiers and type
     * @return the line on which its last statement ends
     */
    public long add(String name, String head, String body) {
        text.append("    @AsyncFn ").append(head).append(' ').append(name).append(PARAMETERS);
        text.append(" {\n").append(body).append("\n    }\n");
        return text.chars().filter(c -> c == '\n').count() - 1;
    }

    public JavaFileObject file() {
        return Probe.source("bodies.Bodies", text + "}\n");
    }
}
