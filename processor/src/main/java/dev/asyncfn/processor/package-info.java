/**
 * The annotation processor: it reads the bodies of async fns, and generates a future class for each.
 *
 * <p>javac finds {@link dev.asyncfn.processor.AsyncFnProcessor} through a services file. Users never call anything in this jar: they see generated
 * classes, and errors and warnings, each with an id that {@code DIAGNOSTICS.md} explains. There is one option,
 * {@code -Aasyncfn.explicitAwait=warn}, which reports direct calls of async fns without {@code await(...)} around them.
 *
 * <p>For readers of the code: {@code Stages} runs the stages of a round, {@code BodyStages} those of a single body. Each stage is a package
 * that takes the result of the one before it:
 *
 * <ol>
 *   <li>{@link dev.asyncfn.processor.collect}: finds the async fns of a round, and checks their signatures.
 *   <li>{@link dev.asyncfn.processor.parse}: the syntax of a body.
 *   <li>{@link dev.asyncfn.processor.attribute}: its symbols and types, from javac.
 *   <li>{@link dev.asyncfn.processor.check}: the rules for bodies, each of which may report an error or a warning.
 *   <li>{@link dev.asyncfn.processor.plan}: which statements and expressions are split, and which are kept verbatim.
 *   <li>{@link dev.asyncfn.processor.lower}, with {@link dev.asyncfn.processor.translate}: the body as a graph of blocks,
 *       {@link dev.asyncfn.processor.ir}.
 *   <li>{@link dev.asyncfn.processor.analyze}: states, fields and locals.
 *   <li>{@link dev.asyncfn.processor.emit}: the generated source.
 * </ol>
 *
 * <p>{@code ARCHITECTURE.md} follows one async fn through all of them.
 */
package dev.asyncfn.processor;
