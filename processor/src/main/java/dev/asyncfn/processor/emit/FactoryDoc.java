package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeVariableName;
import com.sun.source.doctree.DeprecatedTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.util.DocTrees;
import dev.asyncfn.processor.model.VirtualFns;
import dev.asyncfn.processor.parse.DeclarationPaths;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The Javadoc of a factory: the first paragraph of the method's, what that says of parameters, result and exceptions,
 * and a link to the method for all else. It is complete, whatever the method's leaves out.
 */
final class FactoryDoc {
    /** For text behind the indentation of a member and {@code " * "}. */
    private static final int WIDTH = 113;

    private final Signature signature;
    private final DocTrees trees;
    /** Null if the method has none. */
    private final DocCommentTree doc;

    private final CodeBlock.Builder out = CodeBlock.builder();

    /**
     * @param trees those of the outer compiler
     * @param paths where its methods are
     */
    FactoryDoc(Signature signature, DocTrees trees, DeclarationPaths paths) {
        this.signature = signature;
        this.trees = trees;
        this.doc = trees.getDocCommentTree(paths.of(signature.element()));
    }

    CodeBlock text() {
        String summary = doc == null ? "" : words(doc.getFullBody());
        if (summary.isEmpty()) {
            out.add("The factory of $L.\n", method());
        } else {
            line(summary);
            out.add("\n<p>See $L.\n", method());
        }
        if (!signature.factoryName().equals(signature.name())) {
            out.add("\n");
            line("<p>It is not called {@code " + signature.name()
                    + "}, because a call could mean the factory of an overload.");
        }
        if (signature.method().isVirtual()) {
            out.add("\n");
            line("<p>The future runs the override of the class of {@code " + signature.receiverName() + "}: see {@link "
                    + VirtualFns.tableName(signature.method().owner()) + "}.");
        }
        tags(ThrowsTree.class).forEach(this::failure);
        out.add("\n");
        typeParameters();
        if (!signature.isStatic()) {
            line("@param " + signature.receiverName() + " the object on which the method is called");
        }
        for (VariableElement parameter : signature.parameters()) {
            String name = parameter.getSimpleName().toString();
            line("@param " + name + " " + parameter(name, false));
        }
        result();
        deprecation();
        return out.build();
    }

    /**
     * How the method is linked to: by its name alone, unless something else has that. In a private class, or by a private type, doclint would
     * not find it.
     */
    private CodeBlock method() {
        TypeElement owner = signature.method().owner();
        if (PrivateClasses.is(owner)) {
            return CodeBlock.of("{@code $L}", signature.name());
        }
        boolean alone =
                owner.getEnclosedElements().stream().filter(this::isReferred).count() == 1;
        boolean hidden = signature.parameters().stream()
                .anyMatch(parameter -> CarriedParameters.isPassedAsBound(parameter.asType()));
        if (!alone && hidden) {
            return CodeBlock.of("{@code $L}", signature.name());
        }
        List<CodeBlock> types = signature.parameters().stream()
                .map(parameter -> CodeBlock.of("$T", signature.types().erased(parameter.asType())))
                .toList();
        CodeBlock parameters = alone ? CodeBlock.of("") : CodeBlock.of("($L)", CodeBlock.join(types, ", "));
        return CodeBlock.of("{@link $T#$L$L}", signature.types().of(owner), signature.name(), parameters);
    }

    private boolean isReferred(Element member) {
        return member.getSimpleName().contentEquals(signature.name())
                && (member.getKind() == ElementKind.METHOD || member.getKind().isField());
    }

    private void failure(ThrowsTree tag) {
        String words = words(tag.getDescription());
        String separator = words.isEmpty() || Character.isLowerCase(words.charAt(0)) ? " " : ": ";
        String end = words.endsWith(".") ? "" : ".";
        String exception = DocText.code(tag.getExceptionName().getSignature());
        line("<p>The future fails with " + (exception + separator + words).strip() + end);
    }

    private void typeParameters() {
        List<String> own = signature.element().getTypeParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .toList();
        List<TypeVariableName> all = signature.typeParameters();
        int known = TypeNames.parametersOf(signature.element()).size();
        int ofClasses = known - own.size();
        for (int i = 0; i < all.size(); i++) {
            String words = i < ofClasses
                    ? "type parameter of the class"
                    : i < known ? parameter(own.get(i - ofClasses), true) : "a private class";
            line("@param <" + all.get(i).name() + "> " + words);
        }
    }

    private String parameter(String name, boolean ofTypes) {
        return tags(ParamTree.class)
                .filter(tag -> tag.isTypeParameter() == ofTypes)
                .filter(tag -> tag.getName().getName().contentEquals(name))
                .map(tag -> words(tag.getDescription()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("the parameter of the method");
    }

    private void result() {
        String words = tags(ReturnTree.class)
                .map(tag -> words(tag.getDescription()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> "of the method's result: " + text)
                .orElse("that has not run yet");
        line("@return a future " + words);
    }

    /** The annotation is copied, too. */
    private void deprecation() {
        if (signature.element().getAnnotation(Deprecated.class) != null) {
            tags(DeprecatedTree.class)
                    .map(tag -> words(tag.getBody()))
                    .filter(words -> !words.isEmpty())
                    .forEach(words -> line("@deprecated " + words));
        }
    }

    private <T extends DocTree> Stream<T> tags(Class<T> kind) {
        return doc == null
                ? Stream.empty()
                : doc.getBlockTags().stream().filter(kind::isInstance).map(kind::cast);
    }

    private String words(List<? extends DocTree> content) {
        return DocText.firstParagraph(content, trees);
    }

    private void line(String text) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            boolean fits = column + 1 + word.length() <= WIDTH;
            wrapped.append(column == 0 ? "" : fits ? " " : "\n").append(word);
            column = column == 0 || !fits ? word.length() : column + 1 + word.length();
        }
        out.add("$L\n", Placeholder.lines(List.of(wrapped.toString().split("\n"))));
    }
}
