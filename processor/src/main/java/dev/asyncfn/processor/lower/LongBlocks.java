package dev.asyncfn.processor.lower;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.parse.Tokens;
import dev.asyncfn.processor.plan.CodeSize;
import java.util.ArrayList;
import java.util.List;

/** Cuts blocks that are too large for one method into several, each a state of its own. */
final class LongBlocks {
    /** Smaller than a method can be, since a state may share one with others. */
    private static final int LIMIT = CodeSize.LIMIT / 2;

    private LongBlocks() {}

    static List<Block> cut(List<Block> blocks, Tokens tokens) {
        List<Block> cut = new ArrayList<>();
        for (Block block : blocks) {
            Block rest = block;
            while (rest != null) {
                cut.add(rest);
                rest = cut(rest, tokens);
            }
        }
        return cut;
    }

    /** Cuts a block behind as many steps as fit; returns the rest, or null if all do. */
    private static Block cut(Block block, Tokens tokens) {
        int size = 0;
        for (int i = 0; i < block.steps().size(); i++) {
            int next = size(block.steps().get(i), tokens);
            if (size > 0 && size + next > LIMIT && isCuttable(block.steps(), i)) {
                return block.cut(i);
            }
            size += next;
        }
        return null;
    }

    /** What a pattern or the last await left is picked up at once; what says where a statement is from goes with it. */
    private static boolean isCuttable(List<Step> steps, int i) {
        boolean introduced = steps.get(i - 1) instanceof Step.Origin || steps.get(i - 1) instanceof Step.Comment;
        return !introduced && !(steps.get(i) instanceof Step.Bind);
    }

    private static int size(Step step, Tokens tokens) {
        int[] size = {step.accept(new StepSize())};
        step.codes().forEach(code -> code.forEach(piece -> size[0] += piece.accept(new PieceSize(tokens))));
        return size[0];
    }
}
