package dev.asyncfn.processor.map;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.emit.Place;
import dev.asyncfn.processor.emit.SourceMap;
import dev.asyncfn.processor.emit.SourceMap.Region;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The generated text of one future class: its regions and the copies in it, without those of classes inside it. */
final class FnPlaces {
    private final SourceFile generated;
    private final Region extent;
    private final List<Region> regions = new ArrayList<>();
    private final Map<Region, Integer> numbers = new IdentityHashMap<>();
    private final List<SourceMap.Copy> copies = new ArrayList<>();
    private final NavigableMap<Integer, Region> states = new TreeMap<>();
    private final Map<Case, Region> code = new IdentityHashMap<>();
    private final Map<Block, Map<Place.Part, Region>> ends = new IdentityHashMap<>();
    /** By the step or the block that takes them. */
    private final Map<Object, Map<Way, Region>> jumps = new IdentityHashMap<>();

    private final Map<Object, Map<Span, Region>> completions = new IdentityHashMap<>();

    /** A jump of one step or block: it may have several to one target. */
    private record Way(Block target, Span source) {}

    /** @param extent one of the future classes of the map */
    FnPlaces(StateMachine machine, SourceFile generated, SourceMap map, Region extent) {
        this.generated = generated;
        this.extent = extent;
        List<Region> inner = map.regions().stream()
                .filter(region -> region.place() instanceof Place.FutureClass && region != extent)
                .filter(region -> contains(extent, region.start()))
                .toList();
        Predicate<Integer> own =
                offset -> contains(extent, offset) && inner.stream().noneMatch(i -> contains(i, offset));
        for (Region region : map.regions()) {
            if (own.test(region.start()) && region != extent) {
                numbers.put(region, regions.size());
                regions.add(region);
                if (region.place() instanceof Place.State) {
                    states.put(region.start(), region);
                }
            }
        }
        regions.forEach(region -> index(region, machine));
        map.copies().stream().filter(copy -> own.test(start(copy))).forEach(copies::add);
    }

    private void index(Region region, StateMachine machine) {
        if (region.place() instanceof Place.State state) {
            code.putIfAbsent(state.state(), region);
        } else if (region.place() instanceof Place.OfEnd end) {
            ends.computeIfAbsent(end.block(), block -> new EnumMap<>(Place.Part.class))
                    .putIfAbsent(end.part(), region);
        } else if (region.place() instanceof Place.Jump jump) {
            jumps.computeIfAbsent(owner(region), owner -> new HashMap<>())
                    .putIfAbsent(new Way(machine.target(jump.target()), jump.source()), region);
        } else if (region.place() instanceof Place.Completion completion) {
            completions
                    .computeIfAbsent(owner(region), owner -> new HashMap<>())
                    .putIfAbsent(completion.source(), region);
        }
    }

    /** The step, or the block with the end, in whose code a region stands. */
    private Object owner(Region inner) {
        for (int i = numbers.get(inner) - 1; i >= 0; i--) {
            Place place = regions.get(i).end() >= inner.end() ? regions.get(i).place() : null;
            if (place instanceof Place.OfStep step) {
                return step.step();
            } else if (place instanceof Place.OfEnd end) {
                return end.block();
            }
        }
        return extent;
    }

    private static boolean contains(Region region, int offset) {
        return region.start() <= offset && offset < region.end();
    }

    List<Region> regions() {
        return regions;
    }

    <P extends Place> Stream<Region> regions(Class<P> kind) {
        return regions.stream().filter(region -> kind.isInstance(region.place()));
    }

    /** The region itself and those in its state in which it stands, the outermost first. */
    List<Region> around(Region inner) {
        List<Region> around = new ArrayList<>(List.of(inner));
        for (int i = numbers.get(inner) - 1; i >= 0 && !(regions.get(i).place() instanceof Place.State); i--) {
            if (regions.get(i).end() >= inner.end()) {
                around.add(0, regions.get(i));
            }
        }
        return around;
    }

    List<SourceMap.Copy> copies() {
        return copies;
    }

    int start(SourceMap.Copy copy) {
        return generated.placeOfLine(copy.generatedLine()).start() + copy.column() - 1;
    }

    int end(SourceMap.Copy copy) {
        return generated.placeOfLine(copy.generatedLine()).start() + copy.endColumn() - 1;
    }

    /** The state in whose code an offset is; null if in none. */
    Case state(int offset) {
        Map.Entry<Integer, Region> before = states.floorEntry(offset);
        return before != null && contains(before.getValue(), offset)
                ? ((Place.State) before.getValue().place()).state()
                : null;
    }

    /** The code of a state. */
    Range code(Case state) {
        return range(code.get(state));
    }

    /** The code of a part of a block's end; null if there is none. */
    Range end(Block block, Place.Part part) {
        return range(ends.getOrDefault(block, Map.of()).get(part));
    }

    /**
     * A jump to a block; null if code falls through.
     *
     * @param owner the step that takes it, or the block with whose end it is taken
     * @param source the statement or the label of which it comes; empty if of none
     */
    Range jump(Object owner, Block target, Span source) {
        return range(jumps.getOrDefault(owner, Map.of()).get(new Way(target, source)));
    }

    /** The completion for a return in a step. */
    Range completion(Step step, Span source) {
        return range(completions.getOrDefault(step, Map.of()).get(source));
    }

    Range extent() {
        return range(extent);
    }

    /** Null if there is no region. */
    Range range(Region region) {
        return region == null ? null : range(region.start(), region.end());
    }

    Range range(int start, int end) {
        return Range.of(generated, new Span(start, end));
    }

    String text(Region region) {
        return text(region.start(), region.end());
    }

    String text(int start, int end) {
        return generated.textOf(new Span(start, end));
    }
}
