package dev.asyncfn.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParkerTest {
    /** Notes what is called, in order. */
    private static final class Noting implements Driver {
        final List<String> calls = new ArrayList<>();
        boolean free = true;
        Runnable entering = () -> {};
        Runnable driving = () -> {};

        @Override
        public boolean enter(Parker parker) {
            calls.add("enter");
            entering.run();
            return free;
        }

        @Override
        public void drive() {
            calls.add("drive");
            driving.run();
        }

        @Override
        public void leave() {
            calls.add("leave");
        }

        @Override
        public void poll() {
            throw new AssertionError("a parker waits");
        }

        @Override
        public void wakeup() {
            calls.add("wakeup");
        }

        @Override
        public boolean isMine() {
            throw new AssertionError("not asked by a parker");
        }
    }

    private final Noting driver = new Noting();
    private final Parker parker = new Parker(() -> driver);

    @Test
    void anIdleThreadDrivesOnce() {
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "drive", "leave");
    }

    @Test
    void anUnparkBeforeEndsTheNextParkAtOnceAndOnlyThat() {
        parker.unpark();
        parker.unpark();
        parker.park(this);
        assertThat(driver.calls).isEmpty();
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "drive", "leave");
    }

    @Test
    void anUnparkWhileItEntersIsNotLost() {
        driver.entering = parker::unpark;
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "leave");
    }

    @Test
    void anUnparkWhileItDrivesWakesTheDriverOnceAndIsConsumed() {
        driver.driving = () -> {
            parker.unpark();
            parker.unpark();
        };
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "drive", "wakeup", "leave");
        driver.calls.clear();
        driver.driving = () -> {};
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "drive", "leave");
    }

    /** Who brings work does so before the unpark, so it is found after this park. */
    @Test
    void anUnparkOfAThreadThatDoesNotWaitWakesNoDriver() {
        parker.park(this);
        parker.unpark();
        assertThat(driver.calls).containsExactly("enter", "drive", "leave");
    }

    @Test
    void whatADriveThrowsLeavesTheTurnAndTheParkerUsable() {
        driver.driving = () -> {
            throw new IllegalStateException("a defect");
        };
        assertThatThrownBy(() -> parker.park(this)).hasMessage("a defect");
        driver.driving = () -> {};
        parker.park(this);
        assertThat(driver.calls).containsExactly("enter", "drive", "leave", "enter", "drive", "leave");
    }

    @Test
    void withoutTheTurnTheThreadIsParkedUntilAnUnpark() throws Exception {
        driver.free = false;
        assertParks(parker);
        assertThat(driver.calls).isNotEmpty().containsOnly("enter");
    }

    @Test
    void withoutADriverTheThreadIsParkedUntilAnUnpark() throws Exception {
        assertParks(new Parker(() -> null));
    }

    private static void assertParks(Parker place) throws InterruptedException {
        AtomicInteger work = new AtomicInteger();
        Thread idle = new Thread(
                () -> {
                    while (work.get() == 0) {
                        place.park(work);
                    }
                },
                "idle");
        idle.start();
        while (idle.getState() != Thread.State.WAITING) {
            Thread.yield();
        }
        work.set(1);
        place.unpark();
        idle.join();
    }

    @Test
    void aParkForATimeDoesNotDrive() {
        parker.park(this, 1);
        assertThat(driver.calls).isEmpty();
        parker.unpark();
        parker.park(this, Long.MAX_VALUE); // returns at once
        assertThat(driver.calls).isEmpty();
    }

    @Test
    void anInterruptEndsAParkAndStaysSet() {
        driver.free = false;
        Thread.currentThread().interrupt();
        parker.park(this);
        assertThat(Thread.interrupted()).isTrue();
    }
}
