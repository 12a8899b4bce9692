package lesson_14_join_select;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Wake;
import dev.asyncfn.Waker;

/** A join in thirty lines: a sub-executor of two futures, with a waker for each. */
final class Both implements Future<String> {
    private final Branch[] branches;

    Both(Future<String> first, Future<String> second) {
        branches = new Branch[] {new Branch(first), new Branch(second)};
    }

    @Override
    public Poll<String> poll(Context cx) throws Exception {
        for (Branch branch : branches) {
            branch.task = cx.waker().clone();
            if (branch.woken && branch.value == null) {
                branch.woken = false; // before the poll, so that a wake during the poll is not lost
                if (branch.future.poll(cx.withWaker(branch.waker)) instanceof Poll.Ready<String> ready) {
                    branch.value = ready.value();
                }
            }
        }
        return branches[0].value == null || branches[1].value == null
                ? Poll.pending()
                : Poll.ready(branches[0].value + " and " + branches[1].value);
    }

    private static final class Branch implements Wake {
        private final Future<String> future;
        private final Waker waker = Waker.from(this);
        private volatile boolean woken = true; // each has to be polled once
        private volatile Waker task;
        private String value;

        Branch(Future<String> future) {
            this.future = future;
        }

        @Override
        public void wake() {
            woken = true;
            task.wakeByRef(); // the task is what an executor polls
        }
    }
}
