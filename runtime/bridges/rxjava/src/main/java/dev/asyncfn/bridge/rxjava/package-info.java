/**
 * A bridge to RxJava 3: {@link dev.asyncfn.bridge.rxjava.RxJavaBridge} converts {@code Single}, {@code Maybe}, {@code Completable} and
 * {@code Flowable} to futures and streams and back, and lets {@code await(single)} suspend.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.rxjava;
