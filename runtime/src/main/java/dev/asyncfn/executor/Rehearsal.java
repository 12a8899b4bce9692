package dev.asyncfn.executor;

import dev.asyncfn.Context;
import dev.asyncfn.Enter;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Traced;
import dev.asyncfn.Waker;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs tasks that end in every way, before the first task of a user. The JVM links a call when it is made for the first time, and initializes a
 * class when it is used for the first time. Both need memory, and fail for good if there is none: without this, a full heap would keep the first
 * task that fails from ending.
 */
final class Rehearsal {
    /** An executor that the current thread runs. */
    interface Stage {
        <T> Task<T> spawn(Future<T> future);

        /** Runs each task that is scheduled, once. */
        void run();
    }

    /** A handler that hears of everything, and has heard nothing. */
    static final UncaughtTaskHandler DEAF = failure -> {};

    private Rehearsal() {}

    /** It seems to come from a generated future, because of the end of that name, so its trace is restored. */
    private static final class Trouble extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Trouble() {
            setStackTrace(
                    new StackTraceElement[] {new StackTraceElement(PlayerAsync.class.getName(), "poll", null, 0)});
        }
    }

    /** A future whose polls throw if that is asked for; otherwise it wakes itself once. */
    private static final class PlayerAsync implements Future<Void>, Traced {
        private final boolean ready;
        private final boolean pollThrows;
        private final boolean dropThrows;
        private boolean polled;

        PlayerAsync(int way) {
            ready = (way & 1) != 0;
            pollThrows = (way & 2) != 0;
            dropThrows = (way & 4) != 0;
        }

        @Override
        public Poll<Void> poll(Context cx) {
            if (pollThrows) {
                throw new Trouble();
            }
            if (!polled) {
                polled = true;
                cx.waker().wakeByRef();
            }
            return ready ? Poll.ready(null) : Poll.pending();
        }

        @Override
        public void drop() {
            if (dropThrows) {
                throw new Trouble();
            }
        }

        @Override
        public String state() {
            return "rehearsed";
        }

        @Override
        public Future<?> awaited() {
            return null;
        }
    }

    static void on(Stage stage) {
        boolean interrupted = Thread.interrupted(); // which is for the user's code
        try {
            for (int way = 0; way < 8; way++) {
                awaited(stage, way);
                rejected(stage, way);
                inScope(stage, way);
            }
            RunningExecutors.remove(null); // as at the end of an executor
            LockSupport.unpark(null); // as where a thread waits
            Enter.isEntered(); // as where one may have to block
            print(new Trouble()); // as where nobody handles a failure
        } catch (Throwable unrehearsed) {
            return; // it only prepares: without memory, the first performance is without rehearsal
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void print(Throwable trouble) {
        trouble.printStackTrace(new PrintStream(OutputStream.nullOutputStream()));
    }

    /** Unheard failures go to the handler at once; a thread that watches for collected handles is not needed for this. */
    private static <T> Task<T> spawn(Stage stage, Future<T> future) {
        Task<T> task = stage.spawn(future);
        task.markDetached();
        return task;
    }

    private static void awaited(Stage stage, int way) {
        Task<Void> task = spawn(stage, new PlayerAsync(way));
        task.poll(Context.fromWaker(Waker.of(() -> {
            throw new Trouble();
        })));
        stage.run();
        task.abort();
        stage.run();
        try {
            task.poll(Context.fromWaker(Waker.noop()));
        } catch (JoinException ended) {
            task.drop();
        }
    }

    private static void rejected(Stage stage, int way) {
        spawn(stage, new PlayerAsync(way)).reject(way == 0 ? null : new Trouble());
        Task<Void> shutDown = spawn(stage, new PlayerAsync(way));
        shutDown.shutDown();
        stage.run();
        stage.run();
    }

    private static void inScope(Stage stage, int way) {
        Spawner spawner = new Spawner() {
            @Override
            public <T> JoinHandle<T> spawn(Future<T> future) {
                return Rehearsal.spawn(stage, future);
            }
        };
        spawn(stage, TaskScope.run(spawner, scope -> scope.spawn(new PlayerAsync(way))));
        for (int i = 0; i < 6; i++) {
            stage.run();
        }
    }
}
