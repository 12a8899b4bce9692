/**
 * The fourth stage: misuse in a body. One class for each rule; a body in which none finds an error continues.
 */
package dev.asyncfn.processor.check;
