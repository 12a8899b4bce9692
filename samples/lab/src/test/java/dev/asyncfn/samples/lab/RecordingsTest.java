package dev.asyncfn.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("one-jdk")
class RecordingsTest {
    private static final int PLENTY = 600;
    private static final String TAB = "tab";
    private static final String ENDLESS = "for (int i = 0; i >= 0; i = 0) {}";

    private static LabCompiler.Result main(String body) {
        return Compiled.result("""
            import static dev.asyncfn.Async.await;
            import dev.asyncfn.*;
            import java.util.*;
            class A {
                @AsyncFn static int one() { %s return await(Future.ready(1)); }
                public static void main(String[] args) { Async.blockOn(AAsync.one()); }
            }
            """.formatted(body));
    }

    private static String record(LabCompiler.Result program, int seconds) throws Exception {
        try (Recordings recordings = new Recordings(seconds)) {
            return recordings.record(TAB, program, "");
        }
    }

    @Test
    void aProgramThatDoesNotEndIsEnded() throws Exception {
        assertThat(record(main(ENDLESS), 5)).contains("ran for 5 s and was ended");
    }

    @Test
    void aProgramThatNeedsTooMuchMemoryIsEnded() throws Exception {
        assertThat(record(
                        main("List<byte[]> all = new ArrayList<>(); while (all.size() >= 0) { all.add(new byte[1 <<"
                                + " 20]); }"),
                        PLENTY))
                .contains("more than the 96 MB");
    }

    @Test
    void whatAProgramPrintsIsCut() throws Exception {
        String recording = record(main("for (int i = 0; i < 100_000; i++) System.out.println(\"line\");"), PLENTY);
        assertThat(recording).contains("\\n...").hasSizeLessThan(50_000);
    }

    @Test
    void aProgramMayNotTouchFilesAndSaysSo() throws Exception {
        assertThat(record(main("new java.io.File(\"x\").delete();"), PLENTY))
                .isEqualTo("{\"error\":\"the lab does not permit java.io.File\"}");
    }

    @Test
    void aProgramWithFarTooManyWaysIsRecordedInPart() throws Exception {
        LabCompiler.Result program = Compiled.result("""
            import static dev.asyncfn.Async.await;
            import static support.Later.later;
            import dev.asyncfn.*;
            class A {
                @AsyncFn static void many() { for (int i = 0; i < 1000; i++) await(leaf()); }
                static Future<Integer> leaf() { return later(1); }
                public static void main(String[] args) { Async.blockOn(AAsync.many()); }
            }
            """);
        String recording = record(program, PLENTY);
        assertThat(recording.split("\"told\"")).hasSize(101);
    }

    @Test
    void aTabDoesNotEndTheProgramOfAnotherButThatOfItsOwn() throws Exception {
        LabCompiler.Result endless = main(ENDLESS);
        try (Recordings recordings = new Recordings(PLENTY)) {
            CompletableFuture<String> hangs = CompletableFuture.supplyAsync(() -> {
                try {
                    return recordings.record("other", endless, "");
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(recordings.record(TAB, main(""), "")).contains("\"told\"");
            assertThat(hangs).isNotDone();
            while (!hangs.isDone()) {
                recordings.end("other"); // as soon as it runs
                Thread.onSpinWait();
            }
            assertThat(hangs.join()).contains("ended by a change");
        }
    }

    @Test
    void itWritesIntoItsTemporaryFolderAndLeavesNothingThere() throws Exception {
        Recordings recordings = new Recordings(PLENTY);
        assertThat(recordings.folder()).isDirectory();
        recordings.record(TAB, main(""), "");
        assertThat(recordings.folder().resolve("program1")).doesNotExist();
        recordings.close();
        assertThat(recordings.folder()).doesNotExist();
    }

    @Test
    void afterItsEndItStartsNothing() throws Exception {
        Recordings recordings = new Recordings(PLENTY);
        recordings.close();
        recordings.close();
        LabCompiler.Result program = main("");
        assertThatIllegalStateException().isThrownBy(() -> recordings.record(TAB, program, ""));
    }

    @Test
    void theNextProcessIsReadyBeforeItsProgramAndOneThatHasEndedIsReplaced() throws Exception {
        try (Recordings recordings = new Recordings(PLENTY)) {
            RecorderProcess first = recordings.ready();
            assertThat(first.isAlive()).isTrue();
            recordings.record(TAB, main(""), "");
            RecorderProcess second = recordings.ready();
            assertThat(second).isNotSameAs(first);
            assertThat(first.isAlive()).isFalse();
            second.kill();
            assertThat(second.waitFor(PLENTY)).isTrue();
            assertThat(recordings.record(TAB, main(""), "")).contains("\"told\"");
        }
    }

    @Test
    void theProcessThatIsReadyEndsWithTheLab() throws Exception {
        Recordings recordings = new Recordings(PLENTY);
        RecorderProcess ready = recordings.ready();
        recordings.close();
        assertThat(ready.waitFor(PLENTY)).isTrue();
    }
}
