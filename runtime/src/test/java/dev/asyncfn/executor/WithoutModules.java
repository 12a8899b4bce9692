package dev.asyncfn.executor;

import dev.asyncfn.Async;
import dev.asyncfn.Future;

/** A program on a JDK that has nothing but the base. */
final class WithoutModules {
    private WithoutModules() {}

    public static void main(String[] args) {
        try (ThreadPool pool = ThreadPool.of(1)) {
            System.out.print(Async.blockOn(pool.spawn(Future.ready(42))) + ", ");
        }
        System.out.print(Recording.isOn() ? "a recording, " : "no recording, ");
        try (RunningExecutors.Registration registered = RunningExecutors.registerMXBean()) {
            System.out.print(registered.name());
        } catch (IllegalStateException absent) {
            System.out.print("no JMX, ");
        }
    }
}
