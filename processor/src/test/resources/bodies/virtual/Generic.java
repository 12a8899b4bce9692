package bodies.virtual;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.Future;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** Overrides with type arguments, narrower results, and fewer exceptions. */
final class Generic {
    private Generic() {}

    interface Repo<K extends Comparable<K>, V> {
        @AsyncFn
        V find(Trace t, K key) throws IOException;

        @AsyncFn
        default List<V> all(Trace t, Map<K, ? extends List<? super K>> keys, K[] more) throws IOException {
            List<V> found = new ArrayList<>();
            for (K key : keys.keySet()) {
                found.add(await(find(t, key)));
            }
            for (K key : more) {
                found.add(find(t, key));
            }
            return found;
        }

        @AsyncFn
        default <R extends Comparable<? super R>> R map(Trace t, K key, Function<? super V, ? extends R> function)
                throws IOException {
            return function.apply(await(find(t, key)));
        }
    }

    static class User {
        final String name;

        User(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static final class Admin extends User {
        Admin(String name) {
            super("admin " + name);
        }
    }

    static class Users implements Repo<String, User> {
        @AsyncFn
        @Override
        public User find(Trace t, String key) throws FileNotFoundException {
            if (key.isEmpty()) {
                throw new FileNotFoundException("empty");
            }
            return new User(await(t.leaf("user", key)));
        }
    }

    static class Admins extends Users {
        @AsyncFn
        @Override
        public Admin find(Trace t, String key) {
            return new Admin(await(t.leaf("admin", key)));
        }

        @AsyncFn
        @Override
        public <R extends Comparable<? super R>> R map(
                Trace t, String key, Function<? super User, ? extends R> function) {
            t.log("map of admins");
            return function.apply(await(find(t, key + "!")));
        }
    }

    /** Needs no bridge, because its superclass has them all. */
    static class Fakes extends Admins {
        @Override
        public Admin find(Trace t, String key) {
            t.log("fake " + key);
            return new Admin("fake");
        }
    }

    static class Numbers<N extends Number & Comparable<N>> implements Repo<N, List<N>> {
        @AsyncFn
        @Override
        public ArrayList<N> find(Trace t, N key) {
            ArrayList<N> list = new ArrayList<>();
            list.add(await(t.leaf("number", key)));
            return list;
        }

        @AsyncFn
        @Override
        public List<List<N>> all(Trace t, Map<N, ? extends List<? super N>> keys, N[] more) {
            return List.of(await(find(t, more[0])), find(t, keys.keySet().iterator().next()));
        }
    }

    @AsyncFn
    static <K extends Comparable<K>, V> List<Object> use(Trace t, Repo<K, V> repo, K[] keys) {
        List<Object> found = new ArrayList<>();
        try {
            found.add(await(repo.find(t, keys[0])));
            V value = repo.find(t, keys[1]);
            found.add(value);
            found.add(await(repo.all(t, Map.of(keys[0], List.of(keys[1])), keys)));
            found.add(repo.map(t, keys[0], v -> v.toString().length()));
            String mapped = repo.map(t, keys[1], v -> "mapped " + v);
            found.add(mapped);
        } catch (IOException e) {
            found.add(e.toString());
        }
        return found;
    }

    @Case
    @AsyncFn
    static List<Object> typeArguments(Trace t) {
        List<Object> found = new ArrayList<>();
        String[] keys = {"a", "b"};
        found.addAll(use(t, new Users(), keys));
        found.addAll(await(use(t, new Users(), new String[] {"a", ""})));
        found.addAll(use(t, new Admins(), keys));
        found.addAll(use(t, new Fakes(), keys));
        found.addAll(use(t, new Numbers<Integer>(), new Integer[] {1, 2}));
        return found;
    }

    @Case
    @AsyncFn
    static String throughNarrowerTypes(Trace t) {
        Admin admin = await(new Admins().find(t, "a"));
        Admin fake = new Fakes().find(t, "b");
        List<Integer> number = await(new Numbers<Integer>().find(t, 3));
        return admin.name + fake.name + number;
    }

    @Case
    @AsyncFn
    @SuppressWarnings({"rawtypes", "unchecked"})
    static Object raw(Trace t) throws IOException {
        Repo repo = new Admins();
        return await(repo.find(t, "raw")) + "" + repo.find(t, "raw again");
    }

    interface Left {
        @AsyncFn
        Object get(Trace t) throws Exception;
    }

    interface Right {
        @AsyncFn
        default CharSequence get(Trace t) throws IOException {
            return await(t.leaf("right", "right"));
        }
    }

    static class Both implements Left, Right {
        @AsyncFn
        @Override
        public String get(Trace t) {
            return await(t.leaf("both", "both"));
        }
    }

    static class Defaulted implements Right, Callable<Object> {
        @AsyncFn
        @Override
        public Object call() throws IOException {
            return await(Future.ready("called"));
        }
    }

    static class Recalled extends Defaulted {
        @AsyncFn
        @Override
        public String call() {
            return await(Future.ready("recalled"));
        }
    }

    @Case
    @AsyncFn
    static String unrelatedInterfaces(Trace t) throws Exception {
        Left left = new Both();
        Right right = new Both();
        Right defaulted = new Defaulted();
        return await(left.get(t)) + "" + await(right.get(t)) + await(defaulted.get(t)) + new Both().get(t);
    }

    @Case
    @AsyncFn
    static String methodsOfLibraries(Trace t) throws Exception {
        Callable<Object> callable = new Recalled();
        Defaulted defaulted = new Recalled();
        t.log("" + callable.call());
        return await(defaulted.call()) + "" + new Defaulted().call();
    }
}
