package lesson_22_http;

import static dev.asyncfn.Async.await;
import static java.net.http.HttpResponse.BodyHandlers.ofString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asyncfn.Async;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** The job: fetch a user over HTTP, read the JSON, and say what went wrong if something did. */
final class Users {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Users(URI server) {
        this.server = server;
    }

    @AsyncFn
    String getUser(int id) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(server.resolve("/users/" + id)).build();
        HttpResponse<String> response = await(http.sendAsync(request, ofString()), IOException.class);
        if (response.statusCode() == 404) {
            throw new FileNotFoundException("no user " + id);
        }
        JsonNode user = await(parse(response.body()));
        return user.get("name").asText();
    }

    @AsyncFn
    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    /** All at once, on a few threads. */
    @AsyncFn
    List<String> all(ThreadPool pool, int last) throws IOException {
        List<JoinHandle<String>> handles = new ArrayList<>();
        for (int id = 1; id <= last; id++) {
            handles.add(pool.spawn(UsersAsync.getUser(this, id)));
        }
        List<String> names = new ArrayList<>();
        for (JoinHandle<String> handle : handles) {
            names.add(await(handle));
        }
        return names;
    }

    private static void print(Users users, int id) {
        try {
            System.out.println("user " + id + ": " + Async.blockOn(UsersAsync.getUser(users, id)));
        } catch (JsonProcessingException e) {
            System.out.println("user " + id + ": no JSON");
        } catch (IOException e) {
            System.out.println("user " + id + ": " + e.getMessage());
        }
    }

    public static void main(String[] args) throws IOException {
        try (UserServer server = new UserServer();
                ThreadPool pool = ThreadPool.of(2)) {
            Users users = new Users(server.uri());
            print(users, 3);
            print(users, 404);
            print(users, 9);
            System.out.println("at once: " + Async.blockOn(UsersAsync.all(users, pool, 8)));
        }
    }
}
