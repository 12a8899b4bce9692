package lesson_14_join_select;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.LocalPool;
import dev.asyncfn.future.Either;
import dev.asyncfn.future.Futures;
import dev.asyncfn.future.FuturesUnordered;
import dev.asyncfn.test.PollTrace;
import java.util.List;

/** Several futures in one task. */
final class JoinAndSelect {
    private JoinAndSelect() {}

    @AsyncFn
    static String joined(Future<String> a, Future<String> b) {
        var pair = await(Futures.join(a, b));
        return pair.first() + " and " + pair.second();
    }

    @AsyncFn
    static String selected(Future<String> a, Future<String> b) {
        Either<String, String> first = await(Futures.select(a, b));
        if (first instanceof Either.Left<String, String> left) {
            return left.value() + " first, then " + await(b);
        }
        return "the other way round, then " + await(a);
    }

    @AsyncFn
    static String inOrderOfArrival(List<Future<String>> futures) {
        FuturesUnordered<String> set = FuturesUnordered.of(futures);
        String all = "";
        while (!set.isEmpty()) {
            all += await(set.next()) + " ";
        }
        return all;
    }

    private static void show(String name, LocalPool tasks, JoinHandle<String> handle) {
        tasks.runUntilStalled();
        System.out.println(name + ": " + (handle.isFinished() ? tasks.runUntil(handle) : "pending"));
    }

    public static void main(String[] args) {
        try (LocalPool tasks = new LocalPool()) {
            System.out.println("# by hand");
            Signal a = new Signal("a");
            Signal b = new Signal("b");
            JoinHandle<String> both = tasks.spawn(new Both(a, b));
            show("both", tasks, both);
            b.ready("B");
            show("both", tasks, both);
            a.ready("A");
            show("both", tasks, both);

            System.out.println("# join");
            Signal c = new Signal("c");
            Signal d = new Signal("d");
            Future<String> pair = PollTrace.of("joined", JoinAndSelectAsync.joined(c, d), System.out::println);
            JoinHandle<String> joined = tasks.spawn(pair);
            show("joined", tasks, joined);
            d.ready("D");
            show("joined", tasks, joined);
            c.ready("C");
            show("joined", tasks, joined);

            System.out.println("# select");
            Signal e = new Signal("e");
            Signal f = new Signal("f");
            JoinHandle<String> selected = tasks.spawn(JoinAndSelectAsync.selected(e, f));
            show("selected", tasks, selected);
            e.ready("E");
            show("selected", tasks, selected);
            f.ready("F");
            show("selected", tasks, selected);

            System.out.println("# a set");
            Signal g = new Signal("g");
            Signal h = new Signal("h");
            JoinHandle<String> set = tasks.spawn(JoinAndSelectAsync.inOrderOfArrival(List.of(g, h)));
            show("set", tasks, set);
            h.ready("H");
            show("set", tasks, set);
            g.ready("G");
            show("set", tasks, set);
        }
    }
}
