package dev.asyncfn.collection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersTest {
    private final Members<Integer> members = new Members<>();

    @Test
    void keepsTheOrderInWhichTheyCame() {
        assertThat(members.add(3)).isTrue();
        assertThat(members.add(1)).isTrue();
        assertThat(members.add(3)).isFalse();
        assertThat(members.copy()).containsExactly(3, 1);
        assertThat(members.size()).isEqualTo(2);
        assertThat(members.remove(2)).isFalse();
        assertThat(members.remove(3)).isTrue();
        assertThat(members.take()).containsExactly(1);
        assertThat(members.isEmpty()).isTrue();
        assertThat(members.remove(1)).isFalse();
    }

    @Test
    void itsTableShrinksWithIt() {
        for (int i = 0; i < 100_000; i++) {
            members.add(i);
        }
        assertThat(members.peak()).isEqualTo(100_000);
        for (int i = 0; i < 99_990; i++) {
            members.remove(i);
        }
        assertThat(members.peak()).isLessThanOrEqualTo(64);
        assertThat(members.copy()).hasSize(10).first().isEqualTo(99_990);
        for (int i = 99_990; i < 100_000; i++) {
            members.remove(i);
        }
        assertThat(members.peak()).isZero();
    }
}
