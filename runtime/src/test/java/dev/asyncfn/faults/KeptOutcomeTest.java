package dev.asyncfn.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;
import dev.asyncfn.Waker;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.io.DuplexStream;
import dev.asyncfn.net.AsyncTcpListener;
import dev.asyncfn.net.AsyncTcpStream;
import dev.asyncfn.stream.Sink;
import dev.asyncfn.stream.Stream;
import dev.asyncfn.stream.Streams;
import dev.asyncfn.stream.TimedStreams;
import dev.asyncfn.test.ManualFuture;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.time.Clock;
import dev.asyncfn.time.ManualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A waker written by hand throws when it is dropped or woken: what the future has got by then is handed on, or released. */
@Tag("one-jdk")
class KeptOutcomeTest {
    private static final Duration DAY = Duration.ofDays(1);
    private final Context bad = BadWaker.DROP.context();
    private final TaskProbe task = new TaskProbe();
    private final Closable value = new Closable();
    private final ManualFuture<Closable> future = ManualFuture.named("value");
    private Thread.UncaughtExceptionHandler before;

    @BeforeEach
    void expectReports() {
        before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, report) -> {});
    }

    @AfterEach
    void expectNone() {
        Thread.currentThread().setUncaughtExceptionHandler(before);
    }

    /** A waker that must not be dropped, and while which is cloned something comes: so it is kept by a poll that is ready, or the next one is. */
    private static final class Hasty implements RawWakerVTable {
        private Runnable coming;

        Hasty(Runnable coming) {
            this.coming = coming;
        }

        Context context() {
            return Context.fromWaker(Waker.fromRaw(new RawWaker(this, this)));
        }

        @Override
        public RawWaker clone(Object data) {
            Runnable now = coming;
            coming = () -> {};
            now.run();
            return new RawWaker(data, this);
        }

        @Override
        public void wake(Object data) {
            // woken
        }

        @Override
        public void wakeByRef(Object data) {
            // woken
        }

        @Override
        public void drop(Object data) {
            throw new IllegalArgumentException("a bad DROP");
        }
    }

    private int moved(Future<Integer> transfer) {
        try {
            return ((Poll.Ready<Integer>) task.poll(transfer)).value();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void bytesThatAPipeHasMoved() throws Exception {
        DuplexStream.Ends ends = DuplexStream.open(10);
        ByteBuffer buffer = ByteBuffer.allocate(10);
        Hasty reader = new Hasty(() -> moved(ends.left().write(ByteBuffer.allocate(3))));
        assertThat(ends.right().read(buffer).poll(reader.context())).isEqualTo(Poll.ready(3));
        assertThat(moved(ends.left().write(ByteBuffer.allocate(10)))).isEqualTo(10);
        Hasty writer = new Hasty(() -> moved(ends.right().read(buffer)));
        assertThat(ends.left().write(ByteBuffer.allocate(2)).poll(writer.context()))
                .isEqualTo(Poll.ready(2));
    }

    @Test
    void aConnectionThatWasAccepted() throws Exception {
        try (AsyncTcpListener listener =
                        AsyncTcpListener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Socket client = new Socket()) {
            Future<AsyncTcpStream> accepting = listener.accept();
            assertThat(accepting.poll(bad).isPending()).isTrue();
            client.connect(listener.localAddress()); // it is in the line of the listener when this returns
            assertThat(accepting.poll(bad))
                    .isInstanceOfSatisfying(
                            Poll.Ready.class,
                            ready -> assertThat(ready.value())
                                    .isInstanceOfSatisfying(AsyncTcpStream.class, KeptOutcomeTest::close));
        }
    }

    private static void close(AsyncTcpStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theNextOfASet() throws Exception {
        FuturesUnordered<Closable> set = FuturesUnordered.of(List.of(future, Future.pending()));
        Future<Closable> next = set.next();
        Context hasty = new Hasty(() -> future.ready(value)).context();
        assertThat(next.poll(hasty).isPending()).isTrue();
        assertThat(next.poll(hasty)).isEqualTo(Poll.ready(value));
        assertThat(value.closes).isZero();
    }

    @Test
    void anItemWithATimeout() throws Exception {
        try (Clock.Scope time = Clock.enter(ManualClock.create())) {
            assertThat(time).isNotNull();
            Stream<Closable> items = TimedStreams.timeout(DAY, Streams.once(future));
            assertLost(items, () -> future.ready(value));
        }
    }

    @Test
    void anItemThatWaitsForQuiet() throws Exception {
        try (Clock.Scope time = Clock.enter(ManualClock.create())) {
            assertThat(time).isNotNull();
            ManualFuture<Closable> end = ManualFuture.named("end");
            Stream<Closable> two = Streams.once(future).chain(Streams.once(end).filter(none -> false));
            Stream<Closable> items = TimedStreams.debounce(DAY, two);
            future.ready(value);
            assertLost(items, () -> end.ready(new Closable()));
        }
    }

    /** The waker is in the way of the item, which is released. */
    private void assertLost(Stream<Closable> items, Runnable comes) throws Exception {
        Context undroppable = new Hasty(() -> {}).context();
        assertThat(items.pollNext(undroppable).isPending()).isTrue();
        comes.run();
        assertThatThrownBy(() -> items.pollNext(undroppable)).hasMessage("a bad DROP");
        items.drop();
        assertThat(value.closes).isOne();
    }

    @Test
    void theWinnerOfARaceWhoseLoserNeedsTime() throws Exception {
        Within loser = new Within();
        loser.cleanupPolls = 1;
        Future<Object> race = Futures.race(loser, future);
        assertThat(task.poll(race).isPending()).isTrue();
        future.ready(value);
        assertThatThrownBy(() -> race.poll(BadWaker.CLONE.context())).hasMessage("a bad CLONE");
        assertThat(value.closes).isOne();
        assertThat(loser.isGivenUp()).isTrue();
    }

    private Sink<Closable> sink;

    @Test
    void theLastItemOfAGeneratorWhoseSinkAnotherTaskHas() throws Exception {
        ManualFuture<String> body = ManualFuture.named("body");
        Stream<Closable> items = Streams.generate(out -> {
            sink = out;
            return body;
        });
        assertThat(items.pollNext(task.context()).isPending()).isTrue();
        assertThat(sink.send(value).poll(bad).isPending()).isTrue();
        body.ready("done");
        assertThat(items.pollNext(task.context())).isEqualTo(Poll.ready(value));
        assertThat(items.pollNext(task.context())).isSameAs(Stream.end());
    }

    @Test
    void theGeneratorItself() throws Exception {
        Within body = new Within();
        Stream<Closable> items = Streams.generate(out -> {
            sink = out;
            return body;
        });
        assertThat(items.pollNext(Context.fromWaker(Waker.noop())).isPending()).isTrue();
        assertThat(sink.send(value).poll(bad).isPending()).isTrue();
        assertThat(items.pollNext(Context.fromWaker(Waker.noop()))).isEqualTo(Poll.ready(value));
        assertThat(items.pollNext(Context.fromWaker(Waker.noop())).isPending()).isTrue();
        items.drop();
        assertThat(body.isGivenUp()).isTrue();
    }

    @Test
    void aPublisherThatWakesIsNotToldOfIt() throws Exception {
        Flow.Subscriber<?>[] subscriber = new Flow.Subscriber<?>[1];
        Stream<String> items = Streams.fromPublisher(wanting -> subscriber[0] = wanting);
        assertThat(items.pollNext(bad).isPending()).isTrue();
        subscriber[0].onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                // there are none
            }

            @Override
            public void cancel() {
                throw new AssertionError("cancelled");
            }
        });
        assertThat(items.pollNext(bad).isPending()).isTrue();
        subscriber[0].onComplete();
        assertThat(items.pollNext(bad)).isSameAs(Stream.end());
    }
}
