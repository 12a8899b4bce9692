package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A program that fills its heap, takes something until there is no memory for the next, gives all back, and looks whether it is all there. */
final class TakenWithoutMemory {
    private static final int MOST = 1 << 14;
    private static final Context CONTEXT = Context.fromWaker(Waker.noop());

    private TakenWithoutMemory() {}

    /** Something that can be taken. */
    abstract static class Source {
        /** Takes one, which is kept until all are given back. */
        abstract Object take() throws Exception;

        /** Called when all were given back, and there is memory again. */
        abstract boolean isWhole(int taken) throws Exception;

        static Object ready(Future<?> future) throws Exception {
            return ((Poll.Ready<?>) future.poll(CONTEXT)).value();
        }
    }

    enum Kind {
        SEMAPHORE_TRY(() -> new Permitted(Semaphore::tryAcquire)),
        SEMAPHORE(() -> new Permitted(semaphore -> Source.ready(semaphore.acquire()))),
        SEMAPHORE_SPLIT(Split::new),
        READ_TRY(() -> new Locked(RwLock::tryRead)),
        READ(() -> new Locked(lock -> Source.ready(lock.read()))),
        WRITE_TRY(() -> new Locked(lock -> closed(lock.tryWrite().orElseThrow()))),
        MUTEX_TRY(LockedAlone::new),
        RESERVE_TRY(() -> new Reserved(Mpsc.Sender::tryReserve)),
        RESERVE(() -> new Reserved(sender -> Source.ready(sender.reserve()))),
        RECEIVE_TRY(() -> new Received(Mpsc.Receiver::tryRecv)),
        RECEIVE(() -> new Received(receiver -> Source.ready(receiver.recv()))),
        RECEIVE_AFTER_THE_LAST_SENDER(() -> new Received(receiver -> Source.ready(receiver.recv())).withoutSender()),
        BROADCAST_TRY(() -> new Heard(Broadcast.Receiver::tryRecv)),
        BROADCAST(() -> new Heard(receiver -> Source.ready(receiver.recv()))),
        SENDERS(Cloned::new),
        ONCE_CELL(Cells::new);

        private final Supplier<Source> source;

        Kind(Supplier<Source> source) {
            this.source = source;
        }

        Source source() {
            return source.get();
        }
    }

    /** One that is held alone is given back before the next is taken. */
    private static <G extends AutoCloseable> G closed(G guard) throws Exception {
        guard.close();
        return guard;
    }

    /** A way to take one of something. */
    interface Way<S> {
        Object take(S source) throws Exception;
    }

    private static final class Permitted extends Source {
        private final Semaphore semaphore = new Semaphore(2 * MOST);
        private final Way<Semaphore> way;

        Permitted(Way<Semaphore> way) {
            this.way = way;
        }

        @Override
        Object take() throws Exception {
            return way.take(semaphore);
        }

        @Override
        boolean isWhole(int taken) {
            return semaphore.availablePermits() == 2 * MOST;
        }
    }

    private static final class Split extends Source {
        private final Semaphore semaphore = new Semaphore(MOST);
        private final Semaphore.Permit all = semaphore.tryAcquireMany(MOST).orElseThrow();

        @Override
        Object take() {
            return all.split(1);
        }

        @Override
        boolean isWhole(int taken) {
            all.close();
            return semaphore.availablePermits() == MOST;
        }
    }

    private static final class LockedAlone extends Source {
        private final Mutex<Void> mutex = new Mutex<>();

        @Override
        Object take() throws Exception {
            return closed(mutex.tryLock().orElseThrow());
        }

        @Override
        boolean isWhole(int taken) {
            return mutex.tryLock().isPresent();
        }
    }

    private static final class Cloned extends Source {
        private final Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);

        @Override
        Object take() {
            return channel.sender().clone();
        }

