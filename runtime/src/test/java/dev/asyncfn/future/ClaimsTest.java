package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.Poll;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimsTest {
    private final ReadyQueue queue = new ReadyQueue("a test");

    @Test
    void eachFutureBelongsToItsBranch() {
        Branch[] branches = branches(yields(3));
        new Claims("join", branches).claimAll();
        for (Branch branch : branches) {
            assertThat(isClaimed(branch.future)).isTrue();
            assertThat(branch.leader).isSameAs(branch);
        }
        Claims.disclaim(branches[1], branches[1].future);
        assertThat(isClaimed(branches[1].future)).isFalse();
        assertThat(isClaimed(branches[2].future)).isTrue();
    }

    @Test
    void ifOneIsRefusedNoneIsClaimed() {
        List<Future<?>> futures = yields(12);
        OwnedFuture.claim(futures.get(11), "another");
        Branch[] branches = branches(futures);
        assertThatIllegalStateException()
                .isThrownBy(() -> new Claims("join", branches).claimAll())
                .withMessageContaining("another");
        for (Branch branch : branches) {
            assertThat(isClaimed(branch.future)).isEqualTo(branch.index == 11);
        }
    }

    /** On both sides of the number from which on a table finds it. */
    @Test
    void theSameFutureTwiceIsRefusedWithItsTwoPlaces() {
        for (Future<?> twice : List.of(new YieldNow(), new Signal<>())) {
            for (int second : new int[] {1, 8, 9, 10, 40}) {
                List<Future<?>> futures = signals(second + 1);
                futures.set(0, twice);
                futures.set(second, twice);
                assertThatIllegalStateException()
                        .isThrownBy(() -> new Claims("join", branches(futures)).claimAll())
                        .withMessageStartingWith("futures 1 and " + (second + 1) + " of a join are the same");
                assertThat(isClaimed(twice)).isFalse();
            }
        }
    }

    @Test
    void aLambdaMayBeThereTwiceAndItsFirstBranchLeads() {
        Future<String> lambda = cx -> Poll.ready("a");
        for (int second : new int[] {1, 8, 9, 10, 40}) {
            List<Future<?>> futures = signals(second + 1);
            futures.set(0, lambda);
            futures.set(second, lambda);
            Branch[] branches = branches(futures);
            new Claims("join", branches).claimAll();
            assertThat(branches[second].leader).isSameAs(branches[0]);
        }
    }

    @Test
    void aBranchThatDoesNotOwnItsFutureLeavesItToOthers() {
        Future<Void> borrowed = new YieldNow();
        OwnedFuture.claim(borrowed, "another");
        Branch[] branches = {new Branch(queue, 0, borrowed, false)};
        new Claims("join", branches).claimAll();
        Claims.disclaimAll(branches);
        assertThat(isClaimed(borrowed)).isTrue();
    }

    private Branch[] branches(List<Future<?>> futures) {
        return IntStream.range(0, futures.size())
                .mapToObj(i -> new Branch(queue, i, futures.get(i), true))
                .toArray(Branch[]::new);
    }

    private static List<Future<?>> yields(int count) {
        List<Future<?>> futures = new ArrayList<>(Collections.nCopies(count, null));
        futures.replaceAll(empty -> new YieldNow());
        return futures;
    }

    private static List<Future<?>> signals(int count) {
        List<Future<?>> futures = new ArrayList<>(Collections.nCopies(count, null));
        futures.replaceAll(empty -> new Signal<>());
        return futures;
    }

    private static boolean isClaimed(Future<?> future) {
        try {
            OwnedFuture.claim(future, ClaimsTest.class);
        } catch (IllegalStateException claimed) {
            return true;
        }
        OwnedFuture.disclaim(future, ClaimsTest.class);
        return false;
    }
}
