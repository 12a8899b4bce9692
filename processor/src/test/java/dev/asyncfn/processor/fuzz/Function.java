package dev.asyncfn.processor.fuzz;

/** What lambdas, method references and local classes of generated programs implement. */
@FunctionalInterface
public interface Function {
    Function IDENTITY = x -> x;

    int at(int x);
}
