package dev.asyncfn.processor.analyze;

import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Which variables are live where: their present value may still be read. A backward data flow analysis. */
final class Liveness {
    /** What a step, or a block's end, does to variables; found once, since the analysis passes it several times. */
    private record Effect(List<Piece.Jump> jumps, Set<Variable> defined, Set<Variable> read, Set<Variable> kept) {
        static Effect of(Step step) {
            List<Piece.Jump> jumps = Flow.jumpsOf(step);
            boolean whole = step instanceof Step.Run && jumps.isEmpty();
            Set<Variable> defined = whole ? alwaysWritten(((Step.Run) step).statement()) : Liveness.defined(step);
            return new Effect(jumps, defined, reads(step), Flow.keptBindings(step));
        }

        static Effect of(Code end) {
            return new Effect(List.of(), alwaysWritten(end), reads(end), Set.of());
        }
    }

    private final Flow flow;
    private final FinallyWays finallys;
    private final Map<Block, List<Effect>> effects = new HashMap<>();
    private final Map<Block, Set<Variable>> liveIn = new HashMap<>();

    Liveness(Flow flow) {
        this.flow = flow;
        this.finallys = new FinallyWays(flow);
        for (Block block : flow.blocks()) {
            List<Effect> inBlock = new ArrayList<>();
            block.steps().forEach(step -> inBlock.add(Effect.of(step)));
            inBlock.add(Effect.of(Flow.code(block.end())));
            effects.put(block, inBlock);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = flow.blocks().size() - 1; i >= 0; i--) {
                Block block = flow.blocks().get(i);
                Set<Variable> live = backwards(block, (step, after) -> {});
                changed |= !live.equals(liveIn.put(block, live));
            }
        }
    }

    Set<Variable> in(Block block) {
        return liveIn.getOrDefault(block, Set.of());
    }

    /** What is live after a block's end has been evaluated, whichever way control goes. */
    Set<Variable> afterEnd(Block block) {
        Set<Variable> live = new LinkedHashSet<>();
        flow.endSuccessors(block).forEach(successor -> live.addAll(in(successor)));
        FinallyWays.Way way = finallys.from(block);
        if (way != null) {
            live.removeIf(v -> !way.read().contains(v)
                    && !in(way.next()).contains(v)
                    && !inHandler(block).contains(v));
        }
        return live;
    }

    /**
     * Goes through a block from its end, and returns what is live at its beginning.
     *
     * @param action is given each step and what is live after it; it must not keep the set
     */
    Set<Variable> backwards(Block block, BiConsumer<Step, Set<Variable>> action) {
        Set<Variable> live = afterEnd(block);
        Set<Variable> inHandler = inHandler(block);
        List<Effect> inBlock = effects.get(block);
        for (int i = inBlock.size() - 1; i >= 0; i--) {
            if (i < block.steps().size()) {
                action.accept(block.steps().get(i), live);
            }
            Effect effect = inBlock.get(i);
            effect.jumps().forEach(jump -> live.addAll(liveAt(jump)));
            effect.defined().forEach(live::remove);
            live.addAll(effect.read());
            effect.kept().forEach(live::remove);
            live.addAll(inHandler);
        }
        return live;
    }

    private Set<Variable> liveAt(Piece.Jump jump) {
        Set<Variable> live = new LinkedHashSet<>(in(Flow.target(jump.target())));
        live.remove(jump.delivered());
        return live;
    }

    /** An exception may come at any moment: what its handler reads is live throughout the block. */
    private Set<Variable> inHandler(Block block) {
        return block.region() == null ? Set.of() : in(block.region().handler());
    }

    private static Set<Variable> defined(Step step) {
        if (step instanceof Step.Assign assign) {
            return Set.of(assign.variable());
        }
        if (step instanceof Step.Declare declare) {
            return Set.of(declare.variable());
        }
        if (step instanceof Step.Forget forget) {
            return Set.of(forget.variable());
        }
        return step instanceof Step.Bind bind ? Set.of(bind.variable()) : Set.of();
    }

    /** The variables that an expression or statement assigns, whatever else happens, before it could read them. */
    private static Set<Variable> alwaysWritten(Code expression) {
        Set<Variable> written = new LinkedHashSet<>();
        Set<Variable> read = new LinkedHashSet<>();
        for (Piece piece : expression.pieces()) {
            if (piece instanceof Piece.Conditional) {
                break;
            }
            if (piece instanceof Piece.Read r) {
                read.add(r.variable());
            } else if (piece instanceof Piece.Write write && !write.reads()) {
                written.add(write.variable());
            }
        }
        written.removeAll(read);
        return written;
    }

    /** The variables that a step reads or gives a value. */
    static Set<Variable> uses(Step step) {
        Set<Variable> uses = reads(step);
        Flow.codes(step).forEach(code -> uses.addAll(assigns(code)));
        if (!(step instanceof Step.Forget || step instanceof Step.Declare)) {
            uses.addAll(defined(step));
        }
        return uses;
    }

    static Set<Variable> reads(Step step) {
        Set<Variable> reads = new LinkedHashSet<>();
        Flow.codes(step).forEach(code -> reads.addAll(reads(code)));
        return reads;
    }

    static Set<Variable> reads(Code code) {
        Set<Variable> reads = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof Piece.Read read) {
                reads.add(read.variable());
            } else if (piece instanceof Piece.Write write && write.reads()) {
                reads.add(write.variable());
            }
        });
        return reads;
    }

    /** Every variable that a piece of code mentions. */
    static Set<Variable> mentions(Code code) {
        Set<Variable> mentions = new LinkedHashSet<>(reads(code));
        code.forEach(piece -> {
            if (piece instanceof Piece.Write write) {
                mentions.add(write.variable());
            } else if (piece instanceof Piece.Binding binding) {
                mentions.add(binding.variable());
            } else if (piece instanceof Piece.KeepBinding binding) {
                mentions.add(binding.variable());
            }
        });
        return mentions;
    }

    /** The variables that a lambda or a class body in the code captures. */
    static Set<Variable> captures(Code code) {
        Set<Variable> captures = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof Piece.Read read && read.captured()) {
                captures.add(read.variable());
            }
        });
        return Collections.unmodifiableSet(captures);
    }

    /** The variables that a piece of code gives a new value, without a look at the old one. */
    static Set<Variable> assigns(Code code) {
        Set<Variable> assigned = new LinkedHashSet<>();
        code.forEach(piece -> {
            if (piece instanceof Piece.Write write && !write.reads()) {
                assigned.add(write.variable());
            }
        });
        return assigned;
    }

    static Set<Variable> declares(Step step) {
        boolean declares = !(step instanceof Step.Assign assign && !assign.declares() || step instanceof Step.Forget);
        return declares ? defined(step) : Set.of();
    }
}
