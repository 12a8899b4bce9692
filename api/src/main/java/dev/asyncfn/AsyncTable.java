package dev.asyncfn;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The vtables of one type with virtual async fns, one for each class of its instances. A call {@code repo.find(3)} runs the
 * {@code find} that the class of {@code repo} has, and so must its future. Java's virtual machine finds that method in a table of the
 * class; a generated factory finds the function that makes the future in a table of its own. Rust's vtable of a {@code dyn Trait},
 * with the difference that a Rust reference carries its table along, while here the class of the receiver leads to it.
 *
 * <pre>{@code
 * UserRepoAsync.find(repo, 3)
 *     TABLES.of(repo)              the Table of repo.getClass(): composed at the first call, then one lookup in a ClassValue
 *         .find                    its entry for find(long): taken from the nearest class above that has one, as the method is
 *             .future(repo, 3)     makes the future, which has not run yet
 * }</pre>
 *
 * <p>A table is composed of entries. Each generated class {@code XAsync} has a nested class {@code Entries}, whose static initializer
 * {@linkplain #put puts} the async fns of {@code X} into the tables of all types whose async fns they override. It is initialized by name
 * when a table is composed that {@code X} has a part in: this needs neither access to {@code X} nor an open package. If the
 * nearest override is no async fn, because it is the method of a mock, a proxy or a lambda for instance, the entry
 * {@linkplain #call calls the method itself}.
 *
 * <p>It is for generated classes, and thread-safe. It keeps no class alive: what it holds for a class goes with the loader of the class.
 *
 * @param <T> the generated class {@code Table}: an entry for each virtual async fn
 */
public final class AsyncTable<T> {
    private static final String ENTRIES = "Async$Entries";

    private final Class<?> type;
    private final Function<Overrides, T> composer;

    /** The entries of each class, by the functional interface of the async fn. */
    private final ClassValue<Map<Class<?>, Entry>> entries = new ClassValue<>() {
        @Override
        protected Map<Class<?>, Entry> computeValue(Class<?> implementor) {
            return new ConcurrentHashMap<>();
        }
    };

    private final ClassValue<Row<T>> rows = new ClassValue<>() {
        @Override
        protected Row<T> computeValue(Class<?> receiver) {
            T table = composer.apply(new Overrides(AsyncTable.this, new Hierarchy(receiver, type)));
            return new Row<>(table, InlineMocks.of(receiver));
        }
    };

    /** By the type of a {@code super}, the signatures of the async fns that it is known to inherit from the declaring type. */
    private final ClassValue<Set<String>> inherited = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> above) {
            return ConcurrentHashMap.newKeySet();
        }
    };

    /** The table whose entries all call the methods themselves: for mocks, and for null, of which each call fails. */
    private final T calling;

    /**
     * What is known of a class.
     *
     * @param mocks those of its objects to which the table does not apply; null if there are none
     */
    private record Row<T>(T table, InlineMocks mocks) {}

    /**
     * An async fn of one class.
     *
     * @param function makes its future
     * @param overridden the method whose calls it is for
     * @param signature its own, which is another than that of the overridden method if a type parameter has an argument
     */
    record Entry(Object function, String overridden, String signature) {
        Entry {
            Objects.requireNonNull(overridden, "signature");
            Objects.requireNonNull(signature, "ownSignature");
        }
    }

    private AsyncTable(Class<?> type, Function<Overrides, T> composer) {
        this.type = type;
        this.composer = composer;
        this.calling = composer.apply(new Overrides(this, null));
    }

    /**
     * The tables of a type.
     *
     * @param <T> the generated class {@code Table}
     * @param type the type that declares the async fns
     * @param composer makes the table of a class from the overrides that instances of the class have
     * @return no table yet: each is composed when it is needed
     */
    public static <T> AsyncTable<T> of(Class<?> type, Function<Overrides, T> composer) {
        return new AsyncTable<>(Objects.requireNonNull(type, "type"), Objects.requireNonNull(composer, "composer"));
    }

    /**
     * The table of a receiver's class.
     *
     * @param receiver an instance of the type, or null: then the futures fail at their first poll, as the method calls do
     * @return the table
     * @throws LinkageError if an entry needs a class or member that is not there, because its class was compiled against another
     *     version of this type
     */
    public T of(Object receiver) {
        if (receiver == null) {
            return calling;
        }
        Row<T> row = rows.get(receiver.getClass());
        return row.mocks() != null && row.mocks().include(receiver) ? calling : row.table();
    }

    /**
     * Checks that a call by {@code super} still means the async fn of this type, as it did when it was compiled: a class between the two
     * that has been compiled again since may override it.
     *
     * @param <R> the type of the receiver
     * @param above the type that {@code super} is
     * @param signature the async fn, as {@code find(long, java.lang.String[])}
     * @param receiver the receiver of the call
     * @return {@code receiver}
     * @throws IncompatibleClassChangeError if it means another method now, so that the caller must be compiled again, too
     */
    public <R> R inherited(Class<?> above, String signature, R receiver) {
        Set<String> known = inherited.get(above);
        if (!known.contains(signature)) {
            if (!new Hierarchy(above, type).inherits(signature, at -> entry(at, signature))) {
                throw new IncompatibleClassChangeError(
                        type.getName() + "." + signature + ", called by super, is not what " + above.getName()
                                + " inherits any more: compile the caller again");
            }
            known.add(signature);
        }
        return receiver;
    }

    private Entry entry(Class<?> implementor, String signature) {
        return entriesOf(implementor).values().stream()
                .filter(entry -> entry.overridden().equals(signature))
                .findFirst()
                .orElse(null);
    }

    /**
     * Makes an async fn the entry of all instances of its class, except those with a nearer override.
     *
     * @param <F> the functional interface of the overridden async fn
     * @param fn the same, a nested interface of the generated class {@code Table}
     * @param signature the overridden async fn, as {@code find(long, java.lang.String[])}. If {@code fn} belongs to another one by now,
     *     because an overload was added before it, the entry is not used
     * @param implementor the class that has the override
     * @param function makes the future of the override
     */
    public <F> void put(Class<F> fn, String signature, Class<?> implementor, F function) {
        put(fn, signature, implementor, function, signature);
    }

    /**
     * The same of an override with a signature of its own, which has an argument for a type parameter.
     *
     * @param <F> the functional interface of the overridden async fn
     * @param fn the same
     * @param signature the overridden async fn
     * @param implementor the class that has the override
     * @param function makes the future of the override
     * @param ownSignature the override, as {@code signature}
     */
    public <F> void put(Class<F> fn, String signature, Class<?> implementor, F function, String ownSignature) {
        entries.get(implementor).put(fn, new Entry(fn.cast(function), signature, ownSignature));
    }

    /**
     * A future that calls a method itself, once, in its first poll, and then has its result: the entry for an override that is no async
     * fn. If that method blocks, it blocks the thread that polls.
     *
     * @param <T> the type of the result
     * @param <E> the checked exception that the method may throw
     * @param method the call
     * @return a new future
     */
    public static <T, E extends Exception> TryFuture<T, E> call(Callable<? extends T> method) {
        return new MethodCall<>(Objects.requireNonNull(method, "method"));
    }

    /**
     * A future of an override, as the overridden method promises it: the override may declare fewer exceptions, even none.
     *
     * @param <T> the type of the value
     * @param <E> the checked exception of the overridden method
     * @param future the future of the override
     * @return {@code future} itself, unless it names no exception
     */
    @SuppressWarnings("unchecked") // E is a declaration: what the override may fail with is an E
    public static <T, E extends Exception> TryFuture<T, E> fallible(Future<T> future) {
        return future instanceof TryFuture<T, ?> fallible ? (TryFuture<T, E>) fallible : new Fallible<>(future);
    }

    /** The entries of a class; its generated class is initialized, so that they are there. */
    private Map<Class<?>, Entry> entriesOf(Class<?> implementor) {
        if (!type.isAssignableFrom(implementor)) {
            return Map.of(); // a superclass, or an interface beside this type
        }
        String generated = GeneratedNames.facadeOf(implementor, ENTRIES);
        if (generated != null) {
            initialize(generated, implementor.getClassLoader());
        }
        return entries.get(implementor);
    }

    private static void initialize(String generated, ClassLoader loader) {
        try {
            Class.forName(generated, true, loader);
        } catch (ClassNotFoundException e) {
            return; // its class was compiled without the processor, or overrides no async fn by one
        }
    }

    /** The overrides that instances of one class have. It is for generated classes, while a table is composed. */
    public static final class Overrides {
        private final AsyncTable<?> tables;
        /** Null for the table that calls the methods themselves. */
        private final Hierarchy hierarchy;

        private Overrides(AsyncTable<?> tables, Hierarchy hierarchy) {
            this.tables = tables;
            this.hierarchy = hierarchy;
        }

        /**
         * The entry for an async fn: that of the method which the virtual machine would select for a call (JVMS 5.4.6).
         *
         * @param <F> the functional interface of the async fn
         * @param fn the same
         * @param called the entry for an override that is no async fn: it {@linkplain #call calls} the method
         * @param signature the async fn, as {@code find(long, java.lang.String[])}
         * @return the entry of the nearest override
         */
        public <F> F nearest(Class<F> fn, F called, String signature) {
            Entry entry = hierarchy == null ? null : hierarchy.select(signature, type -> entry(type, fn, signature));
            return entry == null ? called : fn.cast(entry.function());
        }

        private Entry entry(Class<?> type, Class<?> fn, String signature) {
            Entry entry = tables.entriesOf(type).get(fn);
            return entry != null && entry.overridden().equals(signature) ? entry : null;
        }
    }
}
