package dev.asyncfn.processor;

import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.explorer.ExplorerPage;
import dev.asyncfn.processor.map.FacadeMap;
import dev.asyncfn.processor.map.MapText;
import dev.asyncfn.processor.map.Mapping;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.options.Options;
import java.util.function.Function;
import javax.lang.model.util.Elements;

/** Writes what the user asked for about a facade, beside its class file. */
final class MapResources {
    private final FacadeResource resources;
    private final Elements elements;
    private final Options options;

    MapResources(FacadeResource resources, Elements elements, Options options) {
        this.elements = elements;
        this.resources = resources;
        this.options = options;
    }

    /** @param name the binary name of the facade */
    void write(Facade facade, String name, FacadeText text) {
        if (options.writesMap()) {
            write(facade, text, ".map.json", MapText::of, "there is no map of it");
        }
        if (options.writesExplorer()) {
            write(facade, text, ".explorer.html", ExplorerPage::of, "there is no page about it");
        }
        if (options.writesReachability()) {
            resources.write(
                    facade.owner(),
                    "META-INF/native-image/dev.asyncfn.facades/" + name + "/reachability-metadata.json",
                    () -> ReachabilityText.of(elements, facade.owner(), name, text.lines()),
                    "native-image knows nothing of what is found by name");
        }
    }

    private void write(Facade facade, FacadeText text, String ending, Function<FacadeMap, String> form, String missed) {
        String folder =
                facade.packageName().isEmpty() ? "" : facade.packageName().replace('.', '/') + "/";
        String path = folder + facade.simpleName() + ending;
        resources.write(facade.owner(), path, () -> form.apply(Mapping.of(facade, text)), missed);
    }
}
