package dev.asyncfn.stream;

import dev.asyncfn.Context;
import dev.asyncfn.Waker;
import dev.asyncfn.executor.JoinException;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;

/** The first stream of a program has more adapters than the stack has room for; others follow. */
final class DeepStreams {
    private DeepStreams() {}

    public static void main(String[] args) {
        try (LocalPool pool = new LocalPool(failure -> {})) {
            Stream<Integer> deep = Streams.of(1);
            for (int i = 0; i < 20_000; i++) {
                deep = deep.map(n -> n);
            }
            JoinHandle<?> handle = pool.spawn(deep.toList());
            pool.runUntilStalled();
            try {
                handle.poll(Context.fromWaker(Waker.noop()));
                System.out.println("ready");
            } catch (JoinException failure) {
                System.out.println(failure.getCause());
            }
            System.out.println(pool.runUntil(Streams.of(1, 2).map(n -> n + 1).toList()));
        }
    }
}
