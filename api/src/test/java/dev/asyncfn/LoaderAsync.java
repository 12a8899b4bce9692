package dev.asyncfn;

/** Two futures as the processor writes them; the lines of this file stand in {@code META-INF/asyncfn/dev.asyncfn.LoaderAsync.lines}. */
final class LoaderAsync {
    private LoaderAsync() {}

    static final class LoadFuture implements Future<String>, Traced {
        private final Future<String> body;
        private String state = "START";
        private String suspendedAt = "START";
        private Future<String> awaited;

        LoadFuture(Future<String> body) {
            this.body = body;
        }

        /** Suspended as after a poll that was pending. */
        LoadFuture suspendedOn(Future<String> child, String at) {
            awaited = child;
            state = at;
            suspendedAt = at;
            return this;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            state = "PANICKED";
            if (awaited != null) {
                return awaited.poll(cx); // line 29: wherever it was suspended
            }
            return run(cx); // line 31: comes from no line
        }

        private Poll<String> run(Context cx) throws Exception {
            return body.poll(cx); // line 35: Loader.java:12
        }

        @Override
        public String state() {
            return state;
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }

        @Override
        public String suspendedAt() {
            return suspendedAt;
        }
    }

    /** Of one await: it need not keep where it was suspended. */
    static final class FetchFuture implements Future<String>, Traced {
        private final Future<String> awaited;

        FetchFuture(Future<String> awaited) {
            this.awaited = awaited;
        }

        @Override
        public Poll<String> poll(Context cx) throws Exception {
            return awaited.poll(cx); // line 64: where it was suspended
        }

        @Override
        public String state() {
            return "PANICKED";
        }

        @Override
        public Future<?> awaited() {
            return awaited;
        }
    }

    /** Passes on calls of what generated code cannot reach. */
    static final class Bridge {
        private Bridge() {}
    }
}
