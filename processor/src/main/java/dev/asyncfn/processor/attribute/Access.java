package dev.asyncfn.processor.attribute;

import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.objectweb.asm.Opcodes;

/** The access flags of a declaration. */
final class Access {
    private static final Map<Modifier, Integer> FLAGS = Map.of(
            Modifier.PUBLIC, Opcodes.ACC_PUBLIC,
            Modifier.PROTECTED, Opcodes.ACC_PROTECTED,
            Modifier.PRIVATE, Opcodes.ACC_PRIVATE,
            Modifier.STATIC, Opcodes.ACC_STATIC,
            Modifier.FINAL, Opcodes.ACC_FINAL,
            Modifier.ABSTRACT, Opcodes.ACC_ABSTRACT);

    private Access() {}

    /** Of a field or method. */
    static int of(Element member) {
        int access = 0;
        for (Modifier modifier : member.getModifiers()) {
            access |= FLAGS.getOrDefault(modifier, 0);
        }
        if (member.getKind() == ElementKind.ENUM_CONSTANT) {
            access |= Opcodes.ACC_ENUM;
        }
        if (member instanceof ExecutableElement method && method.isVarArgs()) {
            access |= Opcodes.ACC_VARARGS;
        }
        return access;
    }

    /** Of a class, as the InnerClasses attribute has it: with private, protected and static. */
    static int ofClass(TypeElement type) {
        int kind = switch (type.getKind()) {
            case ENUM -> Opcodes.ACC_ENUM;
            case INTERFACE -> Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
            case ANNOTATION_TYPE -> Opcodes.ACC_ANNOTATION | Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT;
            default -> 0;
        };
        return of(type) | kind;
    }
}
