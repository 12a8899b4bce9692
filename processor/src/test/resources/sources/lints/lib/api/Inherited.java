package lib.api;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import lib.impl.Hidden;

/** A facade is public here for a class that is not, and javac says nothing of that class. */
public class Inherited {
    private Inherited() {}

    static class Base {
        Base() {}

        @AsyncFn
        public Hidden same(Hidden value) {
            await(Future.ready(1));
            return value;
        }
    }

    public static final class Derived extends Base {
        public Derived() {}
    }
}
