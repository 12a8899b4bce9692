package dev.asyncfn.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.future.Futures;
import dev.asyncfn.io.Bytes;
import dev.asyncfn.io.DuplexStream;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Connections of which one task reads while another writes, at both ends: no wake-up is lost, and no byte. The long form is described at
 * {@code ExecutorStressTest}.
 */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class TlsStressTest {
    private static final long SECONDS = Long.getLong("stress.seconds", 1);

    @Test
    void fourTasksOnThreadsShareAConnection() throws Exception {
        try (ThreadPool pool = ThreadPool.of(3)) {
            run(pool);
        }
    }

    /** A wake then runs the other task within the poll that wakes it. */
    @Test
    void fourTasksThatRunWhereTheyAreWokenShareAConnection() throws Exception {
        try (ThreadPool pool = ThreadPool.on(Runnable::run)) {
            run(pool);
        }
    }

    private static void run(ThreadPool pool) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int round = 0;
        do {
            Random random = new Random(round++);
            DuplexStream.Ends pipe = DuplexStream.open(1 + random.nextInt(20_000));
            try (TlsEnds tls = TlsEnds.open(random.nextBoolean() ? "TLSv1.3" : "TLSv1.2", pipe.left(), pipe.right())) {
                byte[] there = Bytes.random(random.nextInt(100_000), round);
                byte[] back = Bytes.random(random.nextInt(100_000), -round);
                JoinHandle<byte[]> atServer = pool.spawn(read(tls.server(), there.length));
                JoinHandle<byte[]> atClient = pool.spawn(read(tls.client(), back.length));
                JoinHandle<Void> one = pool.spawn(tls.client().writeAll(ByteBuffer.wrap(there)));
                JoinHandle<Void> other = pool.spawn(tls.server().writeAll(ByteBuffer.wrap(back)));
                assertThat(Async.blockOn(atServer)).isEqualTo(there);
                assertThat(Async.blockOn(atClient)).isEqualTo(back);
                Async.blockOn(Futures.join(one, other));
            }
        } while (System.nanoTime() < end);
    }

    private static Future<byte[]> read(TlsStream stream, int count) {
        ByteBuffer target = ByteBuffer.allocate(count);
        return Futures.map((Future<Void>) stream.readExactly(target), done -> target.array());
    }
}
