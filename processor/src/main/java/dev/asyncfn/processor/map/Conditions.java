package dev.asyncfn.processor.map;

import dev.asyncfn.processor.ir.Arm;
import dev.asyncfn.processor.ir.Block;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.Otherwise;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Test;
import dev.asyncfn.processor.map.FnMap.Condition;
import dev.asyncfn.processor.model.Span;
import dev.asyncfn.processor.parse.Tokens;
import java.util.Locale;

/** What decides about ways, in the words of the source. */
final class Conditions {
    static final String ANOTHER = "there is another element";

    private final Sources sources;
    private final Tokens tokens;

    Conditions(Sources sources, Tokens tokens) {
        this.sources = sources;
        this.tokens = tokens;
    }

    Condition of(Block block, boolean holds) {
        End.Branch branch = (End.Branch) block.end();
        Span at = sources.end(block);
        return branch.test().accept(new Test.Visitor<Condition>() {
            @Override
            public Condition value(Test.Value test) {
                return of(tokens.inOneLine(test.source()), test.source());
            }

            @Override
            public Condition caught(Test.Caught test) {
                return of(clause(at), at);
            }

            @Override
            public Condition hasNext(Test.HasNext test) {
                return another();
            }

            @Override
            public Condition inBounds(Test.InBounds test) {
                return another();
            }

            @Override
            public Condition assertionsEnabled(Test.AssertionsEnabled test) {
                return of("assertions are enabled", at);
            }

            private Condition another() {
                return new Condition(holds ? ANOTHER : "no more elements", false, sources.range(at));
            }

            private Condition of(String text, Span source) {
                return new Condition(text, !holds, sources.range(source));
            }
        });
    }

    /** A catch clause catches what was thrown, or not. */
    Condition caught(Step.RethrowUnless step, boolean holds) {
        Span at = sources.of(step);
        return new Condition(clause(at), !holds, sources.range(at));
    }

    /** Without the braces around it. */
    private String clause(Span quote) {
        String text = tokens.inOneLine(quote);
        int from = text.startsWith("}") ? 1 : 0;
        int to = text.endsWith("{") ? text.length() - 1 : text.length();
        return text.substring(from, to).strip();
    }

    Condition of(Arm arm) {
        return new Condition("case " + tokens.inOneLine(arm.source()), false, sources.range(arm.source()));
    }

    /** What no label matches. */
    Condition of(Otherwise otherwise, Span dispatch) {
        String label = otherwise.kind() == Otherwise.Kind.NULL
                ? "case null"
                : otherwise.kind().name().toLowerCase(Locale.ROOT).contains("default") ? "default" : "no case matches";
        return new Condition(label, false, sources.range(dispatch));
    }

    /** A finally block was entered by the way that leads there. */
    Condition exit(Block block, String state) {
        return new Condition("after the finally block, on to " + state, false, sources.range(sources.end(block)));
    }
}
