package lesson_12_executors;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.executor.PollingExecutor;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.sync.Notify;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The same async fns in five executors. */
final class Executors {
    private Executors() {}

    @AsyncFn
    static int count(String name, int to) {
        for (int n = 1; n <= to; n++) {
            System.out.println("  " + name + " " + n);
            await(later("a moment"));
        }
        return to;
    }

    @AsyncFn
    static int countClicks(Notify click, int to) {
        for (int n = 1; n <= to; n++) {
            await(click.notified());
            System.out.println("  click " + n);
        }
        return to;
    }

    /** One future on this thread, which sleeps while it is pending. */
    static <T> T blockOn(Future<T> future) throws Exception {
        Thread me = Thread.currentThread();
        Context cx = Context.fromWaker(Waker.of(() -> LockSupport.unpark(me)));
        while (true) {
            if (future.poll(cx) instanceof Poll.Ready<T> ready) {
                return ready.value();
            }
            LockSupport.park();
        }
    }

    private static void tinyExecutor() throws Exception {
        TinyExecutor executor = new TinyExecutor();
        executor.spawn(ExecutorsAsync.count("a", 3));
        executor.spawn(ExecutorsAsync.count("b", 2));
        System.out.println("  nothing has run");
        executor.run();
    }

    private static void localPool() {
        Notify click = new Notify();
        try (LocalPool pool = new LocalPool()) {
            pool.spawn(ExecutorsAsync.countClicks(click, 2));
            pool.runUntilStalled();
            while (pool.size() > 0) {
                System.out.println("  the host handles a click");
                click.notifyOne();
                pool.runUntilStalled();
            }
        }
    }

    private static void threadPool() {
        try (ThreadPool pool = ThreadPool.of(2)) {
            JoinHandle<Integer> handle = pool.spawn(ExecutorsAsync.count("on a worker", 2));
            System.out.println("  its value is " + Async.blockOn(handle));
        }
    }

    private static void gameLoop() {
        Units.Unit scout = new Units.Unit();
        Units.Unit guard = new Units.Unit();
        try (PollingExecutor game = new PollingExecutor()) {
            game.spawn(UnitsAsync.patrol(scout, List.of(2, -1), 1));
            game.spawn(UnitsAsync.patrol(guard, List.of(3, 1), 1));
            for (int tick = 1; game.size() > 0; tick++) {
                game.tick();
                System.out.println("  tick " + tick + ": scout at " + scout.pos + ", guard at " + guard.pos);
            }
        }
    }

    public static void main(String[] args) throws Exception {
        System.out.println("# block on one future");
        System.out.println("  its value is " + blockOn(ExecutorsAsync.count("alone", 2)));
        System.out.println("# an executor in fifty lines");
        tinyExecutor();
        System.out.println("# a local pool in a host with a loop of its own");
        localPool();
        System.out.println("# a pool of threads");
        threadPool();
        System.out.println("# a game loop");
        gameLoop();
    }
}
