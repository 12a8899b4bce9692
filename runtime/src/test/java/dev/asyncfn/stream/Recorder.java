package dev.asyncfn.stream;

import dev.asyncfn.executor.Garbage;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** A subscriber that keeps what it is told, and asks for nothing by itself. Thread-safe. */
class Recorder<T> implements Flow.Subscriber<T> {
    final CountDownLatch over = new CountDownLatch(1);
    final CountDownLatch subscribed = new CountDownLatch(1);
    private final List<Object> signals = new ArrayList<>();
    volatile Flow.Subscription subscription;
    volatile Consumer<? super T> onNext = item -> {};

    synchronized List<Object> signals() {
        return List.copyOf(signals);
    }

    private synchronized void add(Object signal) {
        signals.add(signal);
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        subscribed.countDown();
    }

    @Override
    public void onNext(T item) {
        add(item);
        onNext.accept(item);
    }

    @Override
    public void onError(Throwable thrown) {
        add(thrown);
        over.countDown();
    }

    @Override
    public void onComplete() {
        add("complete");
        over.countDown();
    }

    /** Waits until a publisher has let go of a subscriber that has cancelled after the first item; one that never does hangs. */
    static void assertForgottenAfterCancel(Flow.Publisher<Long> publisher) throws InterruptedException {
        WeakReference<?> cancelled = cancelAfterTheFirst(publisher);
        Garbage.collectUntil(() -> cancelled.get() == null);
    }

    private static WeakReference<?> cancelAfterTheFirst(Flow.Publisher<Long> publisher) throws InterruptedException {
        Recorder<Long> subscriber = new Recorder<>();
        publisher.subscribe(subscriber);
        subscriber.subscribed.await();
        subscriber.subscription.request(1);
        while (subscriber.signals().isEmpty()) {
            Thread.yield();
        }
        subscriber.subscription.cancel();
        return new WeakReference<>(subscriber);
    }
}
