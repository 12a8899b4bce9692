package dev.asyncfn.processor.map;

import com.github.javaparser.ast.body.MethodDeclaration;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.emit.Place;
import dev.asyncfn.processor.emit.SourceMap.Region;
import dev.asyncfn.processor.map.FacadeMap.TextFile;
import dev.asyncfn.processor.map.FnMap.Edge;
import dev.asyncfn.processor.model.BlockFn;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;

/** Makes the map of a facade that has been printed. */
public final class Mapping {
    private final String facade;
    private final FacadeText text;
    private final SourceFile generated;

    private Mapping(Facade facade, FacadeText text) {
        this.facade =
                facade.packageName().isEmpty() ? facade.simpleName() : facade.packageName() + "." + facade.simpleName();
        this.text = text;
        this.generated = new SourceFile(facade.simpleName() + ".java", text.source());
    }

    /** The map of what was written for a facade. */
    public static FacadeMap of(Facade facade, FacadeText text) {
        return new Mapping(facade, text).map();
    }

    private FacadeMap map() {
        List<FnMap> fns = text.file().map().regions().stream()
                .filter(region -> region.place() instanceof Place.FutureClass)
                .map(this::fn)
                .toList();
        return new FacadeMap(
                facade,
                new TextFile(text.original().name(), text.original().text()),
                new TextFile(generated.name(), generated.text()),
                fns);
    }

    private FnMap fn(Region extent) {
        StateMachine machine = ((Place.FutureClass) extent.place()).machine();
        Sources sources = new Sources(machine);
        FnPlaces places = new FnPlaces(machine, generated, text.file().map(), extent);
        Fields fields = new Fields(machine, sources, places);
        List<Edge> edges = new Edges(machine, sources, places).all();
        MethodSource method = machine.fn().source();
        MethodDeclaration declaration = method.declaration();
        BlockFn block = machine.fn().isBlock() ? (BlockFn) machine.fn().element() : null;
        String name = declaration.getNameAsString();
        return new FnMap(
                block == null ? name : name + "." + block.futureName(),
                block == null ? signature(method) : "an async block in " + name,
                facade + "$" + (block == null ? machine.fn().method().futureName() : block.nestedName()),
                sources.range(method.file().place(declaration)), // of a block, the lambda
                places.extent(),
                new States(machine, sources, places, edges).all(),
                edges,
                fields.all(),
                fields.locals(),
                new Links(sources, places, fields, new StepParts()).all());
    }

    /** Without annotations and body. */
    private static String signature(MethodSource method) {
        MethodDeclaration declaration = method.declaration();
        int start = declaration.getModifiers().isEmpty()
                ? method.file().start(declaration.getType())
                : method.file().start(declaration.getModifiers().get(0));
        int end = method.file().start(declaration.getBody().orElseThrow());
        return method.tokens().inOneLine(new Span(start, end));
    }
}
