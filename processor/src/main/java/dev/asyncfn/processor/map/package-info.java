/**
 * A facade as data, for whoever shows it: states, ways between them, fields with their reasons, and which piece of the generated text
 * comes from which piece of the source. It is made from what the stages know; no text is parsed.
 */
package dev.asyncfn.processor.map;
