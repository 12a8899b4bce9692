package lesson_14_join_select;

import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;

/** A leaf that becomes ready by hand, and prints when it is polled or dropped. */
final class Signal implements Future<String> {
    private final String name;
    private String value;
    private Waker waker;

    Signal(String name) {
        this.name = name;
    }

    @Override
    public Poll<String> poll(Context cx) {
        System.out.println("  polled: " + name);
        if (value != null) {
            return Poll.ready(value);
        }
        waker = cx.waker().clone();
        return Poll.pending();
    }

    void ready(String result) {
        System.out.println(name + " is ready");
        value = result;
        waker.wake();
    }

    @Override
    public void drop() {
        System.out.println("  dropped: " + name);
    }
}
