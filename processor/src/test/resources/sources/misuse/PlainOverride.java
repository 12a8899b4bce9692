package misuse;

import dev.asyncfn.AsyncFn;

/** A future calls these methods, and they block. */
interface PlainOverride<T> {
    @AsyncFn
    T load(T id);

    abstract class Redeclared implements PlainOverride<String> {
        @Override
        public abstract String load(String id);

        static String load(int id) {
            return "an overload";
        }

        @AsyncFn
        final String done(int id) {
            return "" + id;
        }
    }

    class Plain extends Redeclared {
        @Override
        public String load(String id) {
            return id;
        }

        static class Async extends Plain {
            @AsyncFn
            @Override
            public String load(String id) {
                return id;
            }
        }
    }

    class Below extends Plain.Async {
        @Override
        @SuppressWarnings("asyncfn:plain_override")
        public String load(String id) {
            return id;
        }
    }
}
