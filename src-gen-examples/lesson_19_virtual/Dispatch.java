package lesson_19_virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.test.PollTrace;
import java.io.IOException;
import java.util.List;

/** Calls the async fns of an interface: which future that is, the class of the object decides. */
final class Dispatch {
    private Dispatch() {}

    @AsyncFn
    static String greet(UserRepo users, long id) throws IOException {
        return "hello " + await(users.find(id));
    }

    public static void main(String[] args) throws IOException {
        UserRepo lambda = id -> "lambda " + id;
        for (UserRepo users : List.of(new SqlUserRepo(), new FakeUserRepo(), lambda)) {
            System.out.println(Async.blockOn(DispatchAsync.greet(users, 3)));
        }
        Async.blockOn(PollTrace.of("greet", DispatchAsync.greet(new SqlUserRepo(), 3), System.out::println));
        System.out.println(Async.blockOn(UserRepoAsync.all(new SqlUserRepo(), List.of(1L, 2L))));
    }
}
