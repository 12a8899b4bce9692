/**
 * A bridge to micrometer's context propagation: {@link dev.asyncfn.bridge.micrometer.MicrometerBridge} keeps the registered thread locals around
 * each poll of a task.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.micrometer;
