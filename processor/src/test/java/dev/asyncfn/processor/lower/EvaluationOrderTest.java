package dev.asyncfn.processor.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import org.junit.jupiter.api.Test;

/** What stands to the left of an await is evaluated before it, once, and what stands to its right after it (JLS 15.7). */
@BodyTest("""
            int field;
            static int shared;
            static byte small;
            static Integer box;
            static StringBuilder text;
            static Bodies make() { return new Bodies(); }
            static int[] array() { return null; }
            static int sum(int x, int y, int z) { return x; }
        """)
class EvaluationOrderTest {
    /** The steps and ends of a body without branches. */
    private static String steps(AsyncBody body) {
        StringBuilder out = new StringBuilder();
        body.dump()
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .map(line -> line.replaceAll("(-> await) \\w+ = `<factory Bodies\\.(.*)`, its output in .*", "$1 $2"))
                .forEach(line ->
                        out.append(line.replace("<output as int>", "<output>")).append('\n'));
        return out.toString();
    }

    // ---- operands

    @Test
    @Body("n = sum(shared, next(1), n++);")
    void anArgumentThatMayChangeIsKeptAndALaterOneWaits(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let sharedValue: int = `<Bodies.shared>`
                -> await next>(1)
                n = `<Bodies.sum>(<sharedValue>, <output>, <n op=>++)`
                -> return
                """);
    }

    @Test
    @Body("n = sum(n, n++, next(1));")
    void aLocalIsReadBeforeALaterOperandAssignsIt(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let nValue: int = `<n>`
                let operand: int = `<n op=>++`
                -> await next>(1)
                n = `<Bodies.sum>(<nValue>, <operand>, <output>)`
                -> return
                """);
    }

    @Test
    @Body("n = sum(n, 2, next(1));")
    void whatNeverChangesStaysInPlace(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                -> await next>(1)
                n = `<Bodies.sum>(<n>, 2, <output>)`
                -> return
                """);
    }

    @Test
    @Body("n = next(next(1)) + next(2);")
    void innerAwaitsComeFirst(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                -> await next>(1)
                -> await next>(<output>)
                let next: int = `<output>`
                -> await next>(2)
                n = `<next> + <output>`
                -> return
                """);
    }

    @Test
    @Body("n = array()[next(1)] + array()[next(2)];")
    void anElementIsReadBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let array: int[] = `<Bodies.array>()`
                -> await next>(1)
                let operand: int = `<array>[<output>]`
                let array: int[] = `<Bodies.array>()`
                -> await next>(2)
                n = `<operand> + <array>[<output>]`
                -> return
                """);
    }

    @Test
    @Body("n = box + next(1);")
    void aBoxIsOpenedBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).startsWith("let boxValue: int = `<Bodies.box>`\n");
    }

    @Test
    @Body("s = text + \"\" + next(1) + text;")
    void theTextOfTheLeftSideIsTakenBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let left: String = `<Bodies.text> + ""`
                -> await next>(1)
                s = `<left> + <output> + <Bodies.text>`
                -> return
                """);
    }

    // ---- assignments (JLS 15.26.1)

    @Test
    @Body("array()[n++] = next(1);")
    void theArrayAndTheIndexAreEvaluatedBeforeTheRightSideAndCheckedAfterIt(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let array: int[] = `<Bodies.array>()`
                let operand: int = `<n op=>++`
                -> await next>(1)
                evaluate `<array>[<operand>] = <output>`
                -> return
                """);
    }

    @Test
    @Body("make().field = next(1);")
    void soIsTheObjectOfAField(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let make: bodies.Bodies = `<Bodies.make>()`
                -> await next>(1)
                evaluate `<make>.field = <output>`
                -> return
                """);
    }

    // ---- compound assignments (JLS 15.26.2)

    @Test
    @Body("shared += next(1);")
    void theOldValueIsReadBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let old: int = `<Bodies.shared>`
                -> await next>(1)
                evaluate `<Bodies.shared> = <old> + <output>`
                -> return
                """);
    }

    @Test
    @Body("array()[n++] += next(1);")
    void thePlaceIsEvaluatedOnceAndTheElementReadBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let array: int[] = `<Bodies.array>()`
                let index: int = `<n op=>++`
                let old: int = `<array>[<index>]`
                -> await next>(1)
                evaluate `<array>[<index>] = <old> + <output>`
                -> return
                """);
    }

    @Test
    @Body("make().field -= next(1) * 2;")
    void theRightSideIsOneOperand(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                let make: bodies.Bodies = `<Bodies.make>()`
                let old: int = `<make>.field`
                -> await next>(1)
                evaluate `<make>.field = <old> - (<output> * 2)`
                -> return
                """);
    }

    @Test
    @Body("small <<= next(1);")
    void theResultIsCastToTheTargetsType(AsyncBody body) {
        assertThat(steps(body)).contains("evaluate `<Bodies.small> = <cast to byte <old> << <output>>`");
    }

    @Test
    @Body("box *= next(1);")
    void theOldValueOfABoxIsOpenedBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).startsWith("let old: int = `<Bodies.box>`\n");
    }

    @Test
    @Body("o += s + next(1);")
    void theOldTextIsTakenBeforeTheRightSide(AsyncBody body) {
        assertThat(steps(body)).startsWith("let old: String = `<text of ");
    }

    @Test
    @Body("n = (shared += next(1)) + 1;")
    void theValueOfACompoundAssignmentIsWhatItStored(AsyncBody body) {
        assertThat(steps(body)).contains("n = `(<Bodies.shared> = <old> + <output>) + 1`");
    }

    @Test
    @Body("n += next(1);")
    void aLocalThatNobodyElseAssignsStaysInPlace(AsyncBody body) {
        assertThat(steps(body)).isEqualTo("""
                -> await next>(1)
                evaluate `<n op=> += <output>`
                -> return
                """);
    }

    @Test
    @Body("n += next(n++);")
    void aLocalThatTheRightSideAssignsDoesNot(AsyncBody body) {
        assertThat(steps(body)).contains("let old: int = ", "= <old> + <output>`");
    }
}
