package dev.asyncfn.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.asyncfn.future.Futures;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.ElapsedException;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Streams that depend on time against what their gaps say, in many schedules. An item is the time at which it came. */
class TimedStreamsModelTest {
    private static final int SCHEDULES = Integer.getInteger("model.schedules", 1_000);
    /** Even, and gaps are odd: nothing happens at the same time as a limit. */
    private static final int LIMIT = 50;

    @Test
    void debouncePassesWhatIsFollowedByALongGapOrTheEnd() {
        TestExecutor.explore(SCHEDULES, executor -> {
            List<Integer> arrivals = arrivals(new Random(executor.seed()));
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < arrivals.size(); i++) {
                if (i == arrivals.size() - 1 || arrivals.get(i + 1) - arrivals.get(i) > LIMIT) {
                    expected.add(arrivals.get(i));
                }
            }
            assertThat(items(executor, arrivals, stream -> TimedStreams.debounce(Duration.ofMillis(LIMIT), stream)))
                    .isEqualTo(expected);
            assertThat(executor.held()).isZero();
        });
    }

    @Test
    void timeoutFailsAtTheFirstLongGap() {
        TestExecutor.explore(SCHEDULES, executor -> {
            List<Integer> arrivals = arrivals(new Random(executor.seed()));
            List<Integer> inTime = new ArrayList<>();
            int last = 0;
            for (int arrival : arrivals) {
                if (arrival - last > LIMIT) {
                    break;
                }
                inTime.add(arrival);
                last = arrival;
            }
            List<Integer> got = new ArrayList<>();
            UnaryOperator<Stream<Integer>> timed = stream ->
                    TimedStreams.timeout(Duration.ofMillis(LIMIT), stream).inspect(got::add);
            if (inTime.size() == arrivals.size()) {
                items(executor, arrivals, timed);
            } else {
                assertThatThrownBy(() -> items(executor, arrivals, timed)).isInstanceOf(ElapsedException.class);
            }
            assertThat(got).isEqualTo(inTime);
            assertThat(executor.clock().untilNextTimer()).isEmpty();
            assertThat(executor.held()).isZero();
        });
    }

    /** In milliseconds from the start. */
    private static List<Integer> arrivals(Random random) {
        List<Integer> arrivals = new ArrayList<>();
        int now = 0;
        for (int left = random.nextInt(8); left > 0; left--) {
            now += 2 * random.nextInt(random.nextBoolean() ? LIMIT / 2 : LIMIT) + 1;
            arrivals.add(now);
        }
        return arrivals;
    }

    private static List<Integer> items(
            TestExecutor executor, List<Integer> arrivals, UnaryOperator<Stream<Integer>> timed) {
        return executor.run(Futures.andThen(Futures.yieldNow(), begun -> {
            long start = executor.clock().nanoTime();
            Stream<Integer> source = Streams.fromIterable(arrivals)
                    .then(arrival -> Futures.map(
                            Sleep.until(start + Duration.ofMillis(arrival).toNanos(), executor.clock()),
                            slept -> arrival));
            return timed.apply(source).toList();
        }));
    }
}
