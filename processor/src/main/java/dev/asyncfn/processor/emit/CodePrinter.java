package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.End;
import dev.asyncfn.processor.ir.LiftedClass;
import dev.asyncfn.processor.ir.Piece;
import dev.asyncfn.processor.ir.Reference;
import dev.asyncfn.processor.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/** Prints {@link Code} for one future class. */
final class CodePrinter implements Printer {
    private final MachineNames names;
    private final TypeNames types;
    private final VariableWords variables;
    private final Needs needs = new Needs();
    private final AwaitedValue awaited;
    private final ReferencePrinter references;
    private final TransferPrinter transfers;
    private final ComputedPrinter computed;
    private final VerbatimPrinter verbatim;
    private final VariablePrinter uses;

    CodePrinter(
            ClassName futureClass,
            StateMachine machine,
            List<LiftedClass> around,
            MachineNames names,
            FacadeParts facade) {
        this.names = names;
        List<LiftedClass> lifted = new ArrayList<>(machine.fn().lifted());
        lifted.addAll(around);
        this.types = new TypeNames(lifted, machine.fn().element());
        this.variables = new VariableWords(machine, names);
        this.references = new ReferencePrinter(this, futureClass, machine.fn(), types, facade, needs);
        this.transfers = new TransferPrinter(this, futureClass, machine, names, variables, needs);
        this.awaited = new AwaitedValue(machine);
        this.computed = new ComputedPrinter(this, names, awaited, types, needs);
        this.verbatim = new VerbatimPrinter(names);
        this.uses = new VariablePrinter(this, machine, variables, types, needs);
    }

    TypeNames types() {
        return types;
    }

    VariableWords variables() {
        return variables;
    }

    Needs needs() {
        return needs;
    }

    AwaitedValue awaited() {
        return awaited;
    }

    /** Prints jumps, and what throws. */
    TransferPrinter transfers() {
        return transfers;
    }

    /** The type with which a variable is declared. */
    TypeName typeOf(Variable variable) {
        return variable.role() == Variable.Role.EXIT ? ClassName.get("", names.stateType) : types.of(variable.type());
    }

    /** The type with which the future that is awaited is declared. */
    Snippet typeOf(End.Await await) {
        if (await.type() != null) {
            return Snippet.of("$T", types.of(await.type()));
        }
        Piece creation = await.future().pieces().get(0);
        if (creation instanceof Reference.Factory factory && factory.future() != null) {
            return Snippet.of("$T", ReferencePrinter.facade(factory.owner()).nestedClass(factory.future()));
        }
        boolean plain = creation instanceof Reference.NewFuture future
                && !future.infers()
                && !future.mayBeRaw()
                && future.typeArguments().isEmpty();
        return plain
                ? Snippet.of("$T", ReferencePrinter.futureClass((Reference.NewFuture) creation))
                : Snippet.of("var");
    }

    @Override
    public Snippet print(Code code) {
        return print(code, false);
    }

    /** @param declares whether the code initializes a declaration, where an array initializer may stand alone */
    Snippet print(Code code, boolean declares) {
        PiecePrinter printer = new PiecePrinter(verbatim, uses, references, transfers, computed, declares);
        Snippet.Builder out = Snippet.builder();
        code.pieces().forEach(piece -> out.add(piece.accept(printer)));
        return out.build();
    }

    /** Two statements that continue with another state, without a line break at the end. */
    Snippet goTo(String state) {
        return Snippet.of("$L = $L.$L;\n$L", names.next, names.stateType, state, transfers.goOn(false));
    }

    Snippet print(LiftedClass type) {
        return print(type.declaration().get());
    }

    /** The methods that give values a type which only inference can say. */
    List<MethodSpec> composedMethods() {
        return needs.composed().entrySet().stream()
                .map(entry -> entry.getKey().write(entry.getValue(), !references.isGeneric()))
                .toList();
    }
}
