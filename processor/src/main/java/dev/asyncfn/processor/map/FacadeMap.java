package dev.asyncfn.processor.map;

import java.util.List;

/**
 * A facade and the class whose async fns it has.
 *
 * @param name the binary name of the facade
 * @param fns in the order of the generated text; none of which the body was rejected
 */
public record FacadeMap(String name, TextFile source, TextFile generated, List<FnMap> fns) {
    /** A file by its simple name. */
    public record TextFile(String name, String text) {}

    public FacadeMap {
        fns = List.copyOf(fns);
    }
}
