package dev.asyncfn.undelivered;

import dev.asyncfn.Future;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.TaskScope;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.Pair;
import dev.asyncfn.stream.Streams;
import java.io.IOException;
import java.util.List;
import java.util.Random;

/** Grows combinators over futures that open something after a while, or fail. */
final class RandomTree {
    private final Random random;
    private final Spawner spawner;
    private final List<Resource> opened;

    RandomTree(Random random, Spawner spawner, List<Resource> opened) {
        this.random = random;
        this.spawner = spawner;
        this.opened = opened;
    }

    Future<?> grow(int height) {
        if (height == 0) {
            return leaf(random.nextInt(5));
        }
        Future<?> one = grow(height - 1);
        return switch (random.nextInt(10)) {
            case 0, 1 -> Futures.join(one, grow(height - 1));
            case 2, 3 -> Futures.tryJoin(one, grow(height - 1));
            case 4 -> Futures.joinAll(List.of(one, grow(height - 1), leaf(2)));
            case 5 -> Futures.race(List.of(one, grow(height - 1)));
            case 6 -> Streams.once(one).zip(Streams.once(grow(height - 1))).toList();
            case 7 -> Futures.join(one, buffered());
            case 8 ->
                Futures.andThen(Futures.lazy(() -> 1), now -> spawner.spawn(sure(one))); // not before it is polled
            default -> TaskScope.run(spawner, scope -> sure(Futures.join(one, scope.spawn(sure(grow(height - 1))))));
        };
    }

    /** Of leaves: futures that the stream has not taken yet still belong to the list, so they must not be under way. */
    private Future<?> buffered() {
        return Streams.of(leaf(3), leaf(1), leaf(2))
                .buffered(2, future -> future)
                .toList();
    }

    /** A task that fails with its handle dropped would be a failure of the test. */
    private static Future<Object> sure(Future<?> future) {
        return Futures.orElse(future, failure -> Future.ready(null));
    }

    private Future<Resource> leaf(int steps) {
        if (steps > 0) {
            return Futures.andThen(Futures.yieldNow(), then -> leaf(steps - 1));
        }
        if (random.nextInt(8) == 0) {
            return Future.failed(new IOException("a leaf"));
        }
        return Futures.lazy(() -> {
            Resource resource = new Resource();
            opened.add(resource);
            return resource;
        });
    }

    /** What is in a value of such a tree. */
    static void collect(Object value, List<Resource> into) {
        if (value instanceof Resource resource) {
            into.add(resource);
        } else if (value instanceof Pair<?, ?> pair) {
            collect(pair.first(), into);
            collect(pair.second(), into);
        } else if (value instanceof List<?> list) {
            list.forEach(each -> collect(each, into));
        } else if (value instanceof Either.Left<?, ?> left) {
            collect(left.value(), into);
        } else if (value instanceof Either.Right<?, ?> right) {
            collect(right.value(), into);
        }
    }
}
