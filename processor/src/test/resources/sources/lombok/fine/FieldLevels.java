import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.*;
import lombok.*;
import lombok.experimental.*;
import lombok.extern.java.Log;

@FieldDefaults(level = AccessLevel.PRIVATE, makeFinal = true)
@FieldNameConstants
final class FieldLevels {
    int id = 4;

    @NonFinal
    int changed = 1;

    @PackagePrivate
    String shown = "shown";

    @StandardException
    static class Failed extends Exception {}

    @Tolerate
    FieldLevels(String ignored) {}

    FieldLevels() {}

    @AsyncFn
    String levels(Future<Integer> f) throws Failed {
        changed += await(f);
        String name = switch (Fields.shown + await(f)) {
            case "shown2" -> "constant";
            default -> "none";
        };
        switch ("id") {
            case Fields.id:
                name += await(f);
        }
        try {
            throw new Failed("failed " + await(f), new RuntimeException("cause"));
        } catch (Failed e) {
            return id + "" + changed + shown + Fields.id + name + e + e.getCause();
        }
    }

    public static String direct() throws Exception {
        return String.valueOf(new FieldLevels().levels(Future.ready(2)));
    }

    public static String future() throws Exception {
        return String.valueOf(Async.blockOn(FieldLevelsAsync.levels(new FieldLevels(), Future.ready(2))));
    }
}
