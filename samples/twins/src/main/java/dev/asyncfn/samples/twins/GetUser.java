package dev.asyncfn.samples.twins;

import static dev.asyncfn.Async.await;
import static dev.asyncfn.samples.twins.Step.step;

import dev.asyncfn.AsyncFn;
import java.io.PrintStream;

/** Twin of {@code get_user.rs}: three awaits in a row, then a branch, then a loop. Each inner async fn awaits a leaf. */
public final class GetUser {
    private final PrintStream out;

    public GetUser(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    public String readData(int id, int pending) {
        return await(step(out, "read_data", pending, "data" + id));
    }

    @AsyncFn
    public String process1(String s, int pending) {
        return await(step(out, "process1", pending, s + "+1"));
    }

    @AsyncFn
    public String process2(String s, int pending) {
        return await(step(out, "process2", pending, s + "+2"));
    }

    @AsyncFn
    public String linear(int id) {
        String resp = await(readData(id, 1));
        String processed = await(process1(resp, 0));
        String user = await(process2(processed, 2));
        return user;
    }

    @AsyncFn
    public String branch(int id) {
        String resp = await(readData(id, 0));
        if (id % 2 == 0) {
            resp = await(process1(resp, 1));
        }
        return await(process2(resp, 1));
    }

    @AsyncFn
    public String looped(int id) {
        String resp = await(readData(id, 1));
        for (int i = 0; i < 3; i++) {
            resp = await(process1(resp, i % 2));
        }
        return await(process2(resp, 0));
    }

    static void run(PrintStream out) throws Exception {
        GetUser users = new GetUser(out);
        Driver driver = new Driver(out);
        out.println("# linear");
        driver.drive(GetUserAsync.linear(users, 123));
        out.println("# branch even");
        driver.drive(GetUserAsync.branch(users, 2));
        out.println("# branch odd");
        driver.drive(GetUserAsync.branch(users, 3));
        out.println("# loop");
        driver.drive(GetUserAsync.looped(users, 7));
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
