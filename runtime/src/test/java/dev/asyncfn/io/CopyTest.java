package dev.asyncfn.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.Async;
import dev.asyncfn.Poll;
import dev.asyncfn.TryFuture;
import dev.asyncfn.future.Pair;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class CopyTest {
    private final TaskProbe task = new TaskProbe();
    private final ByteBuffer buffer = ByteBuffer.allocate(100);

    @Test
    void everythingIsCopiedAndCounted() throws Exception {
        byte[] data = Bytes.random(20_000, 1);
        DuplexStream.Ends ends = DuplexStream.open(20_000);
        assertThat(Async.blockOn(ByteStreams.copy(Bytes.source(data, 9_000), ends.left())))
                .isEqualTo(20_000);
        task.poll(ends.left().shutdown()); // the copy has left it open
        assertThat(Async.blockOn(ends.right().readToEnd(20_000))).isEqualTo(data);
    }

    @Test
    void whileNothingComesTheWriterIsFlushed() throws Exception {
        DuplexStream.Ends in = DuplexStream.open(10);
        DuplexStream.Ends out = DuplexStream.open(10);
        TryFuture<Long, IOException> copy = ByteStreams.copy(in.right(), BufWriter.of(out.left()));
        task.poll(in.left().write(Bytes.of("question")));
        assertThat(task.poll(copy)).isSameAs(Poll.pending());
        assertThat(task.poll(out.right().read(buffer))).isEqualTo(Poll.ready(8));
        copy.drop();
        assertThat(task.held()).isZero();
    }

    @Test
    void aReaderThatIsGoneFailsTheCopy() throws Exception {
        DuplexStream.Ends out = DuplexStream.open(10);
        out.right().close();
        TryFuture<Long, IOException> copy = ByteStreams.copy(Bytes.source("x", 1), out.left());
        assertThatThrownBy(() -> task.poll(copy)).hasMessage("the other end is closed");
    }

    /** Client - left.right - proxy - up.down - server. */
    private static final class Proxied {
        final DuplexStream.Ends front;
        final DuplexStream.Ends back;
        final TryFuture<Pair<Long, Long>, IOException> proxy;

        Proxied(int capacity) {
            front = DuplexStream.open(capacity);
            back = DuplexStream.open(capacity);
            proxy = ByteStreams.copyBidirectional(front.right(), back.left());
        }
    }

    @Test
    void theEndOfOneDirectionIsPassedOnAndTheOtherContinues() throws Exception {
        Proxied proxied = new Proxied(100);
        task.poll(proxied.front.left().writeAll(Bytes.of("question")));
        task.poll(proxied.front.left().shutdown());
        assertThat(task.poll(proxied.proxy)).isSameAs(Poll.pending());
        assertThat(new String(Async.blockOn(proxied.back.right().readToEnd(100))))
                .isEqualTo("question");
        task.poll(proxied.back.right().writeAll(Bytes.of("answer")));
        assertThat(task.poll(proxied.proxy)).isSameAs(Poll.pending());
        task.poll(proxied.back.right().shutdown());
        assertThat(task.poll(proxied.proxy)).isEqualTo(Poll.ready(new Pair<>(8L, 6L)));
        assertThat(new String(Async.blockOn(proxied.front.left().readToEnd(100))))
                .isEqualTo("answer");
        assertThat(proxied.front.right().isOpen()).isTrue();
        assertThat(task.held()).isZero();
    }

    @Test
    void aFailureOfOneDirectionEndsBoth() throws Exception {
        Proxied proxied = new Proxied(100);
        assertThat(task.poll(proxied.proxy)).isSameAs(Poll.pending());
        proxied.back.right().close();
        task.poll(proxied.front.left().write(Bytes.of("anybody there?")));
        assertThatThrownBy(() -> task.poll(proxied.proxy)).hasMessage("the other end is closed");
        assertThat(task.held()).isZero();
    }

    @Test
    void aProxyCarriesBothDirectionsInAnySchedule() {
        TestExecutor.explore(200, executor -> {
            Proxied proxied = new Proxied(1 + (int) (executor.seed() % 5));
            byte[] there = Bytes.random(60, executor.seed());
            byte[] back = Bytes.random(40, -executor.seed());
            var counts = executor.spawn("proxy", proxied.proxy);
            executor.spawn("client writes", SendAll.of(proxied.front.left(), there));
            executor.spawn("server writes", SendAll.of(proxied.back.right(), back));
            var atClient = executor.spawn("client reads", proxied.front.left().readToEnd(100));
            var atServer = executor.spawn("server reads", proxied.back.right().readToEnd(100));
            assertThat(executor.run(counts)).isEqualTo(new Pair<>(60L, 40L));
            assertThat(executor.run(atClient)).isEqualTo(back);
            assertThat(executor.run(atServer)).isEqualTo(there);
            assertThat(executor.held()).isZero();
        });
    }
}
