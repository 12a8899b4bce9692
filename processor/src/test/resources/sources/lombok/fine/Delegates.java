import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

final class Delegates {
    interface Named {
        String name();

        default int length() {
            return name().length();
        }
    }

    @lombok.experimental.Delegate(types = Named.class)
    private final Named named = () -> "named";

    @lombok.experimental.Delegate
    private final List<String> all = new ArrayList<>();

    @AsyncFn
    String delegated(Future<Integer> f) {
        add("x" + await(f));
        for (val each : all) {
            add(0, each + await(f));
            break;
        }
        return name() + length() + size() + all + this.name();
    }

    public static String direct() throws Exception {
        return String.valueOf(new Delegates().delegated(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(DelegatesAsync.delegated(new Delegates(), Future.ready(2))));
    }
}
