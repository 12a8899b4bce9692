package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.Async;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.test.TaskProbe;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Line 3 of the contract: register, look again, return pending. */
class AtomicWakerTest {
    private final AtomicWaker waker = new AtomicWaker();
    private final TaskProbe task = new TaskProbe();
    private final TaskProbe other = new TaskProbe();

    @Test
    void wakeWakesTheRegisteredWakerOnce() {
        waker.register(task.waker());
        waker.wake();
        waker.wake();
        assertThat(task.wakes()).isOne();
        assertThat(task.held()).isZero();
    }

    @Test
    void wakeWithoutAWakerDoesNothing() {
        waker.wake();
        waker.drop();
        assertThat(waker.take()).isNull();
    }

    @Test
    void theNewestWakerReplacesAndDropsTheOlder() {
        waker.register(task.waker());
        waker.register(other.waker());
        assertThat(task.held()).isZero();
        waker.wake();
        assertThat(task.wakes()).isZero();
        assertThat(other.wakes()).isOne();
    }

    @Test
    void aWakerOfTheSameTaskIsNotClonedAgain() {
        waker.register(task.waker());
        waker.register(task.waker());
        assertThat(task.clones()).isOne();
    }

    @Test
    void takeHandsOverTheWaker() {
        waker.register(task.waker());
        assertThat(waker.take().willWake(task.waker())).isTrue();
        assertThat(waker.take()).isNull();
        assertThat(task.wakes()).isZero();
    }

    @Test
    void dropLetsGoOfTheWaker() {
        waker.register(task.waker());
        waker.drop();
        waker.wake();
        assertThat(task.wakes()).isZero();
        assertThat(task.held()).isZero();
    }

    @Test
    void aLeafThatRegistersBeforeItLooksLosesNoWake() throws Exception {
        for (int i = 0; i < 2_000; i++) {
            AtomicBoolean set = new AtomicBoolean();
            AtomicWaker place = new AtomicWaker();
            Thread setting = new Thread(() -> {
                set.set(true);
                place.wake();
            });
            Future<String> leaf = cx -> {
                place.register(cx.waker());
                return set.get() ? Poll.ready("set") : Poll.pending();
            };
            setting.start();
            assertThat(Async.blockOn(leaf)).isEqualTo("set");
            setting.join();
        }
    }
}
