package dev.asyncfn.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private final Faults faults = new Faults();
    private final AssertionError one = new AssertionError("one");
    private final AssertionError two = new AssertionError("two");

    @Test
    void withoutFaultsNothingIsThrown() {
        faults.rethrow();
    }

    @Test
    void theFirstFaultIsThrownOnceWithTheOthersInIt() {
        faults.add(one);
        faults.add(two);
        faults.add(one);
        assertThatThrownBy(faults::rethrow).isSameAs(one);
        assertThat(one.getSuppressed()).containsExactly(two);
        faults.rethrow();
        faults.add(two);
        assertThatThrownBy(faults::rethrow).isSameAs(two);
    }

    @Test
    void onlyAnAssertionOfATaskIsAFault() {
        faults.taskFailed(new IOException("for the handle"));
        faults.rethrow();
        faults.taskFailed(one);
        assertThatThrownBy(faults::rethrow).isSameAs(one);
    }

    @Test
    void aFailureThatIsNeverAwaitedIsTheCauseOfAFault() {
        IOException failure = new IOException("nobody reads");
        faults.uncaught(failure);
        assertThatThrownBy(faults::rethrow)
                .isInstanceOf(AssertionError.class)
                .hasMessage("a detached task failed: java.io.IOException: nobody reads")
                .hasCause(failure);
    }

    /** Also if it was thrown before its handle was dropped. */
    @Test
    void anAssertionOfATaskThatIsNeverAwaitedIsOneFault() {
        faults.taskFailed(one);
        assertThatThrownBy(faults::rethrow).isSameAs(one);
        faults.uncaught(one);
        faults.rethrow();
    }
}
