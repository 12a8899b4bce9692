package dev.asyncfn.samples.desugaring;

import static dev.asyncfn.Async.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asyncfn.AsyncFn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The users of a server. Called directly, its methods block; their futures are in {@code UsersAsync}. */
public final class Users {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI server;

    public Users(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** Fetches a user, then parses the answer. */
    @AsyncFn
    public User getUser(int id) throws IOException {
        HttpResponse<String> resp = await(http.sendAsync(request(id), BodyHandlers.ofString()), IOException.class);
        if (resp.statusCode() == 404) {
            throw new NoSuchUserException(id);
        }
        return await(parse(resp.body()));
    }

    /** An async fn without an await is ready at its first poll. */
    @AsyncFn
    static User parse(String json) throws JsonProcessingException {
        return JSON.readValue(json, User.class);
    }

    private HttpRequest request(int id) {
        return HttpRequest.newBuilder(server.resolve("/users/" + id)).build();
    }
}
