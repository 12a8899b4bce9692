package dev.asyncfn.processor;

import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.explorer.ExplorerPage;
import dev.asyncfn.processor.map.FacadeMap;
import dev.asyncfn.processor.map.MapText;
import dev.asyncfn.processor.map.Mapping;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.options.Options;
import java.util.function.Function;

/** Writes what the user asked for about a facade, beside its class file. */
final class MapResources {
    private final FacadeResource resources;
    private final Options options;

    MapResources(FacadeResource resources, Options options) {
        this.resources = resources;
        this.options = options;
    }

    void write(Facade facade, FacadeText text) {
        if (options.writesMap()) {
            write(facade, text, ".map.json", MapText::of, "there is no map of it");
        }
        if (options.writesExplorer()) {
            write(facade, text, ".explorer.html", ExplorerPage::of, "there is no page about it");
        }
    }

    private void write(Facade facade, FacadeText text, String ending, Function<FacadeMap, String> form, String missed) {
        String folder =
                facade.packageName().isEmpty() ? "" : facade.packageName().replace('.', '/') + "/";
        String path = folder + facade.simpleName() + ending;
        resources.write(facade.owner(), path, () -> form.apply(Mapping.of(facade, text)), missed);
    }
}
