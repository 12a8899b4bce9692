package dev.asyncfn.sync;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A program that has futures wait, fills its heap, does what wakes them, and looks whether each was woken. */
final class WokenWithoutMemory {
    private WokenWithoutMemory() {}

    /**
     * Futures that wait for one event.
     *
     * @param mustHappen whether the event is one that must be possible without memory; another may be tried again
     */
    private record Scene(List<? extends Future<?>> waiting, Runnable event, boolean mustHappen) {
        static Scene of(Supplier<? extends Future<?>> waiting, Runnable event) {
            return new Scene(three(waiting), event, false);
        }

        /** An event that closes or drops something. */
        static Scene end(Supplier<? extends Future<?>> waiting, Runnable event) {
            return new Scene(three(waiting), event, true);
        }

        private static List<? extends Future<?>> three(Supplier<? extends Future<?>> waiting) {
            return Stream.generate(waiting).limit(3).toList();
        }
    }

    enum Kind {
        NOTIFY_WAITERS {
            @Override
            Scene scene() {
                Notify notify = new Notify();
                return Scene.of(notify::notified, notify::notifyWaiters);
            }
        },
        WATCH_SEND {
            @Override
            Scene scene() {
                var channel = Watch.channel("old");
                return Scene.of(
                        () -> channel.receiver().changed(),
                        () -> channel.sender().send("new"));
            }
        },
        WATCH_CLOSE {
            @Override
            Scene scene() {
                var channel = Watch.channel("old");
                return Scene.end(() -> channel.receiver().changed(), channel.sender()::close);
            }
        },
        WATCH_CLOSE_RECEIVER {
            @Override
            Scene scene() {
                var channel = Watch.channel("old");
                return Scene.end(channel.sender()::closed, channel.receiver()::close);
            }
        },
        BROADCAST_SEND {
            @Override
            Scene scene() {
                var channel = Broadcast.channel(4);
                return Scene.of(channel.receiver()::recv, () -> channel.sender().send("new"));
            }
        },
        BROADCAST_CLOSE {
            @Override
            Scene scene() {
                var channel = Broadcast.channel(4);
                return Scene.end(channel.receiver()::recv, channel.sender()::close);
            }
        },
        BROADCAST_CLOSE_RECEIVER {
            @Override
            Scene scene() {
                var channel = Broadcast.channel(4);
                return Scene.end(channel.sender()::closed, channel.receiver()::close);
            }
        },
        ADD_PERMITS {
            @Override
            Scene scene() {
                Semaphore semaphore = new Semaphore(0);
                return Scene.of(semaphore::acquire, () -> semaphore.addPermits(3));
            }
        },
        SEMAPHORE_CLOSE {
            @Override
            Scene scene() {
                Semaphore semaphore = new Semaphore(0);
                return Scene.end(semaphore::acquire, semaphore::close);
            }
        },
        DROP_OF_THE_FIRST_IN_LINE {
            @Override
            Scene scene() throws Exception {
                Semaphore semaphore = new Semaphore(2);
                Future<?> first = semaphore.acquireMany(3); // more than there are: those behind it wait, too
                first.poll(Context.fromWaker(Waker.noop()));
                return new Scene(List.of(semaphore.acquire(), semaphore.acquire()), first::drop, true);
            }
        },
        DROP_OF_ONE_THAT_WAS_GRANTED {
            @Override
            Scene scene() throws Exception {
                Mutex<String> mutex = new Mutex<>("value");
                Mutex.Guard<String> guard = mutex.tryLock().orElseThrow();
                Future<?> granted = mutex.lock();
                granted.poll(Context.fromWaker(Waker.noop()));
                guard.close();
                return new Scene(List.of(mutex.lock()), granted::drop, true);
            }
        },
        ONESHOT_CLOSE {
            @Override
            Scene scene() {
                Channel<Oneshot.Sender<String>, Oneshot.Receiver<String>> channel = Oneshot.channel();
                return new Scene(List.of(channel.receiver()), channel.sender()::close, true);
            }
        },
        ONESHOT_CLOSE_RECEIVER {
            @Override
            Scene scene() {
                Channel<Oneshot.Sender<String>, Oneshot.Receiver<String>> channel = Oneshot.channel();
                return Scene.end(channel.sender()::closed, channel.receiver()::close);
            }
        },
        MPSC_CLOSE {
            @Override
            Scene scene() {
                Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
                return Scene.end(channel.receiver()::recv, channel.sender()::close);
            }
        },
        MPSC_CLOSE_PERMIT {
            @Override
            Scene scene() {
                Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
                Mpsc.Permit<String> permit = channel.sender().tryReserve().orElseThrow();
                channel.sender().close();
                return Scene.end(channel.receiver()::recv, permit::close);
            }
        },
        MPSC_PERMIT_FOR_THE_NEXT {
            @Override
            Scene scene() {
                Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
                Mpsc.Permit<String> permit = channel.sender().tryReserve().orElseThrow();
                return new Scene(List.of(channel.sender().send("value")), permit::close, true);
            }
        },
        MPSC_CLOSE_RECEIVER {
            @Override
            Scene scene() {
                Channel<Mpsc.Sender<String>, Mpsc.Receiver<String>> channel = Mpsc.bounded(1);
                channel.sender().trySend("first");
                return Scene.end(channel.sender()::reserve, channel.receiver()::close);
            }
        };

        abstract Scene scene() throws Exception;
    }

    /** A task that notes that it was woken. */
    private static final class Task implements Wake {
        boolean woken;

        @Override
        public void wake() {
            woken = true;
        }
    }

    /** Leaves no room for any object with more than two references. */
    private static Object fill() {
        Object filled = null;
        for (int length = 1 << 16; length > 0; length >>= 4) {
            try {
                for (; ; ) {
                    Object[] next = new Object[length];
                    next[0] = filled;
                    filled = next;
                }
            } catch (OutOfMemoryError full) {
                continue; // with smaller ones
            }
        }
        return filled;
    }

    /** Whether the event happened although there was no memory. */
    private static boolean happens(Scene scene) {
        Object filled = fill();
        try {
            scene.event().run();
            return filled != null;
        } catch (OutOfMemoryError full) {
            return false;
        }
    }

    private static void run(Kind kind) throws Exception {
        Scene scene = kind.scene();
        List<Task> tasks = new ArrayList<>();
        for (Future<?> future : scene.waiting()) {
            Task task = new Task();
            tasks.add(task);
            if (future.poll(Context.fromWaker(Waker.from(task))).isReady()) {
                System.out.println(kind + ": nothing to wait for");
            }
        }
        boolean happened = happens(scene);
        if (!happened && scene.mustHappen()) {
            System.out.println(kind + ": cannot happen without memory");
        }
        if (!happened) {
            scene.event().run();
        }
        for (Task task : tasks) {
            if (!task.woken) {
                System.out.println(kind + ": task " + tasks.indexOf(task) + " is not woken");
            }
        }
    }

    /** Prints what went wrong. */
    public static void main(String[] arguments) throws Exception {
        for (Kind kind : Kind.values()) {
            kind.scene().event().run(); // once, so that all classes are there
            run(kind);
        }
        System.out.println("done");
    }
}
