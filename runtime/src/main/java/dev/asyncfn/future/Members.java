package dev.asyncfn.future;

import dev.asyncfn.Future;
import dev.asyncfn.OwnedFuture;
import java.util.ArrayList;
import java.util.List;

/**
 * The futures of a {@link FuturesUnordered}, in the order in which they came. They are linked, so that each leaves at the same cost, however many
 * there are; a loop over them may remove the member that it stands at, and add others.
 */
final class Members<T> {
    private Member<T> first;
    private Member<T> last;
    private int size;

    /** One of them. */
    static final class Member<T> extends Child<T> {
        private Member<T> previous;
        private Member<T> following;
        private boolean removed;

        Member(ReadyQueue queue, Future<? extends T> future) {
            super(queue, future);
        }

        /** The member that came next; null if this is the last. That of a removed member is the one at the time when it was removed. */
        Member<T> following() {
            return following;
        }

        boolean isRemoved() {
            return removed;
        }

        /** As the owner of its future. */
        @Override
        public String toString() {
            return "a FuturesUnordered";
        }
    }

    /** The member that came first, or null. */
    Member<T> first() {
        return first;
    }

    int size() {
        return size;
    }

    void add(Member<T> member) {
        member.previous = last;
        if (last == null) {
            first = member;
        } else {
            last.following = member;
        }
        last = member;
        size++;
    }

    /** Takes it out; idempotent. */
    void remove(Member<T> member) {
        if (member.removed) {
            return;
        }
        member.removed = true;
        size--;
        if (member.previous == null) {
            first = member.following;
        } else {
            member.previous.following = member.following;
        }
        if (member.following == null) {
            last = member.previous;
        } else {
            member.following.previous = member.previous;
        }
    }

    /** Gives up all futures, unchanged. */
    void disclaimAll() {
        for (Member<T> member = first; member != null; member = member.following) {
            OwnedFuture.disclaim(member.future, member);
        }
    }

    /** The first future that has not completed and is not being polled, or null. */
    Future<?> awaited() {
        Member<T> member = first;
        while (member != null && member.future == null) {
            member = member.following;
        }
        return member == null ? null : member.future;
    }

    /** All futures that have not completed and are not being polled. */
    List<Future<?>> awaitedAll() {
        List<Future<?>> all = new ArrayList<>();
        for (Member<T> member = first; member != null; member = member.following) {
            if (member.future != null) {
                all.add(member.future);
            }
        }
        return all;
    }
}
