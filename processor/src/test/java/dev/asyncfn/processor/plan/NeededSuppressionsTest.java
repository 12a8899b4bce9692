package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Generated code repeats what the user's code does, and must warn of nothing of which that does not. */
@BodyTest("""
            @Deprecated static void old() {}
            @Deprecated(forRemoval = true) static void dying() {}
            @Deprecated static int field;
            @Deprecated static class Old {}
            static void fresh() {}
        """)
class NeededSuppressionsTest {
    private static Set<String> needed(AsyncBody body) {
        return new NeededSuppressions(body.source(), body.attribution()).find();
    }

    @Test
    @Body("fresh(); n = next(1);")
    void mostCodeNeedsNone(AsyncBody body) {
        assertThat(needed(body)).isEmpty();
    }

    @Test
    @Body(modifiers = "@SuppressWarnings(\"unchecked\") static", value = "n++;")
    void thoseOfTheMethodAreNeeded(AsyncBody body) {
        assertThat(needed(body)).containsExactly("unchecked");
    }

    @Test
    @Body(modifiers = "@SuppressWarnings({\"unchecked\", \"asyncfn:held_lock\"}) static", value = "n++;")
    void thoseOfOursAreNot(AsyncBody body) {
        assertThat(needed(body)).containsExactly("unchecked");
    }

    @Test
    @Body(
            "@SuppressWarnings({\"rawtypes\", \"unchecked\"}) List raw = list; @java.lang.SuppressWarnings(\"cast\") int k = (int) n;")
    void thoseOfItsVariablesAreNeeded(AsyncBody body) {
        assertThat(needed(body)).containsExactly("cast", "rawtypes", "unchecked");
    }

    /** JLS 9.6.4.6: in the outermost class that declares it, its use gives no warning. */
    @Test
    @Body("old();")
    void aDeprecatedMemberOfTheClassNeedsOne(AsyncBody body) {
        assertThat(needed(body)).containsExactly("deprecation");
    }

    @Test
    @Body("n = field; Runnable r = () -> { Object x = new Old(); };")
    void soDoesADeprecatedFieldOrType(AsyncBody body) {
        assertThat(needed(body)).containsExactly("deprecation");
    }

    @Test
    @Body("dying();")
    void whatIsToBeRemovedNeedsTwo(AsyncBody body) {
        assertThat(needed(body)).containsExactly("deprecation", "removal");
    }
}
