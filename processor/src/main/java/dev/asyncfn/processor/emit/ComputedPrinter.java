package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.ir.Computed;
import java.util.Locale;
import java.util.Objects;

/** Prints the values that the lowering made. */
final class ComputedPrinter implements Computed.Visitor<Snippet> {
    private final Printer printer;
    private final MachineNames names;
    private final AwaitedValue awaited;
    private final TypeNames types;
    private final Needs needs;

    ComputedPrinter(Printer printer, MachineNames names, AwaitedValue awaited, TypeNames types, Needs needs) {
        this.printer = printer;
        this.names = names;
        this.awaited = awaited;
        this.types = types;
        this.needs = needs;
    }

    @Override
    public Snippet output(Computed.Output output) {
        return Snippet.at(new Place.Output(), value(output));
    }

    private Snippet value(Computed.Output output) {
        TypeName type = types.of(output.type());
        if (awaited.isPrimitive() || type.equals(ClassName.OBJECT)) {
            return Snippet.words(names.awaitedValue);
        }
        if (!Reifiable.is(output.type())) {
            needs.castUnchecked();
        }
        return Snippet.of("($T) $L", type, names.awaitedValue);
    }

    @Override
    public Snippet thrown(Computed.Thrown thrown) {
        return Snippet.words(names.thrown);
    }

    @Override
    public Snippet literal(Computed.Literal literal) {
        return literal.value() instanceof String text
                ? Literals.string(text)
                : Snippet.words(String.valueOf(literal.value()));
    }

    @Override
    public Snippet notNull(Computed.NotNull checked) {
        return Snippet.of("$T.requireNonNull($L)", Objects.class, printer.print(checked.value()));
    }

    @Override
    public Snippet textOf(Computed.TextOf text) {
        return text.asObject()
                ? Snippet.of("$T.valueOf(($T) $L)", String.class, Object.class, printer.print(text.value()))
                : Snippet.of("$T.valueOf($L)", String.class, printer.print(text.value()));
    }

    @Override
    public Snippet cast(Computed.Cast cast) {
        if (PrivateClasses.is(cast.type())) {
            needs.castUnchecked(); // a type parameter stands for it
        }
        return Snippet.of("($T) $L", types.of(cast.type()), printer.print(cast.value()));
    }

    @Override
    public Snippet narrowed(Computed.Narrowed narrowed) {
        String keyword = narrowed.kind().name().toLowerCase(Locale.ROOT);
        return Snippet.of("($L) ($L)", keyword, printer.print(narrowed.value()));
    }

    @Override
    public Snippet parenthesized(Computed.Parenthesized inner) {
        return Snippet.of("($L)", printer.print(inner.value()));
    }

    @Override
    public Snippet yielded(Computed.Yielded result) {
        Snippet value = printer.print(result.value());
        if (!looksLikeArguments(value)) {
            return value;
        }
        return hasCommaOutside(value) ? Snippet.of("(($L))", value) : Snippet.of("($L)", value);
    }

    /** Whether it begins with parentheses around a comma, and none but ours can: those of the user would not compile. */
    private static boolean looksLikeArguments(Snippet value) {
        int depth = 0;
        for (Snippet.Part part : value.parts()) {
            for (char c : textOf(part).toCharArray()) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0 || c == ',' && depth == 1) {
                    return depth == 1;
                }
            }
        }
        return false;
    }

    /** Whether it would have a comma behind the one parenthesis that hides those in its own. */
    private static boolean hasCommaOutside(Snippet value) {
        int depth = 0;
        for (Snippet.Part part : value.parts()) {
            for (char c : textOf(part).toCharArray()) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** That of the user's file does not matter: the casts are ours. */
    private static String textOf(Snippet.Part part) {
        return part instanceof Snippet.Part.Words words
                ? words.text()
                : part instanceof Snippet.Part.Named named ? named.type().toString() : "";
    }

    @Override
    public Snippet binary(Computed.Binary binary) {
        return Snippet.of("$L $L$W$L", printer.print(binary.left()), binary.operator(), printer.print(binary.right()));
    }

    @Override
    public Snippet store(Computed.Store store) {
        return Snippet.of("$L = $L", printer.print(store.target()), printer.print(store.value()));
    }

    @Override
    public Snippet futureOf(Computed.FutureOf future) {
        ClassName type = future.fallible() ? RuntimeTypes.TRY_FUTURE : RuntimeTypes.FUTURE;
        return Snippet.of("$T.from($L)", type, printer.print(future.stage()));
    }

    @Override
    public Snippet converted(Computed.Converted future) {
        Snippet owner = printer.print(future.parts().get(0));
        return Snippet.of("$L.$L($L)", owner, future.method(), printer.print(future.arguments()));
    }

    @Override
    public Snippet nextElement(Computed.NextElement element) {
        Snippet array = printer.print(element.parts().get(0));
        return Snippet.of("$L[$L++]", array, printer.print(element.parts().get(1)));
    }

    @Override
    public Snippet iteratorOf(Computed.IteratorOf of) {
        Snippet iterable = printer.print(of.iterable());
        return Snippet.of(of.simple() ? "$L.iterator()" : "($L).iterator()", iterable);
    }

    @Override
    public Snippet nextOf(Computed.NextOf next) {
        return Snippet.of("$L.next()", printer.print(next.parts().get(0)));
    }
}
