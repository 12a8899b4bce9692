package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The future of a call is that of the override which the receiver's class has. */
final class Dispatch {
    private Dispatch() {}

    interface Repo {
        @AsyncFn
        String find(Trace t, long id) throws IOException;

        @AsyncFn
        default List<String> all(Trace t, long... ids) throws IOException {
            List<String> found = new ArrayList<>();
            for (long id : ids) {
                found.add(await(find(t, id)));
            }
            return found;
        }

        @AsyncFn
        default void touch(Trace t) {
            await(t.tick("touch"));
        }
    }

    static final class Sql implements Repo {
        @AsyncFn
        @Override
        public String find(Trace t, long id) throws IOException {
            String row = await(t.leaf("row", "sql " + id));
            if (id < 0) {
                throw new IOException("no " + id);
            }
            return row;
        }
    }

    static class Cache implements Repo {
        private final Repo behind;
        private final List<Long> known = new ArrayList<>();

        Cache(Repo behind) {
            this.behind = behind;
        }

        @AsyncFn
        @Override
        public String find(Trace t, long id) throws IOException {
            if (known.contains(id)) {
                return "known " + id;
            }
            known.add(id);
            return "cached " + await(behind.find(t, id));
        }

        @AsyncFn
        @Override
        public void touch(Trace t) {
            behind.touch(t);
            await(t.tick("touch the cache"));
        }
    }

    /** Overrides one async fn by a method that is none, and inherits the others. */
    static class Plain extends Cache {
        Plain(Repo behind) {
            super(behind);
        }

        @Override
        public String find(Trace t, long id) {
            t.log("plain find");
            return "plain " + id;
        }
    }

    /** Is async again. */
    static class Below extends Plain {
        Below(Repo behind) {
            super(behind);
        }

        @AsyncFn
        @Override
        public String find(Trace t, long id) {
            return "below " + await(t.leaf("below", id));
        }
    }

    static List<Repo> repos(Trace t) {
        return List.of(
                new Sql(),
                new Cache(new Sql()),
                new Cache(new Plain(null)),
                new Plain(new Sql()),
                new Below(new Sql()),
                (trace, id) -> "lambda " + id,
                new Repo() {
                    @Override
                    public String find(Trace trace, long id) {
                        trace.log("anonymous");
                        return "anonymous " + id;
                    }

                    @Override
                    public List<String> all(Trace trace, long... ids) {
                        return List.of("all", "" + ids.length);
                    }
                },
                new Cache(new Sql()) {});
    }

    @Case
    @AsyncFn
    static List<Object> eachClassHasItsOwn(Trace t) throws IOException {
        List<Object> found = new ArrayList<>();
        for (Repo repo : repos(t)) {
            found.add(await(repo.find(t, 1)));
            found.add(repo.find(t, 1) + "!");
            found.add(await(repo.all(t, 1, 2)));
            repo.touch(t);
        }
        return found;
    }

    @Case
    @AsyncFn
    static String failuresAreThoseOfTheOverride(Trace t) {
        StringBuilder said = new StringBuilder();
        for (Repo repo : repos(t)) {
            try {
                said.append(await(repo.find(t, -1)));
            } catch (IOException e) {
                said.append(e.getMessage());
            } finally {
                repo.touch(t);
            }
        }
        return said.toString();
    }

    @Case
    @AsyncFn
    static List<String> throughTypesBelow(Trace t) throws IOException {
        Sql sql = new Sql();
        Cache cache = new Below(sql);
        Plain plain = new Plain(sql);
        return List.of(
                await(sql.find(t, 1)),
                await(cache.find(t, 2)),
                plain.find(t, 3),
                "" + await(sql.all(t, 4)),
                "" + await(cache.all(t, 5, 6)));
    }

    static Repo none(Trace t) {
        t.log("no receiver");
        return null;
    }

    @Case
    @AsyncFn
    static String noReceiver(Trace t) throws IOException {
        try {
            return await(none(t).find(t, t.v("evaluated", 1)));
        } catch (NullPointerException e) {
            t.log("caught");
        }
        none(t).touch(t);
        return "not reached";
    }

    @Case
    @AsyncFn
    static String receiversAndArgumentsAreEvaluatedOnceInOrder(Trace t) throws IOException {
        return await(t.v("receiver", new Cache(new Sql())).find(t.v("trace", t), await(t.leaf("id", 7L))));
    }
}
