package dev.asyncfn.executor;

import dev.asyncfn.Future;
import dev.asyncfn.TryFuture;
import java.util.NoSuchElementException;
import java.util.Objects;

/**
 * A value that a task carries, such as a trace id: tokio's {@code task_local!}, with the manners of the JDK's {@code ScopedValue}.
 *
 * <pre>{@code
 * static final TaskLocal<String> TRACE = TaskLocal.of("trace");
 *
 * Response response = await(TRACE.where(request.id(), HandlersAsync.handle(request)));
 * }</pre>
 *
 * <p>The value is bound for one future, and for everything that its polls and its drop call, directly or not; no thread keeps it in between.
 * A future that is spawned there inherits all values bound at that moment: a task of any executor, a child of a {@link TaskScope}, code that runs
 * by {@link Blocking}. A future that is only created there does not: it has the values of the code that polls it. When a body is called
 * directly instead of as a future, the values are the same.
 *
 * <p>A value cannot be replaced, only hidden by another one for a future within. Thread-safe; a value that several tasks inherit should be,
 * too.
 *
 * @param <T> the type of the value
 */
public final class TaskLocal<T> {
    private final String name;

    private TaskLocal(String name) {
        this.name = Objects.requireNonNull(name, "name");
    }

    /**
     * A key to which no value is bound yet. It is usually kept in a static final field.
     *
     * @param <T> the type of the value
     * @param name the name, for messages and dumps; it need not be unique
     * @return the key
     */
    public static <T> TaskLocal<T> of(String name) {
        return new TaskLocal<>(name);
    }

    /**
     * Binds a value for a future.
     *
     * @param <R> the type of the future's value
     * @param value the value to bind, which may be null
     * @param future the future, which the returned one owns from now on
     * @return a future that polls the given one with the value bound
     */
    @SuppressWarnings("overloads") // meant: TryFuture is the more specific of the two
    public <R> Future<R> where(T value, Future<R> future) {
        return new WithLocal<R, Exception>(this, value, future);
    }

    /**
     * Binds a value for a future that names its checked exception.
     *
     * @param <R> the type of the future's value
     * @param <E> the exception that it may fail with
     * @param value the value to bind, which may be null
     * @param future the future, which the returned one owns from now on
     * @return a future that polls the given one with the value bound
     */
    @SuppressWarnings("overloads") // newer javacs warn here
    public <R, E extends Exception> TryFuture<R, E> where(T value, TryFuture<R, E> future) {
        return new WithLocal<>(this, value, future);
    }

    /**
     * The value bound for the code that calls this.
     *
     * @return the value, which may be null
     * @throws NoSuchElementException if no value is bound
     */
    public T get() {
        Bindings bound = Bindings.find(this);
        if (bound == null) {
            throw new NoSuchElementException("no value is bound to the task local " + name);
        }
        return value(bound);
    }

    /**
     * Whether a value is bound for the code that calls this.
     *
     * @return whether {@link #get()} has a value
     */
    public boolean isBound() {
        return Bindings.find(this) != null;
    }

    /**
     * The value bound for the code that calls this, or another one.
     *
     * @param other the result if no value is bound; it may be null
     * @return the bound value, which may be null, or {@code other}
     */
    public T orElse(T other) {
        Bindings bound = Bindings.find(this);
        return bound == null ? other : value(bound);
    }

    @SuppressWarnings("unchecked") // only where(T, ...) binds values to this key
    private T value(Bindings bound) {
        return (T) bound.value();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
