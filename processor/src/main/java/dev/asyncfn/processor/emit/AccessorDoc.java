package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.asyncfn.processor.ir.Reference;

/** The Javadoc of the bridge's members: which private member each of them reaches. */
final class AccessorDoc {
    private AccessorDoc() {}

    /** @param method the accessor without its Javadoc */
    static CodeBlock of(Reference.Bridged access, MethodSpec method) {
        String value = access.kind().isOfType()
                ? "any value"
                : access.kind() == Reference.BridgeKind.WRITE ? "the new value" : "an argument";
        return of(summary(access), value, result(access), method);
    }

    /** Of the method that a lambda for a private interface implements. */
    static CodeBlock ofFunction(Reference.Bridged access, MethodSpec method) {
        String member = "{@code " + access.host().getSimpleName() + "."
                + access.member().getSimpleName() + "}";
        return of("Does what " + member + " does.", "an argument", "its result", method);
    }

    private static CodeBlock of(String summary, String value, String result, MethodSpec method) {
        CodeBlock.Builder tags = CodeBlock.builder();
        method.typeVariables()
                .forEach(variable -> tags.add("@param <$L> type parameter of the class or method\n", variable.name()));
        for (ParameterSpec parameter : method.parameters()) {
            String name = parameter.name();
            tags.add("@param $L $L\n", name, name.equals("value") ? value : parameter(name));
        }
        if (!method.returnType().equals(TypeName.VOID)) {
            tags.add("@return $L\n", result);
        }
        method.exceptions().forEach(exception -> tags.add("@throws $T as declared\n", exception));
        CodeBlock first = CodeBlock.of("$L\n", Placeholder.text(summary));
        return tags.isEmpty()
                ? first
                : first.toBuilder().add("\n").add(tags.build()).build();
    }

    /** Of the constant that holds the handle. */
    static String handle(Reference.Bridged access) {
        if (access.kind() == Reference.BridgeKind.LOOKUP) {
            return "The lookup of " + member(access) + ".";
        }
        if (access.kind().isOfType()) {
            return "The class " + member(access) + ".";
        }
        if (access.kind() == Reference.BridgeKind.FUNCTION) {
            return "Makes " + member(access) + " of a function.";
        }
        return "The handle of " + member(access) + ".";
    }

    private static String summary(Reference.Bridged access) {
        String member = member(access);
        return switch (access.kind()) {
            case READ -> "Reads " + member + ".";
            case WRITE -> "Assigns " + member + ".";
            case CALL -> "Calls " + member + ".";
            case SUPER ->
                "Calls " + member + ", as only {@code " + access.host().getSimpleName() + "} itself can.";
            case CREATE -> "Calls " + member + ".";
            case FUNCTION -> "Makes " + member + " of a function.";
            case OUTER -> "Reads " + member + ".";
            case PRE_INCREMENT, POST_INCREMENT -> "Increments " + member + ".";
            case PRE_DECREMENT, POST_DECREMENT -> "Decrements " + member + ".";
            case IS -> "Whether a value is an instance of " + member + ".";
            case CAST -> "Casts a value to " + member + ".";
            case AS -> "A value if it is an instance of " + member + ", else null.";
            case MATCH -> "Matches a value with a pattern of " + member + ".";
            case NAME -> "The name of a constant of " + member + ", null for null.";
            case PARTS -> "The parts of a value if it is an instance of " + member + ", else null.";
            case CLASS -> "The class of " + member + ".";
            case NEW_ARRAY -> "A new array of " + member + ".";
            case ARRAY_OF -> "An array of " + member + " with these elements.";
            case INITIALISE -> "Initialises " + member + ": the initialiser of this class has done so.";
            case LOOKUP -> "Looks up members as " + member + " itself does.";
        };
    }

    private static String member(Reference.Bridged access) {
        String host = access.host().getSimpleName().toString();
        return switch (access.kind()) {
            case CREATE -> "the constructor of {@code " + host + "}";
            case FUNCTION -> "a {@code " + host + "}";
            case OUTER -> "the instance that encloses one of {@code " + host + "}";
            case SUPER ->
                "{@code " + access.above().getSimpleName() + "."
                        + access.member().getSimpleName() + "}";
            case IS, CAST, AS, MATCH, PARTS, NAME, CLASS, NEW_ARRAY, ARRAY_OF, LOOKUP, INITIALISE ->
                "{@code " + host + "}";
            default -> "{@code " + host + "." + access.member().getSimpleName() + "}";
        };
    }

    private static String parameter(String name) {
        return switch (name) {
            case "self" -> "the object whose member it is";
            case "function" -> "what its method does";
            case "outer" -> "the enclosing instance";
            case "evaluated" -> "what is evaluated before and has no use";
            default -> "an argument";
        };
    }

    private static String result(Reference.Bridged access) {
        return switch (access.kind()) {
            case WRITE -> "the new value";
            case CALL, SUPER -> "its result";
            case CREATE, FUNCTION -> "the new object";
            case PRE_INCREMENT, PRE_DECREMENT -> "the value after that";
            case POST_INCREMENT, POST_DECREMENT -> "the value before that";
            case READ, OUTER -> "its value";
            case IS -> "whether it is one";
            case CAST -> "the value";
            case AS -> "the value, or null";
            case MATCH -> "an object around the value, or null";
            case NAME -> "the name, or null";
            case PARTS -> "the parts, or null";
            case CLASS -> "the class";
            case NEW_ARRAY, ARRAY_OF -> "the array";
            case LOOKUP -> "the lookup";
            case INITIALISE -> "";
        };
    }
}
