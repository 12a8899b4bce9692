import dev.asyncfn.AsyncFn;
import elsewhere.OfPrivate;

/** Async fns of a private class of another package, which a public class inherits: nothing public makes their futures. */
class InheritedOfPrivate {
    @AsyncFn
    static String calls(OfPrivate.Seen seen) {
        return seen.load();
    }

    static class Below extends OfPrivate.Seen {
        @AsyncFn
        @Override
        public String load() {
            return "own " + super.load();
        }
    }

    /** Only the async fn is called: a lambda calls the method. */
    @AsyncFn
    static String lambda(OfPrivate.Seen seen) {
        java.util.function.Supplier<String> later = () -> seen.load();
        return later.get();
    }
}
