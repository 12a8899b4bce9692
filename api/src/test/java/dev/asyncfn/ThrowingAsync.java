package dev.asyncfn;

/** Has the name of a generated class, so that the traces of what it throws are looked at. */
final class ThrowingAsync {
    private ThrowingAsync() {}

    /** Throws a new exception, with a stack trace, in the first poll after it was told to. */
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
