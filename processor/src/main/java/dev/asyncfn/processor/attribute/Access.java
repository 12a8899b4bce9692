package dev.asyncfn.processor.attribute;

import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The access flags of a declaration. */
final class Access {
    // JVMS 4.1, 4.5 and 4.6; constants of ASM would leave its unshaded name in this class
    private static final int VARARGS = 0x0080;
    private static final int INTERFACE = 0x0200;
    private static final int ABSTRACT = 0x0400;
    private static final int ANNOTATION = 0x2000;
    private static final int ENUM = 0x4000;
    private static final Map<Modifier, Integer> FLAGS = Map.of(
            Modifier.PUBLIC, 0x0001,
            Modifier.PRIVATE, 0x0002,
            Modifier.PROTECTED, 0x0004,
            Modifier.STATIC, 0x0008,
            Modifier.FINAL, 0x0010,
            Modifier.ABSTRACT, ABSTRACT);

    private Access() {}

    /** Of a field or method. */
    static int of(Element member) {
        int access = 0;
        for (Modifier modifier : member.getModifiers()) {
            access |= FLAGS.getOrDefault(modifier, 0);
        }
        if (member.getKind() == ElementKind.ENUM_CONSTANT) {
            access |= ENUM;
        }
        if (member instanceof ExecutableElement method && method.isVarArgs()) {
            access |= VARARGS;
        }
        return access;
    }

    /** Of a class, as the InnerClasses attribute has it: with private, protected and static. */
    static int ofClass(TypeElement type) {
        int kind = switch (type.getKind()) {
            case ENUM -> ENUM;
            case INTERFACE -> INTERFACE | ABSTRACT;
            case ANNOTATION_TYPE -> ANNOTATION | INTERFACE | ABSTRACT;
            default -> 0;
        };
        return of(type) | kind;
    }
}
