package dev.asyncfn;

/** Has the name of a generated class, so that the traces of what it throws are looked at. */
final class ThrowingAsync {
    private ThrowingAsync() {}

    /** A leaf that throws a new exception, with its stack trace, once it is told to. */
    static final class Leaf implements Future<Integer> {
        boolean throwing;
        Exception thrown;

        @Override
        public Poll<Integer> poll(Context cx) throws Exception {
            if (throwing) {
                thrown = new Exception("thrown");
                throw thrown;
            }
            return Poll.pending();
        }
    }
}
