package misuse;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A type parameter of the future stands for a private type: here is what cannot be done with one. */
final class PrivateTypeInBody {
    private record User(String name) {}

    private static final class Wrong extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static final class Open implements AutoCloseable {
        @Override
        public void close() {}
    }

    private interface Shout extends java.io.Serializable {
        String shout(String word);
    }

    private abstract static class Holder<T> implements List<T> {
        T value;
    }

    private abstract static class Animal {}

    static final class Cat extends Animal {}

    static final class Cage<A extends Animal> {}

    static <A extends Animal> A sameAnimal(A animal) {
        return animal;
    }

    interface Visitor {
        void visit(Animal animal);
    }

    abstract static class Shelter {
        Shelter(Animal first) {}
    }

    interface Careful {
        void visit(Animal animal) throws Hidden;
    }

    private interface Side {}

    private record Left() implements Side {}

    private record Right() implements Side {}

    static final class Users extends ArrayList<User> {
        private static final long serialVersionUID = 1;
    }

    static final class Other {
        private record User(int id) {}

        static User user() {
            return new User(1);
        }
    }

    private static final class Context {}

    static User user() {
        return new User("u");
    }

    static String loudly(Shout shout) {
        return shout.shout("word");
    }

    @SuppressWarnings("unchecked")
    static <T> int count(T... values) {
        return values.length;
    }

    @AsyncFn
    static int caught(CompletableFuture<Integer> f) {
        int n = await(f);
        try {
            return n / 0;
        } catch (Wrong e) {
            return 0;
        }
    }

    @AsyncFn
    static int pattern(CompletableFuture<Object> f) {
        Object o = await(f);
        return o instanceof User user ? (user = user()).name().length() : 0;
    }

    @AsyncFn
    static int resource(CompletableFuture<Integer> f) {
        int n = await(f);
        try (Open open = new Open()) {
            return n;
        }
    }

    @AsyncFn
    static String functionalInterface(CompletableFuture<Integer> f) {
        return await(f) + loudly(word -> word + "!");
    }

    @AsyncFn
    static String functionalInterfaceOfAReference(CompletableFuture<Integer> f) {
        return await(f) + loudly(String::trim);
    }

    @AsyncFn
    static Object generic(CompletableFuture<Holder<Integer>> f, Object o) {
        Holder<Integer> holder = await(f);
        Holder<?> other = (Holder<?>) o;
        return holder;
    }

    @AsyncFn
    static boolean madeByAReference(CompletableFuture<Integer> f) {
        Supplier<Animal> animal = Cat::new;
        return await(f) == 1 && animal.equals(null);
    }

    @AsyncFn
    static boolean bound(CompletableFuture<Integer> f) {
        Cat cat = sameAnimal(new Cat());
        Animal animal = cat;
        return await(f) == 1 && animal.equals(null);
    }

    @AsyncFn
    static boolean boundOfAClass(CompletableFuture<Integer> f) {
        Cage<Animal> cage = null;
        return await(f) == 1 && cage == null;
    }

    @AsyncFn
    static boolean inCommon(CompletableFuture<Integer> f) {
        return await(f) == 1 && List.of(new Left(), new Right()).isEmpty();
    }

    @AsyncFn
    static String subclassOfAList(CompletableFuture<Integer> f) {
        return await(f) + new Users().get(0).name();
    }

    @AsyncFn
    static String equalNames(CompletableFuture<Integer> f) {
        return await(f) + user().name() + Other.user().id();
    }

    @AsyncFn
    static <User> String nameOfATypeParameter(CompletableFuture<User> f) {
        return user().name() + await(f);
    }

    @AsyncFn
    static String nameOfGeneratedCode(CompletableFuture<Integer> f) {
        return new Context().toString() + await(f);
    }

    @AsyncFn
    static int variableArity(CompletableFuture<Integer> f) {
        return await(f) + count(user(), user());
    }

    @AsyncFn
    static int arrayOfArrays(CompletableFuture<Integer> f) {
        return new User[][] {{null}}.length + await(f);
    }

    @AsyncFn
    static Object localClass(CompletableFuture<Integer> f) {
        await(f);
        record Pair(User left, int right) {}

        return new Pair(null, 2);
    }

    @AsyncFn
    static Object boundInTheBody(CompletableFuture<Integer> f) {
        await(f);
        class Box<T extends User> {}
        return new Box<>();
    }

