package dev.asyncfn.executor;

import dev.asyncfn.RawWaker;
import dev.asyncfn.RawWakerVTable;

/** The wakers of all tasks. Clones are not counted, as nothing is freed with the last: the task itself is the data of each. */
final class TaskVTable implements RawWakerVTable {
    @Override
    public RawWaker clone(Object data) {
        return new RawWaker(data, this);
    }

    @Override
    public void wake(Object data) {
        ((Task<?>) data).wake();
    }

    @Override
    public void wakeByRef(Object data) {
        ((Task<?>) data).wake();
    }

    @Override
    public void drop(Object data) {}

    @Override
    public boolean isAwaiting(Object data, Object awaited) {
        return Awaiting.isSuspendedOn((Task<?>) data, awaited);
    }

    @Override
    public String taskName(Object data) {
        return data.toString();
    }
}
