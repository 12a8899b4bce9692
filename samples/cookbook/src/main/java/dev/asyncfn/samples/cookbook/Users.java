package dev.asyncfn.samples.cookbook;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongFunction;

/** A repository: an interface of async fns, with two implementations. A test puts a lambda in their place. */
@FunctionalInterface
public interface Users {
    /** The name of a user. */
    @AsyncFn
    String find(long id) throws IOException;

    /** The names of several users, one after the other. An implementation that can do better overrides it. */
    @AsyncFn
    default List<String> all(List<Long> ids) throws IOException {
        List<String> names = new ArrayList<>();
        for (long id : ids) {
            names.add(await(find(id)));
        }
        return names;
    }

    /** Asks a server each time. */
    final class Remote implements Users {
        private final LongFunction<Future<String>> server;

        public Remote(LongFunction<Future<String>> server) {
            this.server = server;
        }

        @Override
        @AsyncFn
        public String find(long id) throws IOException {
            String name = await(server.apply(id));
            if (name.isEmpty()) {
                throw new IOException("no user " + id);
            }
            return name;
        }
    }

    /** Remembers the names that another repository has found. */
    final class Cached implements Users {
        private final Map<Long, String> names = new ConcurrentHashMap<>();
        private final Users others;

        public Cached(Users others) {
            this.others = others;
        }

        @Override
        @AsyncFn
        public String find(long id) throws IOException {
            String known = names.get(id);
            if (known != null) {
                return known;
            }
            String found = await(others.find(id)); // the future of whichever class it has
            names.put(id, found);
            return found;
        }
    }
}
