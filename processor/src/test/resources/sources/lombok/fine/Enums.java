import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@Getter
@AllArgsConstructor
enum Enums {
    ONE(1),
    TWO(2);

    private final int number;

    @Getter
    enum Plain {
        A, B
    }

    @AsyncFn
    String numbered(Future<Integer> f) {
        int n = getNumber() + await(f);
        return n + TWO.getNumber() + Plain.B.name() + number;
    }

    public static String direct() throws Exception {
        return String.valueOf(ONE.numbered(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(EnumsAsync.numbered(ONE, Future.ready(2))));
    }
}
