package lesson_09_operands;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;

/** Operands left of an await are evaluated before it, and kept while it suspends: they are spilled into fields. */
final class Order {
    private Order() {}

    @AsyncFn
    static int nested() {
        return sum(eval("a", 1), await(fetchB()), eval("c", 100), await(fetchD())) // it awaits
                + eval("e", 10000);
    }

    @AsyncFn
    static boolean isWelcome(String name) {
        return !name.isEmpty() && await(isInvited(name)) || await(isFriend(name));
    }

    static Future<Boolean> isInvited(String name) {
        System.out.println("invited?");
        return later(name.startsWith("A"));
    }

    static Future<Boolean> isFriend(String name) {
        System.out.println("friend?");
        return later(name.startsWith("B"));
    }

    static Future<Integer> fetchB() {
        System.out.println("fetch b");
        return later(10);
    }

    static Future<Integer> fetchD() {
        System.out.println("fetch d");
        return later(1000);
    }

    static int eval(String name, int value) {
        System.out.println("eval " + name);
        return value;
    }

    static int sum(int a, int b, int c, int d) {
        System.out.println("call sum");
        return a + b + c + d;
    }

    public static void main(String[] args) {
        System.out.println("ready " + Async.blockOn(OrderAsync.nested()));
        for (String name : new String[] {"Ada", "Bob", ""}) {
            System.out.println("# is " + (name.isEmpty() ? "a guest without a name" : name) + " welcome?");
            System.out.println("ready " + Async.blockOn(OrderAsync.isWelcome(name)));
        }
    }
}
