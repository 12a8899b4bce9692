package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.Spawner;
import dev.asyncfn.executor.ThreadPool;
import dev.asyncfn.test.PollTrace;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The main job: users over HTTP and JSON, first one, then all of them at once. */
public final class Main {
    private static final int USERS_IN_A_ROW = 10;

    private final Users users;
    private final PrintStream out;

    private Main(Users users, PrintStream out) {
        this.users = users;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        run(Duration.ofMillis(20), System.out);
    }

    /** Does the whole job against a server of its own, each of whose answers takes {@code delay}. */
    static void run(Duration delay, PrintStream out) throws IOException {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        try (UserServer server = UserServer.start(delay)) {
            Main job = new Main(new Users(http, server.uri()), out);
            job.oneUser();
            job.failures();
            job.trace();
            job.allUsers();
        }
    }

    private void oneUser() throws IOException {
        out.println("# one user");
        out.println(Async.blockOn(UsersAsync.getUser(users, 3)));
    }

    /** What a body may throw is known to javac, here as in any method. */
    private void failures() {
        out.println("# two that fail");
        for (int id : new int[] {UserServer.COUNT + 1, 0}) {
            try {
                out.println(Async.blockOn(UsersAsync.getUser(users, id)));
            } catch (NoSuchUserException e) {
                out.println("not found: " + e.getMessage());
            } catch (JsonProcessingException e) {
                out.println("bad JSON: " + e.getOriginalMessage());
            } catch (IOException e) {
                out.println("the connection failed: " + e);
            }
        }
    }

    private void trace() throws IOException {
        out.println("# the polls of one user");
        Async.blockOn(PollTrace.of("user 4", UsersAsync.getUser(users, 4), out::println));
    }

    private void allUsers() throws IOException {
        out.println("# " + UserServer.COUNT + " users");
        List<Integer> ids = new ArrayList<>();
        for (int id = 1; id <= UserServer.COUNT; id++) {
            ids.add(id);
        }

        long start = System.nanoTime();
        List<User> atOnce;
        try (ThreadPool pool = ThreadPool.create()) {
            atOnce = Async.blockOn(MainAsync.getAll(users, ids, pool));
        }
        Duration concurrently = Duration.ofNanos(System.nanoTime() - start);

        start = System.nanoTime();
        List<User> oneByOne = new ArrayList<>();
        for (int id : ids) {
            oneByOne.add(users.getUser(id)); // the method itself, which blocks
        }
        Duration sequentially = Duration.ofNanos(System.nanoTime() - start);

        print(atOnce);
        out.println("the same one by one: " + atOnce.equals(oneByOne));
        out.println("all at once: " + concurrently.toMillis() + " ms, one by one: " + sequentially.toMillis() + " ms");
    }

    /** Starts a task for each user, then waits for each. */
    @AsyncFn
    static List<User> getAll(Users users, List<Integer> ids, Spawner pool) {
        List<JoinHandle<User>> tasks = new ArrayList<>();
        for (int id : ids) {
            tasks.add(pool.spawn(UsersAsync.getUser(users, id)));
        }
        List<User> all = new ArrayList<>();
        for (JoinHandle<User> task : tasks) {
            all.add(await(task));
        }
        return all;
    }

    private void print(List<User> all) {
        for (int i = 0; i < all.size(); i++) {
            User user = all.get(i);
            boolean endOfRow = (i + 1) % USERS_IN_A_ROW == 0 || i == all.size() - 1;
            out.printf(endOfRow ? "%3d %s%n" : "%3d %-8s", user.id(), user.name());
        }
    }
}
