package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.emit.Place;
import dev.asyncfn.processor.emit.SourceMap.Copy;
import dev.asyncfn.processor.emit.SourceMap.Region;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.map.FnMap.Link;
import dev.asyncfn.processor.map.FnMap.Part;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which piece of the generated text comes from which piece of the source. */
final class Links {
    private static final Comparator<Link> ORDER =
            Comparator.comparing(Link::generated).thenComparing(Link::source).thenComparing(Link::part);

    private final Sources sources;
    private final FnPlaces places;
    private final Fields fields;
    private final StepParts parts;
    private final List<Link> links = new ArrayList<>();

    Links(Sources sources, FnPlaces places, Fields fields, StepParts parts) {
        this.sources = sources;
        this.places = places;
        this.fields = fields;
        this.parts = parts;
    }

    /** In the order of the generated text. */
    List<Link> all() {
        places.regions().forEach(this::add);
        copies();
        return links.stream().sorted(ORDER).distinct().toList();
    }

    private void add(Region region) {
        Place place = region.place();
        Case state = places.state(region.start());
        if (place instanceof Place.OfStep step) {
            link(sources.of(step.step()), region, step.step().accept(parts));
        } else if (place instanceof Place.OfEnd end) {
            boolean awaits = end.part() == Place.Part.CREATE || end.part() == Place.Part.POLL;
            Span source = awaits ? ((End.Await) end.block().end()).awaited() : sources.end(end.block());
            link(source, region, Part.valueOf(end.part().name()));
        } else if (place instanceof Place.Guard guard) {
            link(sources.begin(guard.block()), region, Part.REGION);
        } else if (place instanceof Place.Jump jump) {
            link(jump.source().isEmpty() ? around(region) : jump.source(), region, Part.JUMP);
        } else if (place instanceof Place.Completion completion) {
            link(completion.source().isEmpty() ? around(region) : completion.source(), region, Part.RETURN);
        } else if (place instanceof Place.LetGo letGo) {
            Span declared = fields.place(letGo.variable());
            link(declared.isEmpty() ? sources.end(letGo.block()) : declared, region, Part.LET_GO);
        } else if (place instanceof Place.Use use) {
            link(use.variable().source(), region, Part.OPERAND);
        } else if (place instanceof Place.Field field) {
            link(fields.place(field.variable()), region, Part.FIELD);
        } else if (place instanceof Place.Output && state != null && sources.await(state) != null) {
            link(sources.await(state).awaited(), region, Part.VALUE);
        }
    }

    /** The source of the step, or of the end of a block, in whose code a region stands. */
    private Span around(Region inner) {
        Span source = Span.NONE;
        for (Region region : places.around(inner)) {
            if (region.place() instanceof Place.OfStep step) {
                source = sources.of(step.step());
            } else if (region.place() instanceof Place.OfEnd end) {
                source = sources.end(end.block());
            }
        }
        return source;
    }

    private void link(Span source, Region region, Part part) {
        if (!source.isEmpty()) {
            links.add(link(sources.range(source), places.range(region), part, region.start()));
        }
    }

    private Link link(Range source, Range generated, Part part, int offset) {
        Case state = places.state(offset);
        return new Link(source, generated, part, state == null ? null : state.state());
    }

    /** Copies between which the two texts are alike, as with the name of a variable, are one. */
    private void copies() {
        Copy first = null;
        Copy last = null;
        for (Copy copy : places.copies()) {
            if (last == null || !continues(last, copy)) {
                copied(first, last);
                first = copy;
            }
            last = copy;
        }
        copied(first, last);
    }

    private boolean continues(Copy before, Copy copy) {
        return before.generatedLine() == copy.generatedLine()
                && before.comment() == copy.comment()
                && before.source().end() <= copy.source().start()
                && places.text(places.end(before), places.start(copy))
                        .equals(sources.text(
                                new Span(before.source().end(), copy.source().start())));
    }

    private void copied(Copy first, Copy last) {
        if (first != null) {
            Range source =
                    sources.range(new Span(first.source().start(), last.source().end()));
            Range generated = places.range(places.start(first), places.end(last));
            links.add(link(source, generated, first.comment() ? Part.COMMENT : Part.COPY, places.start(first)));
        }
    }
}
