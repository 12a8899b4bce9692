package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Computed;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.model.AwaitMethods;
import dev.asyncfn.processor.plan.Awaits;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The futures of awaited values that are none themselves: of stages, and of what a bridge converts. */
final class OtherFutures {
    private static final String FUTURE = "dev.asyncfn.Future";
    private static final String TRY_FUTURE = "dev.asyncfn.TryFuture";

    private final Attribution attribution;
    private final Awaits awaits;

    OtherFutures(Attribution attribution, Awaits awaits) {
        this.attribution = attribution;
        this.awaits = awaits;
    }

    /** The future that is made of the arguments of an await. */
    Code future(MethodCallExpr await, Code arguments) {
        if (awaits.kind(await) != Awaits.Kind.BRIDGED) {
            return Code.of(new Computed.FutureOf(arguments, awaits.kind(await) == Awaits.Kind.FALLIBLE_STAGE));
        }
        ExecutableElement conversion = conversion(await);
        Reference.ClassRef bridge = new Reference.ClassRef((TypeElement) conversion.getEnclosingElement());
        return Code.of(new Computed.Converted(bridge, conversion.getSimpleName().toString(), arguments));
    }

    /** The type of that future. */
    TypeMirror type(MethodCallExpr await) {
        ExecutableType invoked = attribution.methodTypeOf(await);
        boolean fallible = invoked.getThrownTypes().size() == 1
                && (awaits.kind(await) == Awaits.Kind.FALLIBLE_STAGE
                        || awaits.kind(await) == Awaits.Kind.BRIDGED && isFallible(conversion(await)));
        List<TypeMirror> arguments = new ArrayList<>(List.of(boxed(invoked.getReturnType())));
        if (fallible) {
            arguments.addAll(invoked.getThrownTypes());
        }
        TypeElement future = attribution.elements().getTypeElement(fallible ? TRY_FUTURE : FUTURE);
        return attribution.types().getDeclaredType(future, arguments.toArray(TypeMirror[]::new));
    }

    private ExecutableElement conversion(MethodCallExpr await) {
        return AwaitMethods.conversion(
                        (ExecutableElement) attribution.elementOf(await), attribution.types(), attribution.elements())
                .orElseThrow(); // the check has found it
    }

    private static boolean isFallible(ExecutableElement conversion) {
        TypeElement made = (TypeElement) ((DeclaredType) conversion.getReturnType()).asElement();
        return made.getQualifiedName().contentEquals(TRY_FUTURE);
    }

    private TypeMirror boxed(TypeMirror value) {
        if (value.getKind() == TypeKind.VOID) {
            return attribution.elements().getTypeElement("java.lang.Void").asType();
        }
        return value instanceof PrimitiveType primitive
                ? attribution.types().boxedClass(primitive).asType()
                : value;
    }
}
