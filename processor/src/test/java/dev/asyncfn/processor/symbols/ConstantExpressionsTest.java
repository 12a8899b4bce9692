package dev.asyncfn.processor.symbols;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.lang.model.element.VariableElement;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** javac says what the constants of a class are; the expressions that they are made from have the same values. */
class ConstantExpressionsTest {
    private static final String CONSTANTS = """
            class Constants {
                static final int A = 7 / 2 + 7 % 4 - 3 * -2, B = ~5 & 12 | 3 ^ 9, C = 1 << 33, D = -9 >> 1, E = -9 >>> 28;
                static final long F = 1L << 33, G = A * 1_000_000_000L, H = -1 >>> 1L, I = 'a' + F;
                static final int OVERFLOW = Integer.MAX_VALUE + 1, CHAR = 'a' + 1, CAST = (byte) 300 + (char) -1 + (int) 2.9;
                static final double J = 1 / 2, K = 1 / 2.0, L = 1.5f * 2, M = 0.1 + 0.2, N = -0.0;
                static final float O = 0.1f + 0.2f, P = 1 / 3f;
                static final char Q = true ? 'x' : 'y', R = (char) ('a' + 1);
                static final String S = "a" + 1 + 'c' + 2L + true + null_() , T = "x" + "y" + 1.0f;
                static final boolean U = A < B && 'a' <= 97 || !true, V = "a" == "a", W = 0.0 == -0.0, X = 1 != 2 ^ 3 > 4;
                static final boolean Y = 0 / 1.0 >= 0, Z = (1 < 2) == (3L < 4f);
                static String null_() { return null; }
            }
            """;

    @Test
    void areEvaluatedAsByJavac() {
        Attributed attributed = Attributed.of(
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null),
                List.of(JavaFileObjects.forSourceString("Constants", CONSTANTS)),
                List.of());
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> evaluated = new TreeMap<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree tree, Void nothing) {
                VariableElement field = (VariableElement) attributed.trees().getElement(getCurrentPath());
                TreePath path = new TreePath(getCurrentPath(), tree.getInitializer());
                Object value = new ConstantExpressions(attributed.trees()).value(path);
                evaluated.put(
                        tree.getName().toString(),
                        ConstantExpressions.cast(value, field.asType().getKind()));
                expected.put(tree.getName().toString(), field.getConstantValue());
                return null;
            }
        }.scan(attributed.units().get(0), null);

        assertThat(evaluated).hasSize(29).isEqualTo(expected);
    }
}
