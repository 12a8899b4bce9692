package bodies.names;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Owners and parameters called like classes of java.lang and of the api, and names in other scripts. */
final class Letters {
    private Letters() {}

    static final class Future {
        @AsyncFn
        static int poll(Trace t, Poll poll) {
            return Async.await(t.leaf("poll", 1)) + poll.poll(t, new Future());
        }
    }

    static final class Poll {
        private final int state = 2;

        @AsyncFn
        int poll(Trace t, Future future) {
            return state + Async.await(t.leaf("state", future == null ? 0 : 5));
        }
    }

    static final class Object {
        final Trace t;

        Object(Trace t) {
            this.t = t;
        }

        @AsyncFn
        Object object(Object object) {
            Async.await(t.tick("object"));
            return object;
        }
    }

    static final class State {
        @AsyncFn
        static <State> State state(Trace t, State state) {
            return Async.await(t.leaf("generic", state));
        }
    }

    static final class Exception extends java.lang.Exception {
        private static final long serialVersionUID = 1;

        @AsyncFn
        static int thrown(Trace t) throws Exception {
            Async.await(t.tick("x"));
            throw t.tag("own", new Exception());
        }
    }

    static final class Größe {
        int 変数 = 3;

        @AsyncFn
        int 計算(Trace t, int ñ) {
            int été = Async.await(t.leaf("été", ñ));
            変数 += été;
            return 変数 + Async.await(t.leaf("変数", 変数));
        }
    }

    @Case
    @AsyncFn
    static java.lang.String ownersNamedLikeOthers(Trace t) {
        int n = Future.poll(t, new Poll());
        Object o = new Object(t);
        boolean same = o.object(o) == o;
        java.lang.String s = State.state(t, "s");
        try {
            n += Exception.thrown(t);
        } catch (Exception e) {
            n += 100;
        }
        return n + " " + same + s + new Größe().計算(t, Async.await(t.leaf("ñ", 4)));
    }
}
