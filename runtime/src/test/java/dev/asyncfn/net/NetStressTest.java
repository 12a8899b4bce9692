package dev.asyncfn.net;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Events, polls, aborts and closes that race: no wake-up is lost, which would hang, and no byte either. The long form:
 *
 * <pre>mvn -pl runtime -am test -Dtest=NetStressTest -Dsurefire.failIfNoSpecifiedTests=false -Dstress.seconds=120</pre>
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
class NetStressTest {
    private static final int PAIRS = 20;
    private static final long NANOS = Long.getLong("stress.seconds", 1) * 1_000_000_000;

    @Test
    void abortsThatRaceWithDataLoseNoneOfIt() throws Exception {
        List<TcpPair> pairs = new ArrayList<>();
        try (ThreadPool pool = ThreadPool.of(2)) {
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(TcpPair.open());
            }
            long start = System.nanoTime();
            for (byte round = 1; System.nanoTime() - start < NANOS; round++) {
                List<ByteBuffer> buffers = new ArrayList<>();
                List<JoinHandle<Integer>> reading = new ArrayList<>();
                for (TcpPair pair : pairs) {
                    buffers.add(ByteBuffer.allocate(1));
                    reading.add(pool.spawn(pair.server().read(buffers.get(buffers.size() - 1))));
                }
                for (int i = 0; i < PAIRS; i++) {
                    Async.blockOn(
                            pairs.get(i).client().write(ByteBuffer.allocate(1).put(0, round)));
                    reading.get((i + PAIRS / 2) % PAIRS).abort(); // of half of them before anything has come
                }
                for (int i = 0; i < PAIRS; i++) {
                    if (!completed(reading.get(i))) {
                        assertThat(buffers.get(i).position()).isZero();
                        Async.blockOn(pairs.get(i).server().read(buffers.get(i)));
                    }
                    assertThat(buffers.get(i).get(0)).isEqualTo(round);
                }
            }
        } finally {
            for (TcpPair pair : pairs) {
                pair.close();
            }
        }
    }

    private static boolean completed(JoinHandle<Integer> reading) {
        try {
            assertThat(Async.blockOn(reading)).isOne();
            return true;
        } catch (JoinException e) {
            assertThat(e.isCancelled()).isTrue();
            return false;
        }
    }

    @Test
    void echoesOnManyStreamsAtOnceLoseNoWakeUp() throws Exception {
        List<TcpPair> pairs = new ArrayList<>();
        try (ThreadPool pool = ThreadPool.of(2)) {
            for (int i = 0; i < PAIRS; i++) {
                pairs.add(TcpPair.open());
                pool.spawn(new Echo(pairs.get(i).server()));
            }
            long start = System.nanoTime();
            do {
                exchange(pairs, pool);
            } while (System.nanoTime() - start < NANOS);
            for (TcpPair pair : pairs) {
                pair.client().close();
            }
        }
        assertThat(pairs).noneMatch(pair -> pair.server().isOpen());
    }

    /** Sends more than fits between the two ends, and has it back. */
    private static void exchange(List<TcpPair> pairs, ThreadPool pool) throws IOException {
        List<JoinHandle<Void>> ends = new ArrayList<>();
        List<ByteBuffer> echoes = new ArrayList<>();
        for (TcpPair pair : pairs) {
            ByteBuffer echo = ByteBuffer.allocate(10_000);
            echoes.add(echo);
            ends.add(pool.spawn(
                    pair.client().writeAll(ByteBuffer.allocate(echo.capacity()).put(9_999, (byte) 1))));
            ends.add(pool.spawn(pair.client().readExactly(echo)));
        }
        ends.forEach(Async::blockOn);
        assertThat(echoes).allMatch(echo -> echo.get(9_999) == 1);
    }
}
