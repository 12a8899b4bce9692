package lesson_07_branch;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.test.PollTrace;

/** An await in one branch only: two ways lead into the last state. */
final class Users {
    private Users() {}

    @AsyncFn
    static String getUser(int id) {
        String resp = await(readData(id));
        if (id % 2 == 0) {
            resp = await(process1(resp));
        } else {
            resp = resp + " unprocessed ";
        }
        return await(process2(resp));
    }

    static Future<String> readData(int id) {
        return later("data" + id);
    }

    static Future<String> process1(String data) {
        return later(data + "+1");
    }

    static Future<String> process2(String data) {
        return later(data + "+2");
    }

    public static void main(String[] args) {
        Async.blockOn(PollTrace.of("user 2", UsersAsync.getUser(2), System.out::println));
        Async.blockOn(PollTrace.of("user 3", UsersAsync.getUser(3), System.out::println));
    }
}
