package misuse;

import dev.asyncfn.AsyncFn;
import java.util.List;

/** The factory has the async fn's signature, in another class. */
final class PrivateTypeInSignature {
    private record User(int id) {}

    private interface Named {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
    }

    @AsyncFn
    static int parameter(int n, List<? extends User[]> users) {
        return n;
    }

    @AsyncFn
    static PrivateTypeInSignature.User result() {
        return null;
    }

    @AsyncFn
    static <T extends Comparable<T> & Named> T bound(T value) {
        return value;
    }

    @AsyncFn
    static void thrown() throws Refused {}
}
