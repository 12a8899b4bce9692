package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Nothing in a body names the type, and its text stays as it is; but what javac infers from it would. */
final class PrivateTypeInVerbatimText {
    interface Named {
        default String name() {
            return "named";
        }
    }

    private record User(int id) implements Named {}

    private enum Color {
        RED,
        GREEN
    }

    private static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of("a").iterator();
        }
    }

    private static final class Open implements AutoCloseable {
        @Override
        public void close() {}
    }

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Checked extends Exception {
        private static final long serialVersionUID = 1;
    }

    private interface Shout {
        String shout(String word);
    }

    private abstract static class Animal implements Named {}

    static final class Cat extends Animal {}

    static final class Dog extends Animal {}

    static final class Users extends ArrayList<User> {
        private static final long serialVersionUID = 1;
    }

    static final class Other {
        private static final class Hidden {}

        static List<Hidden> hidden() {
            return List.of(new Hidden());
        }
    }

    static User user() {
        return new User(1);
    }

    static List<User> users() {
        return List.of(user());
    }

    static List<? extends User> some() {
        return users();
    }

    static User[] array() {
        return new User[] {user()};
    }

    static int sum(User... users) {
        return users.length;
    }

    static int take(User user) {
        return user.id();
    }

    static String apply(Function<User, String> function) {
        return function.apply(user());
    }

    static int supply(Supplier<User> supplier) {
        return supplier.get().id();
    }

    static String loudly(Shout shout) {
        return shout.shout("word");
    }

    static <T> T same(T value) {
        return value;
    }

    static User field = user();

    // ---- parameters of lambdas

    @AsyncFn
    static void lambda(CompletableFuture<Integer> f) {
        await(f);
        users().forEach(user -> String.valueOf(user));
    }

    @AsyncFn
    static void varOfALambda(CompletableFuture<Integer> f) {
        await(f);
        users().forEach((var user) -> String.valueOf(user));
    }

    @AsyncFn
    static Object lambdaOfAList(CompletableFuture<Integer> f) {
        await(f);
        return Optional.of(users()).map(list -> list.size());
    }

    @AsyncFn
    static Object lambdaOfAWildcard(CompletableFuture<Integer> f) {
        await(f);
        return some().stream().filter(user -> user != null).count();
    }

    @AsyncFn
    static Supplier<Object> lambdaInALambda(CompletableFuture<Integer> f) {
        await(f);
        return () -> Other.hidden().stream().map(hidden -> hidden == null).count();
    }

    @AsyncFn
    static Object lambdaOfASubclassOfAList(CompletableFuture<Integer> f) {
        await(f);
        return new Users().stream().map(user -> "" + user).count();
    }

    // ---- functional interfaces

    @AsyncFn
    static int resultOfALambda(CompletableFuture<Integer> f) {
        return await(f) + supply(() -> user());
    }

    @AsyncFn
    static String methodReference(CompletableFuture<Integer> f) {
        return await(f) + apply(Object::toString);
    }

    @AsyncFn
    static int resultOfAMethodReference(CompletableFuture<Integer> f) {
        return await(f) + supply(PrivateTypeInVerbatimText::user);
    }

    @AsyncFn
    static Object methodReferenceOfAList(CompletableFuture<Integer> f) {
        await(f);
        return Optional.of(users()).map(List::size);
    }

    @AsyncFn
    static Supplier<String> boundReceiver(CompletableFuture<Integer> f) {
        await(f);
        return user()::name;
    }

    @AsyncFn
    static String privateInterface(CompletableFuture<Integer> f) {
        return await(f) + loudly(word -> word + "!");
    }

    @AsyncFn
    static String privateInterfaceOfAMethodReference(CompletableFuture<Integer> f) {
        return await(f) + loudly(String::trim);
    }

    // ---- arrays of variable arity

    @AsyncFn
    static long variableArity(CompletableFuture<Integer> f) {
        return await(f) + Stream.of(user(), user()).count();
    }

    @AsyncFn
    static long ownVariableArity(CompletableFuture<Integer> f) {
        return await(f) + sum(user());
    }

    @AsyncFn
    static long ofNothing(CompletableFuture<Integer> f) {
        return await(f) + sum();
    }

    @AsyncFn
    static int ofACommonSuperclass(CompletableFuture<Integer> f) {
        return await(f) + Arrays.asList(new Cat(), new Dog()).size();
    }

    // ---- casts to what a type argument is

    @AsyncFn
    static int argument(CompletableFuture<Integer> f) {
        return await(f) + take(users().get(0));
    }

    @AsyncFn
    static int argumentOfAKeptReceiver(CompletableFuture<Integer> f) {
        var users = users();
        await(f);
        return take(users.get(0));
    }

    @AsyncFn
    static int argumentAcrossAnAwait(CompletableFuture<Integer> f) {
        return take(users().get(await(f)));
    }

    @AsyncFn
    static void assignment(CompletableFuture<Integer> f) {
        await(f);
        field = same(user());
        field = users().get(0);
    }

    @AsyncFn
    static Object variableOfABlock(CompletableFuture<Integer> f) {
        await(f);
        {
            var plain = user();
            var user = users().get(0);
            return plain == user;
        }
    }

    @AsyncFn
    static Object conditional(CompletableFuture<Integer> f) {
        boolean first = await(f) == 1;
        return "" + (first ? users().get(0) : user());
    }

    @AsyncFn
    static Object resultOfASwitch(CompletableFuture<Integer> f) {
        int n = await(f);
        return switch (n) {
            case 1 -> user();
            default -> users().get(0);
        };
    }

    @AsyncFn
    static void thrown(CompletableFuture<Integer> f) {
        await(f);
        throw same(new IllegalStateException("" + same(wrong())));
    }

    static Wrong wrong() {
        return new Wrong();
    }

    @AsyncFn
    static void thrownItself(CompletableFuture<Integer> f) {
        await(f);
        throw same(wrong());
    }

    @AsyncFn
    static int lock(CompletableFuture<Integer> f) {
        int n = await(f);
        synchronized (same(user())) {
            return n;
        }
    }

    @AsyncFn
    static void assertion(CompletableFuture<Integer> f) {
        assert await(f) > 0;
        assert field != null : users().get(0);
    }

    @AsyncFn
    static String receiver(CompletableFuture<Integer> f) {
        return await(f) + some().get(0).name();
    }

    @AsyncFn
    static String commonReceiver(CompletableFuture<Integer> f) {
        return await(f) + List.of(new Cat(), new Dog()).get(0).name();
    }

    // ---- statements

    @AsyncFn
    static String loopOfVar(CompletableFuture<Integer> f) {
        String all = "" + await(f);
        for (var entry : Map.of("k", user()).entrySet()) {
            all += entry.getKey();
        }
        return all;
    }

    @AsyncFn
    static String loopOfAnArray(CompletableFuture<Integer> f) {
        String all = "" + await(f);
        for (var user : array()) {
            all += user;
        }
        return all;
    }

    static Words words() {
        return new Words();
    }

    @AsyncFn
    static String iterable(CompletableFuture<Integer> f) {
        String all = "" + await(f);
        for (String word : words()) {
            all += word;
        }
        return all;
    }

    @AsyncFn
    static String iterableTakenApart(CompletableFuture<Integer> f) {
        String all = "";
        for (String word : words()) {
            all += word + await(f);
        }
        return all;
    }

    static Open open() {
        return new Open();
    }

    @AsyncFn
    static int resource(CompletableFuture<Integer> f) {
        int n = await(f);
        try (var open = open()) {
            return n;
        }
    }

    static Color color() {
        return Color.RED;
    }

    @AsyncFn
    static int switchStatement(CompletableFuture<Integer> f) {
        int n = await(f);
        switch (color()) {
            case RED:
                return n;
            default:
                return 0;
        }
    }

    @AsyncFn
    static int switchExpression(CompletableFuture<Integer> f) {
        return switch (color()) {
            case RED -> await(f);
            case GREEN -> 2;
        };
    }

    @AsyncFn
    static Callable<Integer> switchInALambda(CompletableFuture<Integer> f) {
        int n = await(f);
        return () -> switch (color()) {
            case RED -> n;
            case GREEN -> 2;
        };
    }

    @AsyncFn
    static List<?> anonymousClass(CompletableFuture<Integer> f) {
        await(f);
        return new ArrayList<>(users()) {
            private static final long serialVersionUID = 1;
        };
    }

    // ---- what a bridge names beside parameters and result

    private static int throwing() throws Checked {
        return 1;
    }

    private static <T extends User> int bounded(List<T> users) {
        return users.size();
    }

    @AsyncFn
    static int exceptionOfABridge(CompletableFuture<Integer> f) throws Exception {
        return await(f) + throwing();
    }

    @AsyncFn
    static int boundOfABridge(CompletableFuture<Integer> f) {
        return await(f) + bounded(List.of());
    }
}
