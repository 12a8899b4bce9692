package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import java.io.PrintStream;

/** Twin of {@code order.rs}: operands left of an await are evaluated before it, those right of it after it. */
public final class Order {
    private final PrintStream out;

    public Order(PrintStream out) {
        this.out = out;
    }

    private int v(String name, int value) {
        out.println("eval " + name);
        return value;
    }

    private int sum(int a, int b, int c, int d) {
        out.println("call sum");
        return a + b + c + d;
    }

    @AsyncFn
    public int nested() {
        return sum(v("a", 1), await(step(out, "b", 1, 10)), v("c", 100), await(step(out, "d", 1, 1000)))
                + v("e", 10000);
    }

    @AsyncFn
    public boolean shortCircuit(boolean go) {
        return v("left", 0) == 0 && go && await(step(out, "right", 1, true)) || await(step(out, "other", 1, false));
    }

    static void run(PrintStream out) throws Exception {
        Order order = new Order(out);
        Driver driver = new Driver(out);
        out.println("# nested");
        driver.drive(OrderAsync.nested(order));
        out.println("# short circuit true");
        driver.drive(OrderAsync.shortCircuit(order, true));
        out.println("# short circuit false");
        driver.drive(OrderAsync.shortCircuit(order, false));
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
