package dev.asyncfn;

/** What is said of its lines in {@code META-INF/asyncfn} is no number. */
final class DamagedAsync {
    private DamagedAsync() {}

    static final class LoadFuture implements Future<String>, Traced {
        @Override
        public Poll<String> poll(Context cx) {
            throw new IllegalStateException("failed");
        }

        @Override
        public String state() {
            return "START";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }
}
