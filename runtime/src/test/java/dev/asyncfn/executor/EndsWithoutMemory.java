package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;

/**
 * A program whose executor has run one task well, then meets ends of every kind, and is closed. Two classes are initialized to mark where that
 * begins and ends: a line that it printed would initialize others.
 */
final class EndsWithoutMemory {
    private static final OutOfMemoryError FULL = new OutOfMemoryError("as if");

    private EndsWithoutMemory() {}

    private static final class FirstTaskHasEnded {
        static void mark() {}
    }

    private static final class ExecutorHasEnded {
        static void mark() {}
    }

    /** Ends in one of four ways, as if there were no memory. */
    private record Ending(int way) implements Future<Void> {
        @Override
        public Poll<Void> poll(Context cx) {
            if (way == 0) {
                throw FULL;
            }
            return way == 1 ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public void drop() {
            if (way == 3) {
                throw FULL;
            }
        }
    }

    /** Needs memory itself. */
    private static void fail(Throwable unheard) {
        throw FULL;
    }

    /** @param arguments the kind of executor, and how it reports: {@code fails} if the handlers fail, {@code prints} if there are none */
    public static void main(String[] arguments) {
        AnyExecutor.Kind kind = AnyExecutor.Kind.valueOf(arguments[0]);
        boolean prints = arguments[1].equals("prints");
        if (!prints) {
            Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> fail(thrown));
        }
        AnyExecutor executor = kind.create(prints ? UncaughtTaskHandler.ofThread() : EndsWithoutMemory::fail);
        executor.finish(executor.spawn(Future.ready(null)));
        FirstTaskHasEnded.mark();
        for (int way = 0; way < 4; way++) {
            JoinHandle<?> handle = executor.spawn(new Ending(way));
            if (way >= 2) {
                handle.abort();
            }
            executor.finish(handle);
            handle.drop(); // so the failure goes to the handler
        }
        executor.close();
        ExecutorHasEnded.mark();
    }
}
