package dev.asyncfn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class EnterTest {
    @Test
    void marksNest() {
        Enter outer = Enter.enter("outer");
        Enter inner = Enter.enter("inner");
        assertThatIllegalStateException()
                .isThrownBy(() -> Enter.checkMayBlock("waiting"))
                .withMessageContainingAll("waiting", "inner");
        inner.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> Enter.checkMayBlock("waiting"))
                .withMessageContaining("outer");
        outer.close();
        assertThatCode(() -> Enter.checkMayBlock("waiting")).doesNotThrowAnyException();
    }

    @Test
    void whatHasNoFutureSaysWhatToDoInstead() {
        Enter outer = Enter.enter("outer");
        assertThatIllegalStateException()
                .isThrownBy(() -> Enter.checkMayBlock("waiting", "do not wait"))
                .withMessage("waiting would block a thread of outer, and the tasks that wait for it: do not wait");
        outer.close();
        assertThatCode(() -> Enter.checkMayBlock("waiting", "do not wait")).doesNotThrowAnyException();
    }

    @Test
    void aThreadIsEnteredUntilItsLastMarkIsClosed() {
        assertThat(Enter.isEntered()).isFalse();
        try (Enter outer = Enter.enter("outer")) {
            Enter.enter("inner").close();
            assertThat(Enter.isEntered()).as(outer.toString()).isTrue();
        }
        assertThat(Enter.isEntered()).isFalse();
    }

    @Test
    void aMarkIsClosedInnermostFirst() {
        Enter outer = Enter.enter("outer");
        Enter inner = Enter.enter("inner");
        assertThatIllegalStateException().isThrownBy(outer::close).withMessageContaining("outer");
        inner.close();
        outer.close();
        assertThatIllegalStateException().isThrownBy(outer::close);
    }

    @Test
    void leavingRemovesTheMarksThatWereLeftAndNamesTheLast() {
        Enter outer = Enter.enter("outer");
        Enter left = Enter.enter("left");
        Enter.enter("last");
        assertThatIllegalStateException().isThrownBy(outer::leave).withMessageContainingAll("outer", "last");
        assertThatCode(() -> Enter.checkMayBlock("waiting")).doesNotThrowAnyException();
        assertThatIllegalStateException().isThrownBy(left::leave).withMessageContaining("left");
        Enter.enter("alone").leave();
        assertThatCode(() -> Enter.checkMayBlock("waiting")).doesNotThrowAnyException();
    }

    @Test
    void otherThreadsAreNotMarked() throws Exception {
        Enter entered = Enter.enter("this thread's");
        try {
            Throwable[] thrown = new Throwable[1];
            Thread other = new Thread(() -> Enter.checkMayBlock("waiting"));
            other.setUncaughtExceptionHandler((thread, e) -> thrown[0] = e);
            other.start();
            other.join();
            assertThat(thrown[0]).isNull();
        } finally {
            entered.close();
        }
    }

    @Test
    void aNullNameIsRefused() {
        assertThatNullPointerException().isThrownBy(() -> Enter.enter(null));
    }

    /** Without the processor, a body is an ordinary method. */
    @Test
    void aBodyThatRunsOnAThreadOfAnExecutorSaysThatTheProcessorHasNotRun() {
        Enter pool = Enter.enter("a pool");
        assertThatIllegalStateException()
                .isThrownBy(() -> Async.await(Future.ready("name")))
                .withMessageContainingAll("a pool", "annotation processor has not run", "await the future instead");
        pool.close();
    }
}
