package dev.asyncfn.processor.emit;

import com.palantir.javapoet.MethodSpec;
import dev.asyncfn.processor.collect.FactoryOverloads;
import javax.lang.model.element.Modifier;

/** The constructor of a future class. */
final class FutureConstructor {
    private FutureConstructor() {}

    /**
     * The future's constructor without its body: where factories may be confused, callers of the factory call it; that of a virtual async
     * fn is called for {@code super}. A block is created only in the future around it.
     */
    static MethodSpec.Builder of(Signature signature) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        boolean calledElsewhere = signature.method().isVirtual() || FactoryOverloads.anyConfused(signature.element());
        return calledElsewhere && !signature.isBlock()
                ? constructor
                        .addModifiers(signature.visibility())
                        .addAnnotations(new FactoryAnnotations(signature).list())
                        .varargs(signature.element().isVarArgs())
                : constructor.addModifiers(Modifier.PRIVATE);
    }
}
