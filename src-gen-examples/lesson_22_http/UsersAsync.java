package lesson_22_http;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.asyncfn.Context;
import dev.asyncfn.Poll;
import dev.asyncfn.StateMachine;
import dev.asyncfn.TryFuture;
import dev.asyncfn.executor.JoinHandle;
import dev.asyncfn.executor.ThreadPool;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The async fns of {@link Users}: each factory makes a future that has not run yet.
 *
 * <p>Warnings are suppressed here: the bodies are checked in the source file.
 */
@Generated("dev.asyncfn.processor.AsyncFnProcessor")
@SuppressWarnings("all")
final class UsersAsync {
    /** No instances. */
    private UsersAsync() {}

    /**
     * The factory of {@link Users#getUser}.
     *
     * @param self the object on which the method is called
     * @param id the parameter of the method
     * @return a future that has not run yet
     */
    static GetUserFuture getUser(Users self, int id) {
        return new GetUserFuture(self, id);
    }

    /**
     * The factory of {@link Users#parse}.
     *
     * @param json the parameter of the method
     * @return a future that has not run yet
     */
    static ParseFuture parse(String json) {
        return new ParseFuture(json);
    }

    /**
     * All at once, on a few threads.
     *
     * <p>See {@link Users#all}.
     *
     * @param self the object on which the method is called
     * @param pool the parameter of the method
     * @param last the parameter of the method
     * @return a future that has not run yet
     */
    static AllFuture all(Users self, ThreadPool pool, int last) {
        return new AllFuture(self, pool, last);
    }

