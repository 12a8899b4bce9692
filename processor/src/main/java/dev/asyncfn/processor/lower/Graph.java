package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.BlockRole;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Region;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.model.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** The blocks of one body while they are being filled, in the order of the source. */
public final class Graph {
    private final SourceFile file;
    private final List<Block> blocks = new ArrayList<>();
    private Block current;
    private Region region;
    private int cleanups;

    Graph(SourceFile file) {
        this.file = file;
    }

    /** A block that is not in the graph yet. */
    Block block(String role, Node origin) {
        return block(BlockRole.of(role), origin);
    }

    Block block(BlockRole role, Node origin) {
        return new Block(role, file.line(file.start(origin)));
    }

    /** Puts a block next; if control comes out of the one before, it continues here. */
    void place(Block block) {
        if (isOpen()) {
            end(new End.Goto(block));
        }
        blocks.add(block);
        block.placeIn(region, cleanups > 0);
        current = block;
    }

    /** Blocks placed from now on belong to a region. */
    void enter(Region inner) {
        region = inner;
    }

    /** What is lowered by the action belongs to a {@code finally}. */
    void inCleanup(Runnable action) {
        cleanups++;
        action.run();
        cleanups--;
    }

    Region region() {
        return region;
    }

    /** Whether control can come to the present place. */
    boolean isOpen() {
        return current != null && current.end() == null;
    }

    /** The block that is being filled. */
    Block current() {
        return current;
    }

    public void add(Step step) {
        if (isOpen()) {
            current.add(step);
            if (!step.completes()) {
                current.end(new End.Unreachable());
            }
        }
    }

    void end(End end) {
        if (isOpen()) {
            current.end(end);
        }
    }

    /** Adds a block that is complete. */
    void append(Block block) {
        blocks.add(block);
    }

    void goTo(Block block) {
        end(new End.Goto(block));
    }

    List<Block> blocks() {
        return blocks;
    }
}
