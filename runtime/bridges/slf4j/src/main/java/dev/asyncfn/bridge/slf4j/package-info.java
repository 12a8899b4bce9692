/**
 * A bridge to SLF4J: {@link dev.asyncfn.bridge.slf4j.Slf4jBridge} gives each task an MDC of its own.
 *
 * <p>No parameter and no result in this package may be null unless its description says so.
 */
package dev.asyncfn.bridge.slf4j;
