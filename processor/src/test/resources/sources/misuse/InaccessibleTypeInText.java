package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import elsewhere.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Nothing in a body names the type, and its text stays as it is; but what javac infers from it would. */
final class InaccessibleTypeInText extends Shapes {
    @AsyncFn
    static void lambda(CompletableFuture<Integer> f) {
        await(f);
        shapes().forEach(shape -> String.valueOf(shape));
    }

    @AsyncFn
    static void varOfALambda(CompletableFuture<Integer> f) {
        await(f);
        shapes().forEach((var shape) -> String.valueOf(shape));
    }

    @AsyncFn
    static Object lambdaOfAList(CompletableFuture<Integer> f) {
        await(f);
        return Optional.of(shapes()).map(list -> list.size());
    }

    @AsyncFn
    static Supplier<Object> lambdaInALambda(CompletableFuture<Integer> f) {
        await(f);
        return () -> shapes().stream().map(shape -> shape == null).count();
    }

    @AsyncFn
    static int resultOfALambda(CompletableFuture<Integer> f) {
        return await(f) + supply(() -> shape());
    }

    @AsyncFn
    static String methodReference(CompletableFuture<Integer> f) {
        return await(f) + apply(Object::toString);
    }

    @AsyncFn
    static int resultOfAMethodReference(CompletableFuture<Integer> f) {
        return await(f) + supply(Shapes::shape);
    }

    @AsyncFn
    static Object methodReferenceOfAList(CompletableFuture<Integer> f) {
        await(f);
        return Optional.of(shapes()).map(List::size);
    }

    @AsyncFn
    static Supplier<String> boundReceiver(CompletableFuture<Integer> f) {
        await(f);
        return shape()::name;
    }

    @AsyncFn
    static long variableArity(CompletableFuture<Integer> f) {
        return await(f) + Stream.of(shape(), shape()).count();
    }

    @AsyncFn
    static long ofNothing(CompletableFuture<Integer> f) {
        return await(f) + count();
    }

    @AsyncFn
    static int argument(CompletableFuture<Integer> f) {
        return await(f) + take(shapes().get(0));
    }

    @AsyncFn
    static int argumentOfAKeptReceiver(CompletableFuture<Integer> f) {
        var shapes = shapes();
        await(f);
        return take(shapes.get(0));
    }

    @AsyncFn
    static Object variableOfABlock(CompletableFuture<Integer> f) {
        await(f);
        {
            var plain = shape();
            var shape = shapes().get(0);
            return plain == shape;
        }
    }

    @AsyncFn
    static Object conditional(CompletableFuture<Integer> f) {
        boolean first = await(f) == 1;
        return "" + (first ? shapes().get(0) : shape());
    }

    @AsyncFn
    static Object resultOfASwitch(CompletableFuture<Integer> f) {
        int n = await(f);
        return switch (n) {
            case 1 -> shape();
            default -> shapes().get(0);
        };
    }

    @AsyncFn
    static int lock(CompletableFuture<Integer> f) {
        int n = await(f);
        synchronized (same(shape())) {
            return n;
        }
    }

    @AsyncFn
    static void assertion(CompletableFuture<Integer> f) {
        assert await(f) > 0;
        assert array() != null : shapes().get(0);
    }

    @AsyncFn
    static String loopOfVar(CompletableFuture<Integer> f) {
        String all = "" + await(f);
        for (var shape : shapes()) {
            all += shape;
        }
        for (var shape : array()) {
            all += shape;
        }
        return all;
    }

    @AsyncFn
    static int switchOfAnEnum(CompletableFuture<Integer> f) {
        int n = await(f);
        switch (color()) {
            case RED:
                return n;
            default:
                return 0;
        }
    }

    @AsyncFn
    static List<?> anonymousClass(CompletableFuture<Integer> f) {
        await(f);
        return new ArrayList<>(shapes()) {
            private static final long serialVersionUID = 1;
        };
    }

    @AsyncFn
    static int operand(CompletableFuture<Integer> f) {
        return take(shape()) + count(shape(), shapes().get(await(f)));
    }

    /** What is used of these values has a name. */
    @AsyncFn
    static Object fine(CompletableFuture<Integer> f) {
        var shapes = shapes();
        Object first = shapes.get(await(f));
        for (Object shape : shapes) {
            first = shape;
        }
        return "" + first + shapes.size() + List.of(shape(), shape()).size() + take(shape());
    }
}
