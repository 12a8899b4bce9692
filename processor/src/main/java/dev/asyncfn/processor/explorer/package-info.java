/**
 * The page that explains a facade to a reader. Its program is a resource beside this package, made by {@code processor/explorer}; here a map
 * is put into it.
 */
package dev.asyncfn.processor.explorer;
