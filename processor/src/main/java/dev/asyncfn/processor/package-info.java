/**
 * The annotation processor. {@link dev.asyncfn.processor.AsyncFnProcessor} is what javac finds; {@code Stages} runs the stages of a
 * round, {@code BodyStages} those of single bodies. Each stage is a package, and takes what the one before it gives:
 * collect, parse, attribute, check, plan, lower with translate, analyze, emit. {@code ARCHITECTURE.md} carries one async fn
 * through all of them.
 */
package dev.asyncfn.processor;
