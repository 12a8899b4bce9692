package dev.asyncfn.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.bodies.AsyncBody;
import dev.asyncfn.processor.bodies.Body;
import dev.asyncfn.processor.bodies.BodyTest;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import org.junit.jupiter.api.Test;

/** The casts that are hidden in assignments. */
@BodyTest("""
            static byte small;
            static char letter;
            static float single;
            static double wide;
            static Character boxed;
            static class Cell<T> {
                T held;
                T get() { return held; }
                <U> U other() { return null; }
            }
            static Cell<Integer> cell = new Cell<>();
        """)
class ConversionsTest {
    private static Conversions conversions(AsyncBody body) {
        return new Conversions(body.attribution().types());
    }

    private static Optional<TypeKind> compoundCast(AsyncBody body) {
        AssignExpr assign = body.first(AssignExpr.class);
        Attribution types = body.attribution();
        return conversions(body)
                .compoundCast(types.typeOf(assign.getTarget()), types.typeOf(assign.getValue()), assign.getOperator());
    }

    // ---- JLS 15.26.2

    @Test
    @Body({"small += 1;", "letter += n;", "n += l;", "n *= wide;", "single += wide;", "l -= single;", "small <<= 1;"})
    void aCompoundAssignmentCastsItsResultToANarrowerTarget(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(ConversionsTest::compoundCast).map(Optional::orElseThrow))
                .containsExactly(
                        TypeKind.BYTE,
                        TypeKind.CHAR,
                        TypeKind.INT,
                        TypeKind.INT,
                        TypeKind.FLOAT,
                        TypeKind.LONG,
                        TypeKind.BYTE);
    }

    @Test
    @Body({"n += 1;", "n += letter;", "l += n;", "wide += l;", "single *= l;", "i += 1;", "l += i;"})
    void aResultOfTheTargetsTypeNeedsNoCast(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> compoundCast(body).isEmpty());
    }

    /** JLS 15.19: each operand of a shift is promoted by itself. */
    @Test
    @Body({"n <<= l;", "n >>>= l;", "l >>= n;"})
    void theDistanceOfAShiftDoesNotWidenItsResult(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> compoundCast(body).isEmpty());
    }

    @Test
    @Body({"s += 1;", "b |= true;", "o += s;"})
    void stringsAndBooleansAreNotCast(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> compoundCast(body).isEmpty());
    }

    // ---- JLS 5.2, 5.3

    private static Optional<TypeKind> argumentCast(AsyncBody body) {
        AssignExpr assign = body.first(AssignExpr.class);
        Attribution types = body.attribution();
        return conversions(body).argumentCast(types.typeOf(assign.getTarget()), types.typeOf(assign.getValue()));
    }

    @Test
    @Body({"small = 1;", "letter = 65;", "boxed = 'a' + 1;", "letter = (short) 1;"})
    void aConstantIsNarrowedByAnAssignmentAndNotByACall(List<AsyncBody> bodies) {
        assertThat(bodies.stream().map(ConversionsTest::argumentCast).map(Optional::orElseThrow))
                .containsExactly(TypeKind.BYTE, TypeKind.CHAR, TypeKind.CHAR, TypeKind.CHAR);
    }

    @Test
    @Body({"n = 1;", "l = n;", "letter = 'a';", "boxed = letter;", "letter = boxed;", "wide = 1;", "o = 1;"})
    void whatACallConvertsItselfNeedsNoCast(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> argumentCast(body).isEmpty());
    }

    // ---- JLS 15.25

    private static Optional<TypeKind> armCast(AsyncBody body, String arm) {
        Expression at = body.expression(arm);
        return conversions(body).armCast(body.attribution().elementOf(at).asType(), at, body.attribution());
    }

    @Test
    @Body({"l = b ? cell.get() : 1;", "l = b ? 1 : (b ? cell.get() : 2);", "n = (b ? (cell.get()) : 1) + 1;"})
    void anArmThatOnlyATypeArgumentMakesANumberIsCast(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> armCast(body, "cell.get()").equals(Optional.of(TypeKind.INT)));
    }

    @Test
    @Body({"o = b ? cell.get() : s;", "n = cell.get();", "n = cell.get() + (b ? 1 : 2);"})
    void otherPlacesAreNot(List<AsyncBody> bodies) {
        assertThat(bodies).allMatch(body -> armCast(body, "cell.get()").isEmpty());
    }

    @Test
    @Body({"l = b ? next(1) : l;", "n = b ? cell.<Integer>other() : 1;"})
    void aMemberWhoseTypeIsNoParameterOfItsClassIsNot(List<AsyncBody> bodies) {
        assertThat(armCast(bodies.get(0), "next(1)")).isEmpty();
        assertThat(armCast(bodies.get(1), "cell.<Integer>other()")).isEmpty();
    }

    @Test
    @Body("o = i; o = n; o = boxed; o = s; o = a;")
    void theKindInsideABoxIsThatOfItsPrimitive(AsyncBody body) {
        assertThat(List.of("i", "n", "boxed", "s", "a"))
                .map(name -> conversions(body).unboxed(body.attribution().typeOf(body.expression(name))))
                .containsExactly(TypeKind.INT, TypeKind.INT, TypeKind.CHAR, TypeKind.DECLARED, TypeKind.ARRAY);
    }
}
