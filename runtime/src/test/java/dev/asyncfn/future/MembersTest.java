package dev.asyncfn.future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import dev.asyncfn.future.Members.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MembersTest {
    private final Members<String> members = new Members<>();
    private final ReadyQueue queue = new ReadyQueue(members);
    private final List<Member<String>> added =
            IntStream.range(0, 4).mapToObj(i -> add()).toList();

    @Test
    void theyStandInTheOrderInWhichTheyCame() {
        assertThat(all()).isEqualTo(added);
        assertThat(members.size()).isEqualTo(4);
    }

    @Test
    void eachCanLeaveWhereverItStands() {
        members.remove(added.get(1));
        assertThat(all()).containsExactly(added.get(0), added.get(2), added.get(3));
        members.remove(added.get(0));
        assertThat(all()).containsExactly(added.get(2), added.get(3));
        members.remove(added.get(3));
        assertThat(all()).containsExactly(added.get(2));
        Member<String> late = add();
        assertThat(all()).containsExactly(added.get(2), late);
        members.remove(added.get(2));
        members.remove(late);
        assertThat(members.first()).isNull();
        assertThat(members.size()).isZero();
        Member<String> again = add();
        assertThat(all()).containsExactly(again);
    }

    @Test
    void aMemberLeavesOnce() {
        assertThat(added.get(1).isRemoved()).isFalse();
        members.remove(added.get(1));
        members.remove(added.get(1));
        assertThat(added.get(1).isRemoved()).isTrue();
        assertThat(members.size()).isEqualTo(3);
        assertThat(all()).containsExactly(added.get(0), added.get(2), added.get(3));
    }

    @Test
    void aLoopMayRemoveTheMemberThatItStandsAtAndAddOthers() {
        List<Member<String>> seen = new ArrayList<>();
        Member<String> late = null;
        for (Member<String> member = members.first(); member != null; member = member.following()) {
            seen.add(member);
            members.remove(member);
            if (late == null) {
                late = add();
            }
        }
        List<Member<String>> expected = new ArrayList<>(added);
        expected.add(late);
        assertThat(seen).isEqualTo(expected);
        assertThat(members.size()).isZero();
    }

    @Test
    void onlyFuturesThatAreNotPolledNowAreAwaited() {
        assertThat(members.awaited()).isSameAs(added.get(0).future);
        added.get(0).future = null;
        added.get(2).future = null;
        assertThat(members.awaited()).isSameAs(added.get(1).future);
        assertThat(members.awaitedAll()).containsExactly(added.get(1).future, added.get(3).future);
        added.forEach(member -> member.future = null);
        assertThat(members.awaited()).isNull();
        assertThat(members.awaitedAll()).isEmpty();
    }

    @Test
    void afterDisclaimAllTheFuturesCanBeClaimedAgain() {
        Future<Void> owned = new YieldNow();
        Members<Void> owners = new Members<>();
        Member<Void> owner = new Member<>(queue, owned);
        owners.add(owner);
        OwnedFuture.claim(owned, owner);
        assertThatIllegalStateException().isThrownBy(() -> OwnedFuture.claim(owned, "another"));
        owners.disclaimAll();
        OwnedFuture.claim(owned, "another");
        assertThat(owner.future).isSameAs(owned);
    }

    private Member<String> add() {
        Member<String> member = new Member<>(queue, new Signal<>());
        members.add(member);
        return member;
    }

    private List<Member<String>> all() {
        List<Member<String>> all = new ArrayList<>();
        for (Member<String> member = members.first(); member != null; member = member.following()) {
            all.add(member);
        }
        return all;
    }
}
