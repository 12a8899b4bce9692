package misuse;

import dev.asyncfn.AsyncFn;
import java.util.List;

/** The factory has the async fn's signature, in another class, and type parameters for private types of some kinds only. */
final class PrivateTypeInSignature {
    private record User<T>(T id) implements Comparable<T> {
        @Override
        public int compareTo(T other) {
            return 0;
        }
    }

    private interface Named {}

    private record Name(String name) implements Named {}

    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
    }

    @AsyncFn
    static int parameter(User<?> user, List<? extends User<String>[]> users) {
        return 0;
    }

    @AsyncFn
    static PrivateTypeInSignature.User<String> result(User<Integer> user) {
        return null;
    }

    @AsyncFn
    static <T extends Comparable<T> & Named> T related(T value, Name name) {
        return value;
    }

    @AsyncFn
    static void thrown() throws Refused {}

    @AsyncFn
    static int variableArity(Name... names) {
        return names.length;
    }

    @AsyncFn
    static int overloaded(Name name) {
        return 1;
    }

    @AsyncFn
    static int overloaded(String name) {
        return 2;
    }

    @AsyncFn
    static <Name> int hidden(PrivateTypeInSignature.Name name, Name other) {
        return 1;
    }

    @AsyncFn
    static <T extends Comparable<T> & Named> T both(T value, List<? extends Named[]> all) {
        return value;
    }

    /** Has the name that the factory of an overload with a private type would have. */
    @AsyncFn
    static int overloadedName(Object any) {
        return 3;
    }
}
