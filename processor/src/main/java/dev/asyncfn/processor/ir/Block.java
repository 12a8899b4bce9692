package dev.asyncfn.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * A basic block: steps, then one end. It is filled while its method is lowered; after that nobody changes it.
 */
public final class Block {
    private final BlockRole role;
    private final int line;
    private final List<Step> steps = new ArrayList<>();
    private End end;
    private Region region;
    private boolean cleanup;
    private boolean ownState;

    /**
     * @param role what it is for
     * @param line the source line that it begins with
     */
    public Block(BlockRole role, int line) {
        this.role = role;
        this.line = line;
    }

    public void add(Step step) {
        steps.add(step);
    }

    public void placeIn(Region region, boolean cleanup) {
        this.region = region;
        this.cleanup = cleanup;
    }

    public void end(End end) {
        if (this.end != null) {
            throw new IllegalStateException("block " + role + " has ended");
        }
        this.end = end;
    }

    /** Moves the steps from an index on, and the end, to a new block, which follows this one in a state of its own. */
    public Block cut(int index) {
        Block rest = new Block(
                BlockRole.of("CONTINUED"), steps.get(index) instanceof Step.Origin origin ? origin.line() : line);
        List<Step> moved = steps.subList(index, steps.size());
        rest.steps.addAll(moved);
        moved.clear();
        rest.end = end;
        rest.region = region;
        rest.cleanup = cleanup;
        rest.ownState = true;
        end = new End.Goto(rest);
        return rest;
    }

    /** Whether it must not share a state with the block before it. */
    public boolean beginsState() {
        return ownState;
    }

    public BlockRole role() {
        return role;
    }

    public int line() {
        return line;
    }

    public List<Step> steps() {
        return steps;
    }

    /** Whether it belongs to a {@code finally}. */
    public boolean isCleanup() {
        return cleanup;
    }

    /** Who handles its exceptions; null if the future itself fails. */
    public Region region() {
        return region;
    }

    public End end() {
        return end;
    }

    @Override
    public String toString() {
        return role + "@" + line;
    }
}
