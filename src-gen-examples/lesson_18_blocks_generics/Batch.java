package lesson_18_blocks_generics;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A generic class with generic async fns, lambdas, async blocks, and a private counter.
 *
 * @param <T> what there are several of
 */
final class Batch<T> {
    private final List<T> items;
    private int done;

    Batch(List<T> items) {
        this.items = items;
    }

    @AsyncFn
    <R> List<R> each(Function<? super T, ? extends Future<R>> step) {
        List<R> results = new ArrayList<>();
        for (T item : items) {
            results.add(await(step.apply(item)));
            done++;
        }
        return results;
    }

    @AsyncFn
    String twoAtOnce(String a, String b) {
        var first = async(() -> "<" + await(later(a)) + ">");
        var second = async(() -> "[" + await(later(b)) + "]");
        var pair = await(Futures.join(first, second));
        return pair.first() + pair.second() + " after " + done;
    }

    @AsyncFn
    List<Supplier<String>> suppliers() {
        List<Supplier<String>> suppliers = new ArrayList<>();
        for (T item : items) {
            String text = await(later("item " + item));
            suppliers.add(() -> text + " of " + items.size());
        }
        return suppliers;
    }

    public static void main(String[] args) {
        Batch<Integer> batch = new Batch<>(List.of(1, 2, 3));
        System.out.println(Async.blockOn(BatchAsync.each(batch, n -> later("no. " + n))));
        System.out.println(Async.blockOn(BatchAsync.twoAtOnce(batch, "a", "b")));
        for (Supplier<String> supplier : Async.blockOn(BatchAsync.suppliers(batch))) {
            System.out.println(supplier.get());
        }
    }
}
