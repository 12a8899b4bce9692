package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.ir.Computed;
import java.util.Locale;
import java.util.Objects;

/** Prints the values that the lowering made. */
final class ComputedPrinter implements Computed.Visitor<CodeBlock> {
    private final Printer printer;
    private final MachineNames names;
    private final TypeNames types;
    private final Needs needs;

    ComputedPrinter(Printer printer, MachineNames names, TypeNames types, Needs needs) {
        this.printer = printer;
        this.names = names;
        this.types = types;
        this.needs = needs;
    }

    @Override
    public CodeBlock output(Computed.Output output) {
        TypeName type = types.of(output.type());
        if (type.equals(ClassName.OBJECT)) {
            return CodeBlock.of("$L", names.output);
        }
        if (!Reifiable.is(output.type())) {
            needs.castUnchecked();
        }
        return CodeBlock.of("($T) $L", type, names.output);
    }

    @Override
    public CodeBlock thrown(Computed.Thrown thrown) {
        return CodeBlock.of("$L", names.thrown);
    }

    @Override
    public CodeBlock literal(Computed.Literal literal) {
        return literal.value() instanceof String text
                ? Literals.string(text)
                : CodeBlock.of("$L", String.valueOf(literal.value()));
    }

    @Override
    public CodeBlock notNull(Computed.NotNull checked) {
        return CodeBlock.of("$T.requireNonNull($L)", Objects.class, printer.print(checked.value()));
    }

    @Override
    public CodeBlock textOf(Computed.TextOf text) {
        return text.asObject()
                ? CodeBlock.of("$T.valueOf(($T) $L)", String.class, Object.class, printer.print(text.value()))
                : CodeBlock.of("$T.valueOf($L)", String.class, printer.print(text.value()));
    }

    @Override
    public CodeBlock cast(Computed.Cast cast) {
        return CodeBlock.of("($T) $L", types.of(cast.type()), printer.print(cast.value()));
    }

    @Override
    public CodeBlock narrowed(Computed.Narrowed narrowed) {
        String keyword = narrowed.kind().name().toLowerCase(Locale.ROOT);
        return CodeBlock.of("($L) ($L)", keyword, printer.print(narrowed.value()));
    }

    @Override
    public CodeBlock parenthesized(Computed.Parenthesized inner) {
        return CodeBlock.of("($L)", printer.print(inner.value()));
    }

    @Override
    public CodeBlock binary(Computed.Binary binary) {
        return CodeBlock.of("$L $L $L", printer.print(binary.left()), binary.operator(), printer.print(binary.right()));
    }

    @Override
    public CodeBlock store(Computed.Store store) {
        return CodeBlock.of("$L = $L", printer.print(store.target()), printer.print(store.value()));
    }

    @Override
    public CodeBlock futureOf(Computed.FutureOf future) {
        ClassName type = future.fallible() ? RuntimeTypes.TRY_FUTURE : RuntimeTypes.FUTURE;
        return CodeBlock.of("$T.from($L)", type, printer.print(future.stage()));
    }

    @Override
    public CodeBlock nextElement(Computed.NextElement element) {
        CodeBlock array = printer.print(element.parts().get(0));
        return CodeBlock.of("$L[$L++]", array, printer.print(element.parts().get(1)));
    }

    @Override
    public CodeBlock iteratorOf(Computed.IteratorOf of) {
        CodeBlock iterable = printer.print(of.iterable());
        return CodeBlock.of(of.simple() ? "$L.iterator()" : "($L).iterator()", iterable);
    }

    @Override
    public CodeBlock nextOf(Computed.NextOf next) {
        return CodeBlock.of("$L.next()", printer.print(next.parts().get(0)));
    }
}
