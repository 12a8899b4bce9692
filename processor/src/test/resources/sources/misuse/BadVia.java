package misuse;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.AwaitVia;
import dev.asyncfn.Future;
import java.util.function.IntFunction;

/** Marked methods whose futures nothing makes, and places where a rightly marked one cannot suspend. */
class BadVia {
    @AwaitVia("missing")
    static String missing(int n) {
        return "" + n;
    }

    @AwaitVia("made")
    String instance(int n) {
        return "" + n;
    }

    @AwaitVia("made")
    static String variable(int... n) {
        return "" + n.length;
    }

    @AwaitVia("made")
    static String none() {
        return "";
    }

    @AwaitVia("made")
    static Integer otherValue(int n) {
        return n;
    }

    @AwaitVia("hidden")
    static String hides(int n) {
        return "" + n;
    }

    @AwaitVia("ofInstance")
    static String needsInstance(int n) {
        return "" + n;
    }

    @AwaitVia("made")
    static String right(int n) {
        return "" + n;
    }

    static Future<String> made(int n) {
        return Future.ready("" + n);
    }

    private static Future<String> hidden(int n) {
        return Future.ready("" + n);
    }

    Future<String> ofInstance(int n) {
        return Future.ready("" + n);
    }

    @AsyncFn
    String all() {
        missing(1);
        instance(1);
        variable(1);
        none();
        otherValue(1);
        hides(1);
        needsInstance(1);
        return right(1);
    }

    @AsyncFn
    static String misplaced() {
        IntFunction<String> lambda = n -> right(n);
        IntFunction<String> reference = BadVia::right;
        synchronized (lambda) {
            right(2);
        }
        return lambda.apply(1) + reference.apply(2);
    }
}
