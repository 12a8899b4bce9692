package dev.asyncfn.processor;

import dev.asyncfn.processor.emit.FacadeText;
import java.net.URI;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Writes the text about a facade's lines beside its class file, for stack traces and debuggers. Programs run without it, so a failure is only a note. */
final class LinesResource {
    private final FacadeResource resources;
    /** Null if the user has not asked for it. */
    private final SourceDebugging debugging;

    LinesResource(FacadeResource resources, SourceDebugging debugging) {
        this.resources = resources;
        this.debugging = debugging;
    }

    void write(TypeElement owner, String facade, FacadeText text) {
        String path = "META-INF/asyncfn/" + facade + ".lines";
        Optional<URI> written =
                resources.write(owner, path, text::lines, "stack traces of " + facade + " will show generated lines");
        if (debugging != null) {
            String file = facade.substring(facade.lastIndexOf('.') + 1) + ".java";
            SourceDebugText extension = new SourceDebugText(file, text.source(), text.lines());
            written.ifPresent(resource -> debugging.add(facade, resource, path, extension));
        }
    }
}
