package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Shows code in one line: the user's text as it is, without line breaks, and all else in angle brackets. A variable that is
 * read is {@code <x>}, {@code <x now>} if a lambda or class captures it; {@code <x =>} is written, {@code <x op=>} is
 * both.
 */
final class CodeDump
        implements Piece.Visitor<String>,
                SourceText.Visitor<String>,
                VariableUse.Visitor<String>,
                Reference.Visitor<String>,
                Transfer.Visitor<String>,
                Computed.Visitor<String> {
    private final SourceFile file;
    private final Function<Block, String> names;

    /** @param names what blocks are called */
    CodeDump(SourceFile file, Function<Block, String> names) {
        this.file = file;
        this.names = names;
    }

    String of(Code code) {
        return code.pieces().stream().map(piece -> piece.accept(this)).collect(Collectors.joining());
    }

    private static String shown(Object... words) {
        return Arrays.stream(words)
                .map(String::valueOf)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" ", "<", ">"));
    }

    // ---- groups

    @Override
    public String text(Piece.Text piece) {
        return inOneLine(piece.text());
    }

    @Override
    public String source(SourceText piece) {
        return piece.accept((SourceText.Visitor<String>) this);
    }

    @Override
    public String use(VariableUse piece) {
        return piece.accept((VariableUse.Visitor<String>) this);
    }

    @Override
    public String reference(Reference piece) {
        return piece.accept((Reference.Visitor<String>) this);
    }

    @Override
    public String transfer(Transfer piece) {
        return piece.accept((Transfer.Visitor<String>) this);
    }

    @Override
    public String computed(Computed piece) {
        return piece.accept((Computed.Visitor<String>) this);
    }

    // ---- text of the user

    @Override
    public String verbatim(SourceText.Verbatim text) {
        return lines(text.lines());
    }

    @Override
    public String comment(SourceText.Comment text) {
        return lines(text.lines());
    }

    private String lines(List<Span> lines) {
        return lines.stream().map(file::textOf).map(CodeDump::inOneLine).collect(Collectors.joining(" "));
    }

    private static String inOneLine(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .map(c -> c == '\n' || c == '\r' ? ' ' : c)
                .filter(c -> c != ' ' || out.isEmpty() || out.charAt(out.length() - 1) != ' ')
                .forEachOrdered(c -> out.append((char) c));
        return out.toString();
    }

    @Override
    public String shift(SourceText.Shift shift) {
        return "";
    }

    @Override
    public String newLine(SourceText.NewLine line) {
        return " ";
    }

    @Override
    public String localName(SourceText.LocalName local) {
        return local.name();
    }

    // ---- variables

    @Override
    public String read(VariableUse.Read read) {
        return shown(read.variable(), read.captured() ? "now" : "");
    }

    @Override
    public String write(VariableUse.Write write) {
        return shown(write.variable(), write.reads() ? "op=" : "=");
    }

    @Override
    public String binding(VariableUse.Binding binding) {
        return shown("binds", binding.variable());
    }

    @Override
    public String keepBinding(VariableUse.KeepBinding binding) {
        return shown("keeps", binding.variable());
    }

    // ---- references

    @Override
    public String classRef(Reference.ClassRef type) {
        return shown(type.element().getSimpleName());
    }

    @Override
    public String annotatedClass(Reference.AnnotatedClass type) {
        return shown("annotated", type.element().getSimpleName());
    }

    @Override
    public String typeRef(Reference.TypeRef type) {
        return shown(type.type());
    }

    @Override
    public String staticRef(Reference.StaticRef member) {
        return shown(member.owner().getSimpleName() + "." + member.name());
    }

    @Override
    public String facade(Reference.Facade facade) {
        return shown("facade", facade.owner().getSimpleName());
    }

    @Override
    public String factory(Reference.Factory factory) {
        return shown("factory", factory.owner().getSimpleName() + "." + factory.method());
    }

    @Override
    public String newFuture(Reference.NewFuture future) {
        return shown("new", future.future());
    }

    @Override
    public String newBlock(Reference.NewBlock creation) {
        String captures = of(creation.arguments());
        return shown("new", creation.block().futureName(), captures.isEmpty() ? "" : "of " + captures);
    }

    @Override
    public String lifted(Reference.Lifted lifted) {
        return shown("lifted", lifted.type().name());
    }

    @Override
    public String bridged(Reference.Bridged accessor) {
        String kind = accessor.kind().name().toLowerCase(Locale.ROOT);
        return shown(
                "accessor:",
                kind,
                accessor.host().getSimpleName() + "." + accessor.member().getSimpleName());
    }

    @Override
    public String bridgedCall(Reference.BridgedCall call) {
        return bridged(call.accessor());
    }

    @Override
    public String typed(Reference.Typed typed) {
        return shown("typed", typed.type());
    }

    @Override
    public String matched(Reference.Matched matched) {
        return "<matched " + matched.type().getSimpleName() + ">";
    }

    @Override
    public String parts(Reference.Parts parts) {
        return "<parts of " + parts.accessor().host().getSimpleName() + ">";
    }

    @Override
    public String inferred(Reference.Inferred inferred) {
        return shown("inferred");
    }

    @Override
    public String newArray(Reference.NewArray array) {
        return shown("new", array.type());
    }

    @Override
    public String uncheckedCast(Reference.UncheckedCast cast) {
        return shown("unchecked", cast.type());
    }

    @Override
    public String castTogether(Reference.CastTogether cast) {
        return shown("cast to", cast.types());
    }

    @Override
    public String composed(Reference.Composed method) {
        return shown(method.target() ? "target" : "composed", method.type());
    }

    // ---- jumps

    @Override
    public String jump(Transfer.Jump jump) {
        return shown("goto", names.apply(jump.target()));
    }

    @Override
    public String wholeJump(Transfer.WholeJump jump) {
        String delivery = jump.delivered() == null ? "" : "with " + jump.delivered() + " = " + of(jump.value());
        return shown("goto", names.apply(jump.target()), delivery);
    }

    @Override
    public String keepJump(Transfer.KeepJump jump) {
        return shown("keeps jump as", jump.as());
    }

    @Override
    public String restoreJump(Transfer.RestoreJump jump) {
        return shown("restores jump from", jump.from());
    }

    @Override
    public String complete(Transfer.Return result) {
        return shown("return", result.value() == null ? "" : of(result.value()));
    }

    @Override
    public String rethrow(Transfer.Rethrow rethrow) {
        return shown("rethrow", of(rethrow.exception()));
    }

    @Override
    public String conditional(Transfer.Conditional piece) {
        return "";
    }

    // ---- values

    @Override
    public String output(Computed.Output output) {
        return shown("output as", output.type());
    }

    @Override
    public String thrown(Computed.Thrown thrown) {
        return shown("thrown");
    }

    @Override
    public String literal(Computed.Literal literal) {
        return String.valueOf(literal.value());
    }

    @Override
    public String notNull(Computed.NotNull checked) {
        return shown("not null", of(checked.value()));
    }

    @Override
    public String textOf(Computed.TextOf text) {
        return shown("text of", of(text.value()));
    }

    @Override
    public String cast(Computed.Cast cast) {
        return shown("cast to", cast.type(), of(cast.value()));
    }

    @Override
    public String narrowed(Computed.Narrowed narrowed) {
        return shown("cast to", narrowed.kind().name().toLowerCase(Locale.ROOT), of(narrowed.value()));
    }

    @Override
    public String parenthesized(Computed.Parenthesized inner) {
        return "(" + of(inner.value()) + ")";
    }

    @Override
    public String yielded(Computed.Yielded result) {
        return of(result.value());
    }

    @Override
    public String binary(Computed.Binary binary) {
        return of(binary.left()) + " " + binary.operator() + " " + of(binary.right());
    }

    @Override
    public String store(Computed.Store store) {
        return of(store.target()) + " = " + of(store.value());
    }

    @Override
    public String futureOf(Computed.FutureOf future) {
        return shown(future.fallible() ? "try future of" : "future of", of(future.stage()));
    }

    @Override
    public String converted(Computed.Converted future) {
        return of(future.parts().get(0)) + "." + future.method() + "(" + of(future.arguments()) + ")";
    }

    @Override
    public String nextElement(Computed.NextElement element) {
        return shown("next of", element.array(), "at", element.index());
    }

    @Override
    public String iteratorOf(Computed.IteratorOf of) {
        return shown("iterator of", of(of.iterable()));
    }

    @Override
    public String nextOf(Computed.NextOf next) {
        return shown("next of", next.iterator());
    }
}
