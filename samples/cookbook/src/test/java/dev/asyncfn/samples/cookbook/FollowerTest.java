package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.executor.CancellationToken;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.future.Futures;
import dev.asyncfn.sync.Watch;
import dev.asyncfn.test.TaskProbe;
import dev.asyncfn.test.TestExecutor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final CancellationToken stop = new CancellationToken();
    private final List<Integer> applied = new ArrayList<>();

    @Test
    void theLastSettingsAreAppliedInTheEnd() {
        TestExecutor.explore(300, executor -> {
            applied.clear();
            var channel = Watch.<Integer>channel(0);
            JoinHandle<Void> follower = executor.spawn(FollowerAsync.follow(channel.receiver(), stop, applied::add));
            executor.run(Futures.lazy(() -> {
                channel.sender().send(1);
                return null;
            }));
            executor.run(Futures.yieldNow());
            channel.sender().send(2);
            channel.sender().close();

            executor.run(follower);
            assertThat(applied).isSorted().doesNotHaveDuplicates().endsWith(2);
        });
    }

    @Test
    void beingToldToStopEndsIt() throws Exception {
        TaskProbe probe = new TaskProbe();
        var channel = Watch.<Integer>channel(0);
        var follower = FollowerAsync.follow(channel.receiver(), stop, applied::add);
        assertThat(probe.poll(follower).isPending()).isTrue();
        channel.sender().send(1);
        assertThat(probe.poll(follower).isPending()).isTrue();

        stop.cancel();

        assertThat(probe.takeWoken()).isTrue();
        assertThat(probe.poll(follower).isReady()).isTrue();
        assertThat(applied).containsExactly(0, 1);
        assertThat(channel.sender().receiverCount()).isZero();
        assertThat(probe.held()).isZero();
    }

    @Test
    void droppedItHasLeftNothingBehind() throws Exception {
        TaskProbe probe = new TaskProbe();
        var channel = Watch.<Integer>channel(0);
        var follower = FollowerAsync.follow(channel.receiver(), stop, applied::add);
        assertThat(probe.poll(follower).isPending()).isTrue();

        follower.drop();

        assertThat(channel.sender().receiverCount()).isZero();
        assertThat(probe.held()).isZero();
    }
}
