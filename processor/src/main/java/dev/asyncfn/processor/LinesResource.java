package dev.asyncfn.processor;

import javax.lang.model.element.TypeElement;

/** Writes the text about a facade's lines beside its class file. Programs run without it, so that a failure is only a note. */
final class LinesResource {
    private final FacadeResource resources;

    LinesResource(FacadeResource resources) {
        this.resources = resources;
    }

    void write(TypeElement owner, String facade, String text) {
        resources.write(
                owner,
                "META-INF/asyncfn/" + facade + ".lines",
                () -> text,
                "stack traces of " + facade + " will show generated lines");
    }
}