        @Override
        boolean isWhole(int taken) {
            channel.sender().close();
            return channel.receiver().tryRecv() instanceof TryRecv.Closed<String>;
        }
    }

    private static final class Cells extends Source {
        private OnceCell<String> cell = new OnceCell<>();

        @Override
        Object take() {
            cell.set("value");
            return cell = new OnceCell<>();
        }

        @Override
        boolean isWhole(int taken) {
            return cell.set("value") || cell.isInitialized();
        }
    }

    private static final class Locked extends Source {
        private final RwLock<String> lock = new RwLock<>("value");
        private final Way<RwLock<String>> way;

        Locked(Way<RwLock<String>> way) {
            this.way = way;
        }

        @Override
        Object take() throws Exception {
            return way.take(lock);
        }

        @Override
        boolean isWhole(int taken) {
            return lock.tryWrite().isPresent();
        }
    }

    private static final class Reserved extends Source {
        private final Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(MOST);
        private final Way<Mpsc.Sender<String>> way;

        Reserved(Way<Mpsc.Sender<String>> way) {
            this.way = way;
        }

        @Override
        Object take() throws Exception {
            return way.take(channel.sender());
        }

        @Override
        boolean isWhole(int taken) {
            channel.sender().close();
            return channel.sender().capacity() == MOST
                    && channel.receiver().tryRecv() instanceof TryRecv.Closed<String>;
        }
    }

    private static final class Received extends Source {
        private final Mpsc.UnboundedSender<String> sender;
        private final Mpsc.Receiver<String> receiver;
        private final Way<Mpsc.Receiver<String>> way;

        Received(Way<Mpsc.Receiver<String>> way) {
            Channel<Mpsc.UnboundedSender<String>, Mpsc.Receiver<String>> channel = Mpsc.unbounded();
            sender = channel.sender();
            receiver = channel.receiver();
            for (int i = 0; i < MOST; i++) {
                sender.send("value");
            }
            this.way = way;
        }

        Received withoutSender() {
            sender.close();
            return this;
        }

        @Override
        Object take() throws Exception {
            return way.take(receiver);
        }

        @Override
        boolean isWhole(int taken) {
            return receiver.size() + taken == MOST;
        }
    }

    private static final class Heard extends Source {
        private final Broadcast.Receiver<String> receiver;
        private final Way<Broadcast.Receiver<String>> way;

        Heard(Way<Broadcast.Receiver<String>> way) {
            Channel<Broadcast.Sender<String>, Broadcast.Receiver<String>> channel = Broadcast.channel(MOST);
            receiver = channel.receiver();
            for (int i = 0; i < MOST; i++) {
                channel.sender().send("value");
            }
            this.way = way;
        }

        @Override
        Object take() throws Exception {
            return way.take(receiver);
        }

        @Override
        boolean isWhole(int taken) {
            return receiver.size() + taken == MOST;
        }
    }

    /** Leaves room for less than the smallest of them. */
    private static void fill(List<Object[]> filled) {
        for (int length = 1 << 16; length > 1; length >>= 6) {
            try {
                for (; ; ) {
                    filled.set(0, new Object[] {filled.get(0), new Object[length]});
                }
            } catch (OutOfMemoryError full) {
                continue; // with smaller ones
            }
        }
    }

    private static void close(Object taken) throws Exception {
        Object one = taken instanceof Optional<?> optional && optional.isPresent() ? optional.get() : taken;
        if (one instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** Whether something was lost. It must have met the end of the memory. */
    private static boolean loses(Kind kind, int round) throws Exception {
        Source source = kind.source();
        close(source.take()); // once, so that all classes are there
        int taken = 1;
        Object[] kept = new Object[MOST];
        List<Object[]> filled = new ArrayList<>();
        filled.add(new Object[2 * round]); // so that it is another allocation that fails
        boolean full = false;
        fill(filled);
        try {
            while (taken < MOST) {
                Object one = source.take();
                kept[taken++] = one;
            }
        } catch (OutOfMemoryError expected) {
            full = true;
        }
        for (int i = 1; i < taken; i++) {
            close(kept[i]);
        }
        filled.clear();
        kept = null;
        return !full || !source.isWhole(taken);
    }

    /** Prints what has lost something. */
    public static void main(String[] arguments) throws Exception {
        for (Kind kind : Kind.values()) {
            for (int round = 0; round < 3; round++) {
                if (loses(kind, round)) {
                    System.out.println(kind + " in round " + round);
                }
            }
        }
        System.out.println("done");
    }
}
