package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.analyze.Placement.Storage;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.ir.Cleanup;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An async fn laid out as a state machine: its states, where each variable lives, and where each reference is used
 * for the last time.
 */
public final class StateMachine {
    private final Cfg fn;
    private final boolean hasCleanup;
    private final Flow flow;
    private final List<Case> cases;
    private final Map<Block, Case> byBlock;
    private final Map<Variable, Placement> placements;
    private final Liveness liveness;
    private final Assigned assigned;
    private final LastUses lastUses;
    private final Set<String> namesOfLocals;
    private final Set<Variable> read;

    public StateMachine(Cfg fn) {
        this.fn = fn;
        this.flow = new Flow(fn.blocks());
        this.cases = new Cases(flow).group();
        this.byBlock = Cases.byBlock(cases);
        this.liveness = new Liveness(flow);
        this.assigned = new Assigned(fn, flow);
        this.placements = new Placements(fn, cases, liveness, assigned, false).place();
        this.lastUses = new LastUses(flow, liveness, assigned, placements);
        this.namesOfLocals = namesOfLocals(placements);
        this.hasCleanup = findCleanup();
        this.read = findRead();
    }

    private StateMachine(StateMachine whole) {
        this.fn = whole.fn;
        this.flow = whole.flow;
        this.cases = whole.cases;
        this.byBlock = whole.byBlock;
        this.liveness = whole.liveness;
        this.assigned = whole.assigned;
        this.placements = new Placements(fn, cases, liveness, assigned, true).place();
        this.lastUses = new LastUses(flow, liveness, assigned, placements);
        this.namesOfLocals = namesOfLocals(placements);
        this.hasCleanup = whole.hasCleanup;
        this.read = whole.read;
    }

    /** The same machine for a {@code poll} that is cut into several methods: what they share are fields. */
    public StateMachine cut() {
        return new StateMachine(this);
    }

    public Cfg fn() {
        return fn;
    }

    /** The states in the order in which they are printed, the start first. */
    public List<Case> cases() {
        return Collections.unmodifiableList(cases);
    }

    /** The state to go to for a block, looking through blocks that do nothing. */
    public Case caseOf(Block block) {
        Case found = byBlock.get(Flow.target(block));
        if (found == null) {
            throw new IllegalArgumentException(block + " is not reachable");
        }
        return found;
    }

    /** Whether control can come to the block. */
    public boolean isReachable(Block block) {
        return byBlock.containsKey(Flow.target(block));
    }

    /** The state in which the future is suspended until it continues with this block. */
    public Case resumption(Block block) {
        return byBlock.get(block);
    }

    /** The block where a jump to this one really leads. */
    public Block target(Block block) {
        return Flow.target(block);
    }

    public Placement placement(Variable variable) {
        return placements.get(variable);
    }

    /** Whether a local of some state has the name of this field. */
    public boolean isHidden(Variable field) {
        return namesOfLocals.contains(placements.get(field).name());
    }

    private static Set<String> namesOfLocals(Map<Variable, Placement> placements) {
        Set<String> names = new HashSet<>();
        placements.values().stream()
                .filter(placement -> placement.storage() == Storage.CASE)
                .forEach(placement -> names.add(placement.name()));
        return names;
    }

    /** All variables that have a home. */
    public Stream<Variable> placed() {
        return placements.keySet().stream();
    }

    /** The variables of a kind of home, no two of one name. */
    public List<Variable> variables(Storage storage) {
        Map<String, Variable> byName = new LinkedHashMap<>();
        placements.forEach((variable, placement) -> {
            if (placement.storage() == storage) {
                byName.putIfAbsent(placement.name(), variable);
            }
        });
        return new ArrayList<>(byName.values());
    }

