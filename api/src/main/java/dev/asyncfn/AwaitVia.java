package dev.asyncfn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method as an {@code await} for values that {@link Async} does not know, those of another library for instance. It names
 * the method beside it that makes their future:
 *
 * <pre>{@code
 * public final class ReactorBridge {
 *     @AwaitVia("future")
 *     public static <T> T await(Mono<T> mono) {
 *         return Async.await(future(mono));
 *     }
 *
 *     public static <T> Future<T> future(Mono<T> mono) { ... }
 * }
 * }</pre>
 *
 * <p>With {@code import static} of both, {@code await(mono)} in the body of an async fn is a point of suspension like any other: its
 * generated future awaits {@code ReactorBridge.future(mono)}. Everywhere else, and when the async fn is called directly, the marked method
 * itself runs, so it must mean the same: await that future.
 *
 * <p>The marked method may have any name. It is found by what a call resolves to, never by its name, and its class need not be that of a
 * library: the classes of one compilation can have such methods too.
 *
 * @see Async#await(Future)
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AwaitVia {
    /**
     * The name of the method that makes the future.
     *
     * @return the name of a static method of the same class that is not private, with the same type parameters and parameters, at least one
     *     and none of variable arity. It returns a {@link Future} or {@link TryFuture} of what the marked method returns, of {@link Void} if
     *     that is {@code void}
     */
    String value();
}