    @AsyncFn
    static int arraysInABrace(CompletableFuture<Integer> f) {
        User[][] users = {{null}, {}};
        return users.length + await(f);
    }

    @AsyncFn
    static String keptAnonymousClass(CompletableFuture<Integer> f) {
        var object = new Object() {
            static String text() {
                return "" + user().name();
            }
        };
        return object.text() + await(f) + object.text();
    }

    /** What a type parameter can do, and what nothing has to name. */
    @AsyncFn
    static boolean fine(CompletableFuture<Integer> f) {
        record Mine(int value) {}
        List<User> users = List.of(user(), new User("v"));
        return new Mine(await(f)).value() == users.size() && users.get(0) instanceof User;
    }

    @AsyncFn
    static int caughtInALambda(CompletableFuture<Integer> f) {
        java.util.function.IntUnaryOperator half = n -> {
            try {
                return n / 0;
            } catch (Wrong e) {
                return 0;
            }
        };
        return half.applyAsInt(await(f));
    }

    @AsyncFn
    static int closedInABlock(CompletableFuture<Integer> f, Object lock) {
        int n = await(f);
        synchronized (lock) {
            try (Open open = new Open()) {
                return n;
            }
        }
    }

    @AsyncFn
    static String subclassInTheBody(CompletableFuture<Integer> f) {
        class Third implements Side {}
        return await(f) + new Third().toString();
    }

    @AsyncFn
    static String anonymousSubclass(CompletableFuture<Integer> f) {
        Side side = new Side() {};
        return await(f) + side.toString();
    }

    interface HasUser {
        interface User {}
    }

    @AsyncFn
    static String hiddenInAClass(CompletableFuture<Integer> f) {
        User user = user();
        HasUser other = new HasUser() {};
        return await(f) + other.toString() + user;
    }

    private static final class Matched {}

    @AsyncFn
    static String nameInTheBridge(CompletableFuture<Object> f) {
        return await(f) instanceof Matched matched ? matched.toString() : "none";
    }

    private static final class Tag {
        @SafeVarargs
        static <T extends Tag> int count(T... tags) {
            return tags.length;
        }

        static int rows(Tag[]... tags) {
            return tags.length;
        }
    }

    /** The array would be one of what stands for the type. */
    @AsyncFn
    static int boundedArity(CompletableFuture<Integer> f) {
        return Tag.count(new Tag()) + await(f);
    }

    @AsyncFn
    static int rowsOfVariableArity(CompletableFuture<Integer> f) {
        return Tag.rows(new Tag[1]) + await(f);
    }

    private interface Generic {
        <T> T same(T value);
    }

    private interface OfStrings extends java.util.function.Function<String, String>, OtherOfStrings {}

    interface OtherOfStrings {
        String apply(String word);
    }

    private interface Throwing {
        void run() throws Hidden;
    }

    private static final class Hidden extends Exception {
        private static final long serialVersionUID = 1;
    }

    @AsyncFn
    static String genericFunction(CompletableFuture<Integer> f) {
        Generic generic = PrivateTypeInBody::same;
        return generic.same("x") + await(f);
    }

    static <T> T same(T value) {
        return value;
    }

    @AsyncFn
    static String functionWithTwoErasures(CompletableFuture<Integer> f) {
        OfStrings ofStrings = word -> word;
        return ofStrings.toString() + await(f);
    }

    @AsyncFn
    static int functionThatThrowsPrivately(CompletableFuture<Integer> f) {
        Throwing throwing = () -> {};
        return throwing.hashCode() + await(f);
    }

    @AsyncFn
    static int overriding(CompletableFuture<Integer> f) {
        Animal animal = new Cat();
        Visitor visitor = new Visitor() {
            @Override
            public void visit(Animal other) {}
        };
        visitor.visit(animal);
        return await(f);
    }

    @AsyncFn
    static String constructorAbove(CompletableFuture<Integer> f) {
        Animal animal = new Cat();
        Shelter shelter = new Shelter(animal) {};
        return shelter.toString() + await(f);
    }

    @AsyncFn
    static int functionThatThrows(CompletableFuture<Integer> f) {
        Animal animal = new Cat();
        Careful careful = any -> {};
        return careful.hashCode() + animal.hashCode() + await(f);
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface Kept {}

    private @interface Plain {}

    @AsyncFn
    static int annotatedClass(CompletableFuture<Integer> f) {
        @Kept
        @Plain
        int n = await(f);
        @Plain
        record Numbered(@Plain int value) {}
        return new Numbered(n).value();
    }
}
