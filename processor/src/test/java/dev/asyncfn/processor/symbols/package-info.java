/**
 * Compares what a future refers to with what its body refers to. javac resolves the body's names once; printed elsewhere,
 * they may resolve to something else without a word: another overload, a member of another instance, a changed text.
 *
 * <p>{@link dev.asyncfn.processor.symbols.Attributed} has javac attribute the sources and the generated ones once more;
 * {@link dev.asyncfn.processor.symbols.ComparedRun} takes what javac finds when it generates and compiles them.
 * {@link dev.asyncfn.processor.symbols.BodyReferences} and {@link dev.asyncfn.processor.symbols.GeneratedReferences}
 * collect what each async fn refers to; the latter translates accessors and factories back to what they stand for.
 * {@link dev.asyncfn.processor.symbols.Matching} wants each reference of the body in the future as well, and for each that
 * only the future has one of the {@linkplain dev.asyncfn.processor.symbols.Reason known reasons}.
 *
 * <p>The order in which code runs is not looked at: running it shows that.
 *
 * <p>By hand:
 *
 * <pre>java -cp processor/target/test-classes dev.asyncfn.processor.symbols.SymbolsMain -cp CLASSPATH -- SOURCES GENERATED</pre>
 */
package dev.asyncfn.processor.symbols;
