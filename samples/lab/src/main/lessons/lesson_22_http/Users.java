package lesson_22_http;

import static dev.asyncfn.Async.await;
import static support.Later.later;

import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.future.Futures;
import java.io.FileNotFoundException;
import java.io.IOException;

/** The job. You are the network: the answers come in the order that you choose, or not at all. */
final class Users {
    private Users() {}

    record Response(int statusCode, String body) {}

    @AsyncFn
    static String getUser(int id) throws IOException {
        Response response = await(request(id));
        if (response.statusCode() == 404) {
            throw new FileNotFoundException("no user " + id);
        }
        String user = await(parse(response.body()));
        return user;
    }

    @AsyncFn
    static String parse(String json) {
        return json.substring(json.indexOf(':') + 2, json.length() - 2);
    }

    static Future<Response> request(int id) {
        return later(id == 404 ? new Response(404, "") : new Response(200, "{\"name\":\"user " + id + "\"}"));
    }

    @AsyncFn
    static String two() throws IOException {
        var names = await(Futures.tryJoin(UsersAsync.getUser(1), UsersAsync.getUser(2)));
        return names.first() + " and " + names.second();
    }

    public static void main(String[] args) throws IOException {
        Async.blockOn(UsersAsync.two());
    }
}
