package dev.asyncfn.processor;

import dev.asyncfn.processor.diag.Problem;
import org.junit.jupiter.api.Test;

class OptionsOfCompilationTest {
    @Test
    void unknownOptionIsAnError() {
        Misuse.in("FinalFns.java")
                .option("-Aasyncfn.explicit=warn")
                .hasNowhere(Problem.UNKNOWN_OPTION)
                .hasJavacWarning("The following options were not recognized by any processor: '[asyncfn.explicit]'")
                .andNothingElse();
    }

    @Test
    void optionIsKnownToJavac() {
        Misuse.in("FinalFns.java").option("-Aasyncfn.explicitAwait=off").andNothingElse();
    }

    @Test
    void asyncFnsOfAnOlderJavaAreAnError() {
        Misuse.in("AsyncCallBlocks.java")
                .option("--release=16")
                .has(Problem.OLD_SOURCE, 10, 9)
                .andNothingElse();
    }
}