    /** The names that the variables have got. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        placements.values().forEach(placement -> names.add(placement.name()));
        return names;
    }

    /** The fields that hold a value which is still needed while the future is suspended in this state, as they are declared. */
    public Set<String> kept(Case state) {
        Block block = state.blocks().get(0);
        return placements.keySet().stream()
                .filter(variable -> placements.get(variable).storage() == Storage.FIELD)
                .filter(liveness.in(block)::contains)
                .filter(variable -> assigned.before(block, variable))
                .sorted(Comparator.comparing(Variable::role))
                .map(variable -> placements.get(variable).name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The source lines in which fields are read that got their value in another state, by the names of the fields. */
    public SortedMap<String, SortedSet<Integer>> readAgain() {
        return new ReadAgain(liveness, placements).in(cases);
    }

    /** Where the body uses fields, in the order of the source. */
    public List<FieldUse> fieldUses() {
        return new FieldUses(placements).in(cases);
    }

    /**
     * The state with which a drop begins if the future is suspended in this one: that of the innermost cleanup around it.
     *
     * @return null if nothing has to be cleaned up
     */
    public Case cleanup(Case suspended) {
        for (Region region = suspended.blocks().get(0).region(); region != null; region = region.outer()) {
            if (region.handler().steps().stream().anyMatch(Cleanup.PutOff.class::isInstance)) {
                return byBlock.get(region.handler());
            }
        }
        return null;
    }

    /** The states that handle exceptions of a state. */
    public Set<Case> handlers(Case state) {
        return state.blocks().stream()
                .filter(block -> block.region() != null)
                .map(block -> byBlock.get(handler(block)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The blocks in which the body may continue at the end of a block. */
    public List<Block> successorsAtEnd(Block block) {
        return flow.endSuccessors(block);
    }

    /** Whether the body assigns a variable, other than where it is declared. */
    public boolean isReassigned(Variable variable) {
        return cases.stream()
                .flatMap(c -> c.blocks().stream())
                .anyMatch(block -> block.steps().stream().anyMatch(step -> assigns(step, variable))
                        || Effects.isWritten(variable, block.end().code()));
    }

    private static boolean assigns(Step step, Variable variable) {
        return step instanceof Step.Assign assign && assign.variable() == variable
                || step.codes().stream().anyMatch(code -> Effects.isWritten(variable, code));
    }

    public List<Variable> lastUsedBy(Step step) {
        return lastUses.after(step);
    }

    public List<Variable> deadOnEntry(Block block) {
        return lastUses.onEntry(block);
    }

    public List<Variable> lastUsedBeforePoll(Block block) {
        return lastUses.beforePoll(block);
    }

    /** Whether some exceptions of the body are handled in it, in states of their own. */
    public boolean hasHandlers() {
        return flow.hasHandlers();
    }

    /** The awaits to which control can come. */
    public Stream<End.Await> awaits() {
        return flow.blocks().stream()
                .map(Block::end)
                .filter(End.Await.class::isInstance)
                .map(End.Await.class::cast);
    }

    /** Whether something must be run when the future is dropped. */
    public boolean hasCleanup() {
        return hasCleanup;
    }

    /** Whether there is a single finally, and no jump out of it: what was thrown is never of use behind it. */
    public boolean hasOneFinally() {
        return steps().filter(Cleanup.PutOff.class::isInstance).count() == 1
                && steps().noneMatch(Cleanup.GoOnDropping.class::isInstance);
    }

    /** Whether a finally block ends by throwing what it put off: else only a drop is of use there, which no jump may end. */
    public boolean isThrownAgain(Variable pending) {
        return steps().anyMatch(step -> step instanceof Cleanup.ThrowPutOff last && last.pending() == pending);
    }

    /** Whether any code reads a variable. */
    public boolean isRead(Variable variable) {
        return read.contains(variable);
    }

    private Set<Variable> findRead() {
        Set<Variable> found = new HashSet<>();
        steps().forEach(step -> found.addAll(Effects.reads(step)));
        flow.blocks().forEach(block -> found.addAll(Effects.reads(block.end().code())));
        return found;
    }

    private Stream<Step> steps() {
        return flow.blocks().stream().flatMap(block -> block.steps().stream());
    }

    private boolean findCleanup() {
        return awaits().findAny().isPresent() && steps().anyMatch(Cleanup.PutOff.class::isInstance);
    }

    /** Whether control reaches the block from a place with another handler. */
    public boolean changesHandler(Block block) {
        return flow.predecessors(block).stream().anyMatch(p -> handler(p) != handler(block));
    }

    /**
     * The states that handle exceptions of a cleanup inside it. With each of them go the states with which a drop begins
     * if the future is suspended in what it guards.
     */
    public Map<String, Set<String>> handlersInCleanup() {
        Map<String, Set<String>> starts = new LinkedHashMap<>();
        for (Block block : flow.blocks()) {
            if (block.isCleanup() && flow.isHandler(block)) {
                starts.put(byBlock.get(block).state(), new LinkedHashSet<>());
            }
        }
        for (Block block : flow.blocks()) {
            if (block.end() instanceof End.Await && block.region() != null) {
                String start = byBlock.get(handler(block)).state();
                for (Region region = block.region(); region != null; region = region.outer()) {
                    starts.getOrDefault(byBlock.get(region.handler()).state(), new LinkedHashSet<>())
                            .add(start);
                }
            }
        }
        return starts;
    }

    /** Where an exception in the block goes, or null. */
    public Block handler(Block block) {
        return block.region() == null ? null : block.region().handler();
    }

    /** Whether exceptions lead to a state. */
    public boolean isHandler(Case state) {
        return flow.isHandler(state.blocks().get(0));
    }

    /** The states to which control may go from this one other than by an exception. */
    public Set<Case> ways(Case state) {
        Set<Case> ways = new LinkedHashSet<>();
        for (Block block : state.blocks()) {
            Set<Block> next = new LinkedHashSet<>(flow.endSuccessors(block));
            block.steps().forEach(step -> next.addAll(Flow.jumps(step)));
            next.stream()
                    .filter(successor -> byBlock.get(successor).blocks().get(0) == successor)
                    .forEach(successor -> ways.add(byBlock.get(successor)));
        }
        return ways;
    }

    /** The states to which control may go from this one. */
    public Set<Case> successors(Case state) {
        Set<Case> successors = new LinkedHashSet<>();
        for (Block block : state.blocks()) {
            for (Block successor : flow.successors(block)) {
                Case next = byBlock.get(successor);
                if (next.blocks().get(0) == successor) {
                    successors.add(next);
                }
            }
        }
        return successors;
    }

    /**
     * A variable that lives in a field, and that a lambda or class body captures.
     *
     * @param assigned whether what captures it assigns it first
     */
    public record Capture(Variable variable, boolean assigned) {}

    public List<Capture> captures(Step step) {
        return captures(step.codes());
    }

    /** Those at the end of a block. */
    public List<Capture> captures(Block block) {
        return captures(List.of(block.end().code()));
    }

    private List<Capture> captures(List<Code> codes) {
        return codes.stream()
                .flatMap(code -> Effects.captures(code).stream())
                .distinct()
                .filter(variable -> placements.get(variable).storage() == Storage.FIELD)
                .filter(variable -> codes.stream()
                        .noneMatch(code -> Effects.boundInLabels(code).contains(variable)))
                .map(variable -> new Capture(
                        variable,
                        codes.stream().anyMatch(code -> Effects.writes(code).contains(variable))))
                .toList();
    }
}
