package dev.asyncfn.bridge.pekko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private final AtomicInteger calls = new AtomicInteger();
    private final Turns turns = new Turns(calls::incrementAndGet);

    @Test
    void theActorIsCalledOnceForManyJobsAndAgainAfterItHasCome() {
        List<Integer> done = new ArrayList<>();
        turns.execute(() -> done.add(1));
        turns.execute(() -> done.add(2));
        assertThat(calls).hasValue(1);

        turns.run(turns::called);
        turns.execute(() -> done.add(3));

        assertThat(done).containsExactly(1, 2);
        assertThat(calls).hasValue(2);
    }

    @Test
    void aCallThatWasLostIsRepeatedIfThereAreJobs() {
        turns.callAgain();
        assertThat(calls).hasValue(0);

        turns.execute(() -> {});
        turns.callAgain();

        assertThat(calls).hasValue(2);
    }

    @Test
    void aJobOfATurnIsRunInThatTurn() {
        List<Integer> done = new ArrayList<>();

        turns.run(() -> turns.execute(() -> done.add(1)));

        assertThat(done).containsExactly(1);
        assertThat(calls).hasValue(0);
    }

    @Test
    void aTurnEndsThoughItsJobsGoOnForEver() {
        AtomicInteger runs = new AtomicInteger();
        Runnable[] again = new Runnable[1];
        again[0] = () -> {
            runs.incrementAndGet();
            turns.execute(again[0]);
        };

        turns.run(again[0]);

        assertThat(runs).hasValueBetween(2, 100);
        assertThat(calls).hasValue(1);
    }

    @Test
    void noJobIsLostThatIsSubmittedWhileTheActorStops() throws InterruptedException {
        for (int round = 0; round < 500; round++) {
            Turns stopping = new Turns(() -> {}); // into the mailbox of an actor that takes nothing more
            AtomicInteger runs = new AtomicInteger();
            Thread submitting = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    stopping.execute(runs::incrementAndGet);
                }
            });
            submitting.start();
            stopping.end(() -> {});
            submitting.join();

            assertThat(runs).hasValue(20);
        }
    }
}
