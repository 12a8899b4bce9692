package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.analyze.Case;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.parse.Tokens;
import dev.asyncfn.processor.plan.CodeSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The printed states, and how they are cut into parts if they are too many for one method.
 *
 * <p>They are too many if HotSpot would never compile the method, or not soon: its optimising compiler looks for objects that do not
 * escape, and each await multiplies the ways that it has to look at. For some 25 awaits that takes seconds, for 30 more than ten, and
 * until then the code is slow. Parts of {@link #PART} bytes, some ten awaits each, take some 30 milliseconds each. In smaller ones it is done
 * sooner, but the code is slower, as it goes from part to part more often. An ordinary async fn stays in one method, where it is read from
 * top to bottom.
 */
final class MethodCut {
    /** The most awaits in one method. */
    private static final int MOST_AWAITS = 20;

    /** About how many bytes of code a part may have, if it has more than one state. */
    private static final int PART = 2_000;

    private final List<Case> cases;
    private final long awaits;
    private final Tokens tokens;
    private final CaseWriter writer;

    /** As far as they were needed. */
    private final List<Snippet> printed = new ArrayList<>();

    private final List<Integer> sizes = new ArrayList<>();

    MethodCut(StateMachine machine, CaseWriter writer) {
        this.cases = machine.cases();
        this.awaits = machine.awaits().count();
        this.tokens = machine.fn().source().tokens();
        this.writer = writer;
    }

    /** Whether they are too much for one method. Of many awaits that is known before anything is printed. */
    boolean isTooLarge() {
        if (awaits > MOST_AWAITS) {
            return true;
        }
        int size = 0;
        for (int i = 0; i < cases.size() && size <= CodeSize.LIMIT; i++) {
            size += size(i);
        }
        return size > CodeSize.LIMIT;
    }

    /** All states as one part. */
    Part whole() {
        return new Part(0, cases.size());
    }

    List<Part> cut() {
        List<Part> parts = new ArrayList<>();
        int first = 0;
        int size = 0;
        for (int i = 0; i < cases.size(); i++) {
            if (i > first && size + size(i) > PART) {
                parts.add(new Part(first, i));
                first = i;
                size = 0;
            }
            size += size(i);
        }
        parts.add(new Part(first, cases.size()));
        return parts;
    }

    private int size(int i) {
        print(i);
        return sizes.get(i);
    }

    private Snippet print(int i) {
        while (printed.size() <= i) {
            Snippet code = writer.write(cases.get(printed.size()), next(printed.size()), false);
            printed.add(code);
            sizes.add(CodeSize.of(Skeleton.of(code, tokens)));
        }
        return printed.get(i);
    }

    /** The block that follows a state, or null. */
    private Block next(int i) {
        return i + 1 < cases.size() ? cases.get(i + 1).blocks().get(0) : null;
    }

    /** The states of one method. */
    final class Part {
        private final int from;
        private final int to;

        private Part(int from, int to) {
            this.from = from;
            this.to = to;
        }

        String firstState() {
            return cases.get(from).state();
        }

        String lastState() {
            return cases.get(to - 1).state();
        }

        /** The states, and after the last one the way into the next part. */
        Snippet print() {
            Snippet.Builder out = Snippet.builder();
            for (int i = from; i < to - 1; i++) {
                out.add(MethodCut.this.print(i));
            }
            boolean endsHere = to == cases.size();
            Snippet last =
                    endsHere ? MethodCut.this.print(to - 1) : writer.write(cases.get(to - 1), next(to - 1), true);
            return out.add(last).build();
        }
    }
}
