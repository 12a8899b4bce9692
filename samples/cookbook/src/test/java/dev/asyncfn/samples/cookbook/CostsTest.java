package dev.asyncfn.samples.cookbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CostsTest {
    /** The target is 200 for what is kept; what the first poll leaves to the garbage collector is counted here, too. */
    @Test
    void aSuspendedTaskTakesLessThan200BytesHandleIncluded() {
        assertThat(Costs.bytesOfSuspended()).isLessThanOrEqualTo(200);
    }
}
