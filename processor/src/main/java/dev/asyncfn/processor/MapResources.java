package dev.asyncfn.processor;

import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.map.MapText;
import dev.asyncfn.processor.map.Mapping;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.options.Options;

/** Writes what the user asked for about a facade, beside its class file. */
final class MapResources {
    private final FacadeResource resources;
    private final boolean asked;

    MapResources(FacadeResource resources, Options options) {
        this.resources = resources;
        this.asked = options.writesMap();
    }

    void write(Facade facade, FacadeText text) {
        if (!asked) {
            return;
        }
        String folder =
                facade.packageName().isEmpty() ? "" : facade.packageName().replace('.', '/') + "/";
        resources.write(
                facade.owner(),
                folder + facade.simpleName() + ".map.json",
                () -> MapText.of(Mapping.of(facade, text)),
                "there is no map of it");
    }
}
