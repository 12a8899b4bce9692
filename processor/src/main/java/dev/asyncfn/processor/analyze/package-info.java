/**
 * The seventh stage: lays a graph out as a state machine. Which blocks share a state, where each variable lives, and where a reference is
 * used for the last time, all by data flow.
 */
package dev.asyncfn.processor.analyze;
