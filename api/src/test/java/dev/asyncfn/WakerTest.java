package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Line 2 of the runtime's contract: the four functions, and who will wake whom. */
class WakerTest {
    private final CountingWaker counting = new CountingWaker();
    private final Waker waker = counting.waker();

    @Test
    void wakeConsumesAndWakeByRefDoesNot() {
        Waker clone = waker.clone();
        clone.wakeByRef();
        assertThat(counting.held()).isOne();
        clone.wake();
        assertThat(counting.held()).isZero();
        assertThat(counting.wakes()).isEqualTo(2);
    }

    @Test
    void clonesBalanceWakesAndDrops() {
        Waker one = waker.clone();
        Waker two = one.clone();
        one.drop();
        assertThat(counting.held()).isOne();
        two.wake();
        assertThat(counting.held()).isZero();
        assertThat(counting.clones()).isEqualTo(2);
    }

    @Test
    void aCloneThatAnswersWithTheSameHalvesIsTheSameObject() {
        assertThat(waker.clone()).isSameAs(waker);
    }

    @Test
    void aCloneWithOtherDataIsAWakerOfThatData() {
        List<String> calls = new ArrayList<>();
        RawWakerVTable[] self = new RawWakerVTable[1];
        RawWakerVTable vtable = RawWakerVTable.of(
                (String data) -> new RawWaker(data + "'", self[0]),
                data -> calls.add("wake " + data),
                data -> calls.add("wakeByRef " + data),
                data -> calls.add("drop " + data));
        self[0] = vtable;
        Waker original = Waker.fromRaw(new RawWaker("a", vtable));
        Waker clone = original.clone();
        clone.clone().drop();
        clone.wakeByRef();
        clone.wake();
        original.drop();
        assertThat(calls).containsExactly("drop a''", "wakeByRef a'", "wake a'", "drop a");
        assertThat(original.willWake(clone)).isFalse();
        assertThat(clone.data()).isEqualTo("a'");
        assertThat(clone.vtable()).isSameAs(vtable);
    }

    @Test
    void willWakeComparesTheIdentityOfDataAndVtable() {
        assertThat(waker.willWake(counting.waker())).isTrue();
        assertThat(waker.willWake(new CountingWaker().waker())).isFalse();
        RawWakerVTable another = RawWakerVTable.of(d -> null, d -> {}, d -> {}, d -> {});
        assertThat(waker.willWake(Waker.fromRaw(new RawWaker(counting, another))))
                .isFalse();
    }

    @Test
    void ofRunsTheActionAtEachWake() {
        AtomicInteger runs = new AtomicInteger();
        Waker ofRunnable = Waker.of(runs::incrementAndGet);
        Waker clone = ofRunnable.clone();
        clone.wakeByRef();
        clone.wake();
        ofRunnable.drop();
        assertThat(runs).hasValue(2);
        assertThat(clone.willWake(ofRunnable)).isTrue();
    }

    @Test
    void fromTellsWakeFromWakeByRef() {
        List<String> calls = new ArrayList<>();
        Waker from = Waker.from(new Wake() {
            @Override
            public void wake() {
                calls.add("wake");
            }

            @Override
            public void wakeByRef() {
                calls.add("wakeByRef");
            }
        });
        from.wakeByRef();
        from.clone().wake();
        from.drop();
        assertThat(calls).containsExactly("wakeByRef", "wake");
    }

    @Test
    void wakeByRefOfAWakeDefaultsToWake() {
        AtomicInteger wakes = new AtomicInteger();
        Wake wake = wakes::incrementAndGet;
        Waker.from(wake).wakeByRef();
        assertThat(wakes).hasValue(1);
    }

    @Test
    void noopIsOneObjectAndItsClonesAreItself() {
        assertThat(Waker.noop().clone()).isSameAs(Waker.noop());
        assertThat(Waker.noop().willWake(Waker.noop())).isTrue();
    }

    @Test
    void aVtableWithTheWrongDataFailsWhenItIsCalled() {
        RawWakerVTable ofStrings = RawWakerVTable.of((String s) -> null, s -> {}, s -> s.length(), s -> {});
        Waker wrong = Waker.fromRaw(new RawWaker(42, ofStrings));
        assertThatThrownBy(wrong::wakeByRef).isInstanceOf(ClassCastException.class);
    }

    @Test
    void nullFunctionsAndHalvesAreRefused() {
        assertThatNullPointerException().isThrownBy(() -> Waker.of(null));
        assertThatNullPointerException().isThrownBy(() -> Waker.from(null));
        assertThatNullPointerException().isThrownBy(() -> new RawWaker("data", null));
        assertThatNullPointerException().isThrownBy(() -> RawWakerVTable.of(null, d -> {}, d -> {}, d -> {}));
        assertThatNullPointerException().isThrownBy(() -> RawWakerVTable.of(d -> null, d -> {}, d -> {}, null));
    }
}
