package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Context;
import dev.asyncfn.Future;
import dev.asyncfn.Poll;
import dev.asyncfn.Waker;
import java.io.PrintStream;

/** Three awaits in a row, then with a branch, then with a loop: each line is printed as a state is entered. */
public final class GetUser {
    private final PrintStream out;

    GetUser(PrintStream out) {
        this.out = out;
    }

    @AsyncFn
    String linear(int id) {
        out.println("start " + id);
        String resp = await(readData(id));
        out.println("read " + resp);
        String processed = await(process1(resp));
        out.println("processed " + processed);
        String user = await(process2(processed));
        out.println("done");
        return user;
    }

    @AsyncFn
    String branch(int id) {
        out.println("start " + id);
        String resp = await(readData(id));
        if (id % 2 == 0) {
            out.println("even: one more step");
            resp = await(process1(resp));
        } else {
            out.println("odd: go on at once");
        }
        return await(process2(resp));
    }

    @AsyncFn
    String loop(int id) {
        out.println("start " + id);
        String resp = await(readData(id));
        for (int i = 0; i < 3; i++) {
            out.println("round " + i + " of " + resp);
            resp = await(process1(resp));
        }
        out.println("after the loop");
        return await(process2(resp));
    }

    @AsyncFn
    static String readData(int id) {
        return await(new PendingOnce<>("data" + id));
    }

    @AsyncFn
    static String process1(String data) {
        return await(new PendingOnce<>(data + "+1"));
    }

    @AsyncFn
    static String process2(String data) {
        return await(new PendingOnce<>(data + "+2"));
    }

    /** Polls by hand, so that the polls can be seen between the states. */
    private void drive(String name, Future<String> future) throws Exception {
        out.println("# " + name);
        Context cx = Context.fromWaker(Waker.noop());
        for (int n = 1; ; n++) {
            out.println("-- poll " + n);
            if (future.poll(cx) instanceof Poll.Ready<String> ready) {
                out.println("-- ready: " + ready.value());
                return;
            }
        }
    }

    static void run(PrintStream out) throws Exception {
        GetUser users = new GetUser(out);
        users.drive("linear", GetUserAsync.linear(users, 123));
        users.drive("branch, even", GetUserAsync.branch(users, 2));
        users.drive("branch, odd", GetUserAsync.branch(users, 3));
        users.drive("loop", GetUserAsync.loop(users, 7));
    }

    public static void main(String[] args) throws Exception {
        run(System.out);
    }
}
