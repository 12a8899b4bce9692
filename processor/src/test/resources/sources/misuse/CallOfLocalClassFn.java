package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Async fns of local classes, of anonymous ones and of enum constants, and their calls: one error each. */
final class CallOfLocalClassFn {
    @AsyncFn
    static int load() {
        class Local {
            @AsyncFn
            int f() {
                return 1;
            }
        }
        var anonymous = new Object() {
            @AsyncFn
            int g() {
                return 2;
            }
        };
        return await(new Local().f()) + anonymous.g() + await(Future.ready(3));
    }

    enum Level {
        LOW,
        HIGH {
            @AsyncFn
            @Override
            int weight() {
                return 2;
            }
        };

        @AsyncFn
        int weight() {
            return await(Future.ready(1));
        }
    }

    @AsyncFn
    static int weigh() {
        return Level.HIGH.weight() + await(Level.LOW.weight());
    }
}
