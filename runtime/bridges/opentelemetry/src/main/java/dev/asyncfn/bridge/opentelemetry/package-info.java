/**
 * A bridge to OpenTelemetry: {@link dev.asyncfn.bridge.opentelemetry.OpenTelemetryBridge} keeps the current context, and with it the current
 * span, around each poll of a task.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.opentelemetry;
