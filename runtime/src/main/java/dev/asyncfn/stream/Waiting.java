package dev.asyncfn.stream;

import dev.asyncfn.Future;
import dev.asyncfn.Traced;
import java.util.ArrayList;
import java.util.List;

/** Something that may wait for several futures, and lists all of them. */
interface Waiting extends Traced {
    @Override
    List<Future<?>> awaitedAll();

    /** The first. */
    @Override
    default Future<?> awaited() {
        List<Future<?>> all = awaitedAll();
        return all.isEmpty() ? null : all.get(0);
    }

    /** The futures on which a stream or a sink waits, as far as it lists them. */
    static List<Future<?>> of(Object streamOrSink) {
        return streamOrSink instanceof Traced traced ? traced.awaitedAll() : List.of();
    }

    /** That future, if it is not null, then these. */
    static List<Future<?>> with(Future<?> first, List<Future<?>> others) {
        if (first == null) {
            return others;
        }
        List<Future<?>> all = new ArrayList<>();
        all.add(first);
        all.addAll(others);
        return all;
    }
}
