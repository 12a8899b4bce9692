/**
 * The last stage: prints the facade. JavaPoet prints declarations, types and imports; the text of the user is copied, char by char, with
 * the lines that it comes from.
 */
package dev.asyncfn.processor.emit;
