package dev.asyncfn.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What stands around a block shows when the future is dropped: few random programs are dropped just there. */
class SurroundedBlockTest {
    private static final Program SHIELDED = program("""
            @AsyncFn
            static int m0(Run r) {
                try (Resource resource = r.open("res")) {
                    r.v("a", await(r.leaf("a", 1)));
                    return r.v("end", await(r.shielded(dev.asyncfn.Async.<Integer, RuntimeException>async(() -> {
                        r.v("b", await(r.leaf("b", 2)));
                        r.v("c", await(r.<Integer>stage("c", 3)));
                        return await(r.leaf("d", 4));
                    }))));
                }
            }""");

    private static final Program BOUND = program("""
            @AsyncFn
            static int m0(Run r) {
                r.log("before");
                int value = await(Run.LOCAL.where("outer", dev.asyncfn.Async.<Integer, RuntimeException>async(() -> {
                    try (Resource resource = r.open("res")) {
                        r.v("a", await(r.leaf("a", 1)));
                        return await(Run.LOCAL.where(
                                "inner", dev.asyncfn.Async.<Integer, RuntimeException>async(() -> await(r.leaf("b", 2)))));
                    }
                })));
                return r.v("end", value);
            }""");

    /** A failure of the cleanup takes the place of the exception that stands for a drop, and a clause catches it: a drop has none. */
    private static final Program CAUGHT = program("""
            @AsyncFn
            static String m0(Run r) {
                return await($P.<String>again(r, () -> dev.asyncfn.Async.<String, RuntimeException>async(() -> {
                    try {
                        return await(r.leaf("a", "a"));
                    } finally {
                        try (Resource resource = r.openUnclosable("res")) {
                            r.log("cleans");
                        }
                    }
                })));
            }

            """ + Blocks.AGAIN);

    private static Program program(String members) {
        return new Program(1, Tree.block(List.of(Tree.item(members))));
    }

    private static Batch.Verdict judge(Program program, UnaryOperator<String> sabotage) {
        return new Batch(new BatchCompiler(sabotage)).judge(List.of(program)).get(0);
    }

    @Test
    void whatIsShieldedEndsBeforeADropThatWaits() {
        Batch.Verdict verdict = judge(SHIELDED, UnaryOperator.identity());

        assertThat(verdict.fails()).as(verdict.generated()).isFalse();
        assertThat(verdict.comparedDrops()).isEqualTo(verdict.drops()).isEqualTo(4);
        assertThat(Sabotage.SHIELDS_NOTHING.explains(
                        judge(SHIELDED, Sabotage.SHIELDS_NOTHING).failure()))
                .isTrue();
    }

    @Test
    void whatIsBoundIsBoundInTheCleanup() {
        Batch.Verdict verdict = judge(BOUND, UnaryOperator.identity());

        assertThat(verdict.fails()).as(verdict.generated()).isFalse();
        assertThat(verdict.comparedDrops()).isEqualTo(verdict.drops()).isEqualTo(2);
        assertThat(Sabotage.BINDS_ANOTHER_VALUE.explains(
                        judge(BOUND, Sabotage.BINDS_ANOTHER_VALUE).failure()))
                .isTrue();
    }

    @Test
    void whatAClauseCatchesInsteadOfADropIsNotCompared() {
        Batch.Verdict verdict = judge(CAUGHT, UnaryOperator.identity());

        assertThat(verdict.fails()).as(verdict.generated()).isFalse();
        assertThat(verdict.comparedDrops()).isLessThan(verdict.drops());
    }
}
