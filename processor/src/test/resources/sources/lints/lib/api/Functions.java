package lib.api;

import dev.asyncfn.AsyncFn;
import java.util.function.Consumer;
import java.util.function.Function;

/** Overloads that a lambda may mean. */
@SuppressWarnings("overloads")
public class Functions {
    public Functions() {}

    @AsyncFn
    public void virtual(Function<String, String> f) {}

    @AsyncFn
    public void virtual(Consumer<String> f) {}

    @AsyncFn
    static void ofAll(Function<String, String> f) {}

    @AsyncFn
    static void ofAll(Consumer<String> f) {}

    private void hidden(Function<String, String> f) {}

    private void hidden(Consumer<String> f) {}

    @AsyncFn
    final void calls(Function<String, String> f, Consumer<String> g) {
        virtual(f);
        ofAll(g);
        hidden(f);
        hidden(g);
    }
}
