/**
 * What all stages may know: an async fn, its facade, its file, and the names of what is generated.
 */
package dev.asyncfn.processor.model;
