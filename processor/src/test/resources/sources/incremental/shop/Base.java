package shop;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

class Base<T> {
    protected int calls;

    @AsyncFn
    public String find(Integer number) {
        calls++;
        return "base " + await(Future.ready(number));
    }

    @AsyncFn
    T twice(T value, int... more) {
        await(Future.ready(more.length));
        return value;
    }
}
