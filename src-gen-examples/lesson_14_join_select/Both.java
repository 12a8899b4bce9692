package lesson_14_join_select;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;
import java.util.concurrent.atomic.AtomicReference;

/** A small join: a sub-executor of two futures, with a waker for each. */
final class Both implements Future<String> {
    private final Branch[] branches;
    private final AtomicReference<Waker> task = new AtomicReference<>(); // null, or a clone

    Both(Future<String> first, Future<String> second) {
        branches = new Branch[] {new Branch(first), new Branch(second)};
    }

    @Override
    public Poll<String> poll(Context cx) throws Exception {
        keep(cx.waker().clone());
        for (Branch branch : branches) {
            if (branch.woken && branch.value == null) {
                branch.woken = false; // before the poll, so that a wake during the poll is not lost
                if (branch.future.poll(cx.withWaker(branch.waker)) instanceof Poll.Ready<String> ready) {
                    branch.value = ready.value();
                }
            }
        }
        if (branches[0].value == null || branches[1].value == null) {
            return Poll.pending();
        }
        keep(null);
        return Poll.ready(branches[0].value + " and " + branches[1].value);
    }

    @Override
    public void drop() {
        keep(null);
        for (Branch branch : branches) {
            if (branch.value == null) {
                branch.future.drop();
            }
        }
    }

    private void keep(Waker clone) {
        Waker before = task.getAndSet(clone);
        if (before != null) {
            before.drop();
        }
    }

    private final class Branch implements Wake {
        private final Future<String> future;
        private final Waker waker = Waker.from(this);
        private volatile boolean woken = true; // each has to be polled once
        private String value;

        Branch(Future<String> future) {
            this.future = future;
        }

        @Override
        public void wake() {
            woken = true;
            Waker clone = task.getAndSet(null); // of two threads that wake, one gets it
            if (clone != null) {
                clone.wake(); // the task is what an executor polls
            }
        }
    }
}
