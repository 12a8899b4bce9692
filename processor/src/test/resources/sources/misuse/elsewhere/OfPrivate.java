package elsewhere;

import dev.asyncfn.AsyncFn;

/** Its public class inherits an async fn of its private one. */
public class OfPrivate {
    private static class Unseen {
        @AsyncFn
        public String load() {
            return "loaded";
        }
    }

    public static class Seen extends Unseen {
        public Seen() {}
    }
}
