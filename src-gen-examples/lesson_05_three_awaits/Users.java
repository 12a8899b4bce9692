package lesson_05_three_awaits;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.test.PollTrace;

/** Three awaits in a row: the states fall through from one to the next, as the source reads. */
final class Users {
    private Users() {}

    @AsyncFn
    static String getUser(int id) {
        String resp = await(readData(id));
        String processed = await(process1(resp));
        String user = await(process2(processed));
        return "user " + id + ": " + user;
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
        Async.blockOn(PollTrace.of("user 123", UsersAsync.getUser(123), System.out::println));
    }
}