    /**
     * The state machine of {@code getUser}, Users.java:34.
     *
     * <pre>{@code
     * 34  String getUser(int id) throws IOException {
     * 35      HttpRequest request =
     * 36              HttpRequest.newBuilder(server.resolve("/users/" + id)).build();
     * 37      HttpResponse<String> response = await(http.sendAsync(request, ofString()), IOException.class);
     * 38      if (response.statusCode() == 404) {
     * 39          throw new FileNotFoundException("no user " + id);
     * 40      }
     * 41      JsonNode user = await(parse(response.body()));
     * 42      return user.get("name").asText();
     * 43  }
     *
     *     START             35 to 37  keeps self, id
     *       v
     *     AWAIT_SEND_ASYNC  37 to 41  waits for http.sendAsync(request, ofString()), keeps id
     *       v
     *     AWAIT_PARSE       41, 42    waits for parse(response.body())
     *       v
     *     DONE
     * }</pre>
     */
    static final class GetUserFuture
            extends StateMachine<String, GetUserFuture.State> implements TryFuture<String, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for http.sendAsync(request, ofString()). */ AWAIT_SEND_ASYNC,
            /** Waits for parse(response.body()). */ AWAIT_PARSE
        }

        /** The receiver of the call. */ private Users self;

        /** A parameter. */ private final int id;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param id the parameter of the method
         */
        private GetUserFuture(Users self, int id) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.id = id;
        }

        @Override
        @SuppressWarnings({"fallthrough", "unchecked"})
        public Poll<String> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            switch (next) {
                case START: {
                    // 35
                    HttpRequest request = HttpRequest.newBuilder(Bridge.server(self).resolve("/users/" + id)).build();
                    // 37  HttpResponse<String> response = await(http.sendAsync(request, ofString()), ...
                    var sendAsync = TryFuture.from(Bridge.http(self).sendAsync(request, ofString()), IOException.class);
                    Poll<?> polled = sendAsync.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_SEND_ASYNC, sendAsync);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_SEND_ASYNC: { // sendAsync is ready
                    HttpResponse<String> response = (HttpResponse<String>) awaitedValue;
                    // 38
                    if (response.statusCode() == 404) {
                        throw new FileNotFoundException("no user " + id);
                    }
                    // 41  JsonNode user = await(parse(response.body()));
                    ParseFuture parse = UsersAsync.parse(response.body());
                    Poll<?> polled = parse.poll(cx);
                    if (polled == Poll.pending())
                        return suspend(State.AWAIT_PARSE, parse);
                    awaitedValue = take(polled);
                } // ready at once: falls through
                case AWAIT_PARSE: { // parse is ready
                    JsonNode user = (JsonNode) awaitedValue;
                    // 42
                    return complete(State.DONE, user.get("name").asText());
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            self = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code parse}, Users.java:46.
     *
     * <pre>{@code
     * 46  static JsonNode parse(String json) throws JsonProcessingException {
     * 47      return JSON.readTree(json);
     * 48  }
     *
     *     START  47  keeps json
     *       v
     *     DONE
     * }</pre>
     */
    static final class ParseFuture
            extends StateMachine<JsonNode, ParseFuture.State> implements TryFuture<JsonNode, JsonProcessingException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED
        }

        /** A parameter. */ private String json;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param json the parameter of the method
         */
        private ParseFuture(String json) {
            super(State.START);
            this.json = json;
        }

        @Override
        public Poll<JsonNode> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            switch (next) {
                case START: {
                    // 47
                    return complete(State.DONE, Bridge.JSON().readTree(json));
                }
                default:
                    throw ended(next);
            }
        }

        @Override
        protected void letGo() {
            json = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * The state machine of {@code all}, Users.java:52.
     *
     * <pre>{@code
     * 52  List<String> all(ThreadPool pool, int last) throws IOException {
     * 53      List<JoinHandle<String>> handles = new ArrayList<>();
     * 54      for (int id = 1; id <= last; id++) {
     * 55          handles.add(pool.spawn(UsersAsync.getUser(this, id)));
     * 56      }
     * 57      List<String> names = new ArrayList<>();
     * 58      for (JoinHandle<String> handle : handles) {
     * 59          names.add(await(handle));
     * 60      }
     * 61      return names;
     * 62  }
     *
     *     START         53 to 58  keeps self, pool, last
     *       v
     *     LOOP          58, 59 <-------------------------------------------------+
     *       v -------------------------------------------------------------------|-+
     *     AWAIT_HANDLE  59        waits for handle, keeps names, handleIterator -+ |
     *                                                                              |
     *     AFTER_LOOP    61 <-------------------------------------------------------+
     *       v
     *     DONE
     * }</pre>
     */
    static final class AllFuture
            extends StateMachine<List<String>, AllFuture.State> implements TryFuture<List<String>, IOException> {
        /** The states. */
        private enum State {
            // in every async fn
            /** Not polled yet. */ START,
            /** It has its value. */ DONE,
            /** It is being polled, or a poll has failed. */ PANICKED,
            /** It was abandoned. */ DROPPED,

            // where this async fn waits
            /** Waits for handle. */ AWAIT_HANDLE,

            // only passed through: no poll ends here
            /** Lines 58, 59. */ LOOP,
            /** Line 61. */ AFTER_LOOP
        }

        /** The receiver of the call. */ private Users self;

        /** A parameter. */ private ThreadPool pool;
        /** A parameter. */ private final int last;

        /** Read again after an await, in lines 59, 61. */ private List<String> names;
        /** Read again after an await, in line 58. */ private Iterator<JoinHandle<String>> handleIterator;

        /**
         * Creates the future; nothing runs yet.
         *
         * @param self the object on which the method is called
         * @param pool the parameter of the method
         * @param last the parameter of the method
         */
        private AllFuture(Users self, ThreadPool pool, int last) {
            super(State.START);
            this.self = Objects.requireNonNull(self);
            this.pool = pool;
            this.last = last;
        }

        @Override
        @SuppressWarnings("fallthrough")
        public Poll<List<String>> poll(Context cx) throws Exception {
            State next = enter(State.PANICKED); // until we suspend or finish
            Object awaitedValue = null;
            if (awaited != null) { // suspended: what we wait for is polled first
                Poll<?> polled = awaited.poll(cx);
                if (polled == Poll.pending())
                    return suspend(next);
                awaitedValue = take(polled);
            }
            for (;;) {
                switch (next) {
                    case START: {
                        // 53
                        List<JoinHandle<String>> handles = new ArrayList<>();
                        for (int id = 1; id <= last; id++) {
                            handles.add(pool.spawn(UsersAsync.getUser(self, id)));
                        }
                        pool = null; // last use
                        names = new ArrayList<>();
                        // 58  for (JoinHandle<String> handle : handles) {
                        handleIterator = handles.iterator();
                    } // falls through
                    case LOOP: {
                        // 58      JoinHandle<String> handle
                        if (!handleIterator.hasNext()) {
                            next = State.AFTER_LOOP;
                            continue;
                        }
                        JoinHandle<String> handle = handleIterator.next();
                        // 59  names.add(await(handle));
                        Poll<?> polled = handle.poll(cx);
                        if (polled == Poll.pending())
                            return suspend(State.AWAIT_HANDLE, handle);
                        awaitedValue = take(polled);
                    } // ready at once: falls through
                    case AWAIT_HANDLE: { // handle is ready
                        names.add((String) awaitedValue);
                        next = State.LOOP;
                        continue;
                    }
                    case AFTER_LOOP: {
                        // 61
                        return complete(State.DONE, names);
                    }
                    default:
                        throw ended(next);
                }
            }
        }

        @Override
        protected void letGo() {
            self = null;
            pool = null;
            names = null;
            handleIterator = null;
        }

        @Override
        public void drop() {
            drop(State.DROPPED);
        }
    }

    /**
     * Reaches the members that only {@code Users} itself may use.
     */
    private static final class Bridge {
        /** The handle of {@code Users.server}. */
        private static final VarHandle SERVER;

        /** The handle of {@code Users.http}. */
        private static final VarHandle HTTP;

        /** The handle of {@code Users.JSON}. */
        private static final VarHandle JSON;

        static {
            try {
                MethodHandles.Lookup inUsers = MethodHandles.privateLookupIn(Users.class, MethodHandles.lookup());
                SERVER = inUsers.findVarHandle(Users.class, "server", URI.class);
                HTTP = inUsers.findVarHandle(Users.class, "http", HttpClient.class);
                JSON = inUsers.findStaticVarHandle(Users.class, "JSON", ObjectMapper.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        /** No instances. */
        private Bridge() {}

        /**
         * Reads {@code Users.server}.
         *
         * @param self the object whose member it is
         * @return its value
         */
        static URI server(Users self) {
            return (URI) SERVER.get(self);
        }

        /**
         * Reads {@code Users.http}.
         *
         * @param self the object whose member it is
         * @return its value
         */
        static HttpClient http(Users self) {
            return (HttpClient) HTTP.get(self);
        }

        /**
         * Reads {@code Users.JSON}.
         *
         * @return its value
         */
        static ObjectMapper JSON() {
            return (ObjectMapper) JSON.get();
        }
    }
}
