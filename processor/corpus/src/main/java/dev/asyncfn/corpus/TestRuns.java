package dev.asyncfn.corpus;

import java.util.List;

/** The tests of one library: on its own classes, and on those whose methods run as futures. */
record TestRuns(TestRun before, TestRun after) {
    /** The tests that passed before and do not now, with what became of them. */
    List<String> worse() {
        return after.worseThan(before);
    }

    /** The cells of a table: tests, passed, passed before, suspensions. */
    String cells() {
        return "%,d | %,d | %,d | %,d".formatted(after.count(), after.passed(), before.passed(), after.suspensions());
    }
}
