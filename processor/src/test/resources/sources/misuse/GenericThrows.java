package misuse;

import dev.asyncfn.AsyncFn;
import java.io.IOException;

/** A future's failure is named by a class. */
final class GenericThrows {
    @AsyncFn
    static <X extends Exception> int load(int id, Class<X> failure) throws IOException, X {
        return id;
    }
}
