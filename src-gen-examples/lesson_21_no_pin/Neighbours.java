package lesson_21_no_pin;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A future that is moved after it has begun, and the same method in the shapes of two other languages. */
final class Neighbours {
    private Neighbours() {}

    @AsyncFn
    static int trivial(Event e) {
        System.out.println("  Hello!");
        int value = await(e);
        System.out.println("  Got: " + value);
        return value * 2;
    }

    @AsyncFn
    static String pointsIntoItself(Event e) {
        int[] numbers = {1, 2, 3};
        int[] view = numbers; // in Rust: a reference to another variable of the same future
        int value = await(e);
        numbers[0] = value;
        return "the view shows " + view[0];
    }

    /** Ready once it has happened. */
    static final class Event implements Future<Integer> {
        private Integer value;

        @Override
        public Poll<Integer> poll(Context cx) {
            return value == null ? Poll.pending() : Poll.ready(value);
        }
    }

    private static void asRust() throws Exception {
        Context cx = Context.fromWaker(Waker.noop());
        Event e = new Event();
        Future<Integer> future = NeighboursAsync.trivial(e);
        System.out.println("  called");
        System.out.println("  " + future.poll(cx));
        e.value = 21;
        System.out.println("  the event has happened");
        System.out.println("  " + future.poll(cx));
    }

    private static void asCSharp() {
        CompletableFuture<Integer> e = new CompletableFuture<>();
        CompletableFuture<Integer> task = CSharpShape.trivial(e);
        System.out.println("  called");
        System.out.println("  the event happens");
        e.complete(21);
        System.out.println("  value " + task.join());
    }

    private static void asKotlin() {
        List<Consumer<Object>> waiting = new ArrayList<>();
        KotlinShape.Suspending e = continuation -> {
            waiting.add(continuation);
            return KotlinShape.SUSPENDED;
        };
        Object outcome = KotlinShape.trivial(e, value -> System.out.println("  value " + value));
        System.out.println("  called: " + (outcome == KotlinShape.SUSPENDED ? "suspended" : outcome));
        System.out.println("  the event happens");
        waiting.get(0).accept(21);
    }

    private static void moved() throws Exception {
        Context cx = Context.fromWaker(Waker.noop());
        Event e = new Event();
        Future<String> future = NeighboursAsync.pointsIntoItself(e);
        System.out.println("  " + future.poll(cx));
        List<Future<String>> elsewhere = new ArrayList<>(List.of(future)); // moved into a list
        e.value = 7;
        Thread other = new Thread(() -> {
            try {
                System.out.println("  " + elsewhere.get(0).poll(cx)); // and to another thread
            } catch (Exception failure) {
                throw new AssertionError(failure);
            }
        });
        other.start();
        other.join();
    }

    public static void main(String[] args) throws Exception {
        System.out.println("# moved after its first poll");
        moved();
        System.out.println("# asyncfn, as Rust");
        asRust();
        System.out.println("# the shape of C#");
        asCSharp();
        System.out.println("# the shape of Kotlin");
        asKotlin();
    }
}
