package lesson_08_loop;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.test.PollTrace;

/** An await in a loop: the counter is stored, and the loop continues in the very iteration in which it was left. */
final class Users {
    private Users() {}

    @AsyncFn
    static String getUser(int id) {
        String resp = await(readData(id));
        for (int i = 0; i < 3; i++) {
            resp = await(process1(resp, i));
        }
        return await(process2(resp));
    }

    static Future<String> readData(int id) {
        return later("data" + id);
    }

    static Future<String> process1(String data, int round) {
        return later(data + "+1." + round);
    }

    static Future<String> process2(String data) {
        return later(data + "+2");
    }

    public static void main(String[] args) {
        Async.blockOn(PollTrace.of("user 7", UsersAsync.getUser(7), System.out::println));
    }
}
