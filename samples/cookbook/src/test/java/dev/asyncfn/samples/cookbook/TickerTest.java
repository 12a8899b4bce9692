package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.sync.Broadcast;
import dev.asyncfn.test.TestExecutor;
import dev.asyncfn.time.Sleep;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void whoIsFastHearsEveryTickAndWhoIsSlowHearsHowManyWereMissed() {
        TestExecutor.explore(200, executor -> {
            var channel = Broadcast.<Long>channel(4);
            JoinHandle<Ticker.Heard> slow = executor.spawn(
                    TickerAsync.listen(channel.sender().subscribe(), tick -> Sleep.of(Duration.ofSeconds(3))));
            JoinHandle<Ticker.Heard> fast =
                    executor.spawn(TickerAsync.listen(channel.receiver(), tick -> Future.ready(null)));
            executor.spawn(TickerAsync.tick(Duration.ofSeconds(1), 20, channel.sender()));

            assertThat(executor.run(fast)).isEqualTo(new Ticker.Heard(20, 0));
            Ticker.Heard heard = executor.run(slow);
            assertThat(heard.ticks() + heard.missed()).isEqualTo(20);
            assertThat(heard.missed()).isPositive();
        });
    }
}
