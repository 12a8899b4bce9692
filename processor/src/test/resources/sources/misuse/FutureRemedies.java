package misuse;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** A value where a future is meant, marked by comments. What the message shows is put in its place. */
class FutureRemedies extends FutureRemediesBase implements FutureRemediesNamed {
    private int field;

    static <T> Future<T> logged(Future<T> future) {
        return future;
    }

    static <T> Future<T> retry(Supplier<? extends Future<T>> attempt) {
        return attempt.get();
    }

    @AsyncFn
    private static String text(int... numbers) {
        return "" + numbers.length;
    }

    @AsyncFn
    @Override
    String load(int n) {
        return await(logged(/**/super.load(n)/**/));
    }

    @AsyncFn
    @Override
    public String name() {
        return await(logged(/**/FutureRemediesNamed.super.name()/**/));
    }

    @AsyncFn
    String changing() {
        String all = "";
        for (int i = 0; i < 3; i++) {
            all += await(logged(/**/load(i)/**/));
        }
        int count = 1;
        count += 2;
        field++;
        return all + await(logged(/**/text(count, 1)/**/)) + await(logged(/**/load(field)/**/));
    }

    @AsyncFn
    String fixed(FutureRemedies other, List<Integer> numbers) {
        int before = 2;
        String all = await(logged(/**/other.load(before)/**/));
        for (int n : numbers) {
            all += await(logged(/**/this.load(n)/**/));
        }
        return all + await(retry(() -> /**/load(3)/**/)) + await(logged(/**/await(load(4))/**/));
    }

    static <T> Future<T> first(List<? extends Future<T>> futures) {
        return futures.get(0);
    }

    @AsyncFn
    String gathered(List<Integer> numbers) {
        List<Future<String>> all = List.of(/**/load(1)/**/, /**/load(2)/**/);
        return await(first(Arrays.asList(/**/load(3)/**/))) + await(all.get(0));
    }

    class Inner {
        @AsyncFn
        String ofOuter() {
            return await(logged(/**/load(1)/**/)) + await(logged(/**/own()/**/));
        }

        @AsyncFn
        String own() {
            return "own";
        }

        class Innermost extends FutureRemediesBase {
            @AsyncFn
            String nearest() {
                return await(logged(/**/load(1)/**/)) + await(logged(/**/own()/**/)) + await(logged(/**/name()/**/));
            }
        }
    }

    @AsyncFn
    String inAClassOfTheBody() {
        FutureRemediesBase anonymous = new FutureRemediesBase() {
            @Override
            String load(int n) {
                return "" + logged(/**/plain(n)/**/) + logged(/**/name()/**/);
            }
        };
        class Local {
            Object get() {
                return logged(/**/load(5)/**/);
            }
        }
        return anonymous.load(1) + new Local().get();
    }
}

class FutureRemediesBase {
    @AsyncFn
    String load(int n) {
        return "base " + n;
    }

    @AsyncFn
    String plain(int n) {
        return "plain " + n;
    }
}

interface FutureRemediesNamed {
    @AsyncFn
    default String name() {
        return "name";
    }
}
