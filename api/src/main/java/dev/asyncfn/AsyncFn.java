package dev.asyncfn;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as an async fn: Rust's {@code async fn}. For each class {@code Users} with such methods, the annotation
 * processor generates {@code UsersAsync}, with one static factory per async fn. It returns the state machine of the body as a
 * {@link Future}.
 *
 * <p>The annotated method itself stays as it is. Called directly, it runs its body and blocks at each
 * {@link Async#await(Future) await}; the generated future runs the same body and suspends there instead.
 *
 * <p>An async fn can be abstract, and can be overridden. A call runs the override that the receiver's class has, and so does the future:
 * the factory looks it up in a table of the class, as the virtual machine does for a call ({@link AsyncTable}). An override that
 * is not annotated, of a mock, a proxy or a lambda for instance, is called itself, once, in the first poll of the future.
 *
 * <p>A factory has the name of its async fn; the object on which an instance method is called is its first parameter. So an
 * instance method {@code add(b)} and a static {@code add(a, b)} would have the same factory: that of the static method is called
 * {@code addStatic}. The instance method keeps its name, whichever is declared first.
 *
 * <p>The annotation is kept in the class file, so that an async fn of another jar is recognised as one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AsyncFn {}
