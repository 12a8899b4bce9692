package dev.asyncfn.sync;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One operation that has to wait, and what ends its wait: what all operations have in common is tested with each of them. */
record Scene(String name, Supplier<Future<?>> operation, Runnable makeReady) {
    /** Every operation of the package that can wait. */
    static Stream<Scene> all() {
        return Stream.<Supplier<Scene>>of(
                        Scene::mutex,
                        Scene::read,
                        Scene::write,
                        Scene::semaphore,
                        Scene::notified,
                        Scene::oneshot,
                        Scene::oneshotClosed,
                        Scene::send,
                        Scene::reserve,
                        Scene::recv,
                        Scene::recvMany,
                        Scene::mpscClosed,
                        Scene::broadcast,
                        Scene::broadcastClosed,
                        Scene::changed,
                        Scene::waitFor,
                        Scene::watchClosed)
                .map(Supplier::get);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Scene mutex() {
        Mutex<Void> mutex = new Mutex<>();
        Mutex.Guard<Void> guard = mutex.blockingLock();
        return new Scene("Mutex.lock", mutex::lock, guard::close);
    }

    private static Scene read() {
        RwLock<Void> lock = new RwLock<>();
        RwLock.WriteGuard<Void> guard = lock.blockingWrite();
        return new Scene("RwLock.read", lock::read, guard::close);
    }

    private static Scene write() {
        RwLock<Void> lock = new RwLock<>();
        RwLock.ReadGuard<Void> guard = lock.blockingRead();
        return new Scene("RwLock.write", lock::write, guard::close);
    }

    private static Scene semaphore() {
        Semaphore semaphore = new Semaphore(1);
        return new Scene("Semaphore.acquireMany", () -> semaphore.acquireMany(3), () -> semaphore.addPermits(2));
    }

    private static Scene notified() {
        Notify notify = new Notify();
        return new Scene("Notify.notified", notify::notified, notify::notifyOne);
    }

    private static Scene oneshot() {
        var channel = Oneshot.<String>channel();
        return new Scene("Oneshot.Receiver", channel::receiver, () -> {
            if (!channel.sender().isClosed()) {
                channel.sender().send("value");
            }
        });
    }

    private static Scene oneshotClosed() {
        var channel = Oneshot.<String>channel();
        return new Scene("Oneshot.closed", channel.sender()::closed, channel.receiver()::close);
    }

    private static Scene send() {
        var channel = Mpsc.<String>bounded(1);
        channel.sender().blockingSend("first");
        return new Scene(
                "Mpsc.send",
                () -> channel.sender().send("second"),
                () -> channel.receiver().tryRecv());
    }

    private static Scene reserve() {
        var channel = Mpsc.<String>bounded(1);
        Mpsc.Permit<String> permit = channel.sender().tryReserve().orElseThrow();
        return new Scene("Mpsc.reserve", channel.sender()::reserve, permit::close);
    }

    private static Scene recv() {
        var channel = Mpsc.<String>unbounded();
        return new Scene(
                "Mpsc.recv", channel.receiver()::recv, () -> channel.sender().send("value"));
    }

    private static Scene recvMany() {
        var channel = Mpsc.<String>bounded(3);
        return new Scene(
                "Mpsc.recvMany",
                () -> channel.receiver().recvMany(2),
                () -> channel.sender().trySend("value"));
    }

    private static Scene mpscClosed() {
        var channel = Mpsc.<String>bounded(3);
        return new Scene("Mpsc.closed", channel.sender()::closed, channel.receiver()::close);
    }

    private static Scene broadcast() {
        var channel = Broadcast.<String>channel(3);
        return new Scene(
                "Broadcast.recv",
                channel.receiver()::recv,
                () -> channel.sender().send("value"));
    }

    private static Scene broadcastClosed() {
        var channel = Broadcast.<String>channel(3);
        return new Scene("Broadcast.closed", channel.sender()::closed, channel.receiver()::close);
    }

    private static Scene changed() {
        var channel = Watch.channel("before");
        return new Scene(
                "Watch.changed",
                channel.receiver()::changed,
                () -> channel.sender().send("after"));
    }

    private static Scene waitFor() {
        var channel = Watch.channel("before");
        return new Scene(
                "Watch.waitFor",
                () -> channel.receiver().waitFor("after"::equals),
                () -> channel.sender().send("after"));
    }

    private static Scene watchClosed() {
        var channel = Watch.channel("before");
        return new Scene("Watch.closed", channel.sender()::closed, channel.receiver()::close);
    }

    /** The value of a future that is to be ready by now. */
    static <T> T now(Future<T> future) {
        return Async.blockOn(future);
    }
}
