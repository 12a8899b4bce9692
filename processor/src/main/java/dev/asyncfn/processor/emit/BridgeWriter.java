package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.asyncfn.processor.ir.Reference;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/**
 * Collects the members that generated code cannot reach by itself, and writes the one class through which it reaches
 * them: constants found with {@link MethodHandles#privateLookupIn}, and a plain static method for each access.
 */
final class BridgeWriter {
    private static final TypeName WILDCARD = WildcardTypeName.subtypeOf(Object.class);
    /** Its own methods, and those that it inherits from Object. */
    private static final Set<String> OWN_METHODS = Set.of(
            "rethrow",
            "enclosing",
            "implementing",
            "equals",
            "hashCode",
            "toString",
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "clone",
            "finalize");

    private final String name;
    private final TypeElement owner;
    private final Map<Reference.Bridged, Accessor> accessors = new LinkedHashMap<>();
    /** Those of which generated code needs more than the handle. */
    private final Set<Reference.Bridged> called = new HashSet<>();

    private final Map<List<Element>, String> constants = new LinkedHashMap<>();
    private final Lookups lookups = new Lookups();
    /** By the classes whose fields they find. */
    private final Map<TypeElement, StaticFields> statics = new LinkedHashMap<>();

    private final AccessorNames names = new AccessorNames(OWN_METHODS);
    private String typed;

    /**
     * @param name of the class, other than that of anything it is named beside
     * @param owner the class of the async fns
     */
    BridgeWriter(String name, TypeElement owner) {
        this.name = name;
        this.owner = owner;
    }

    String name() {
        return name;
    }

    /** The accessor's name; from now on it will be written. */
    String accessor(Reference.Bridged access) {
        if (access.kind() == Reference.BridgeKind.PARTS && !accessors.containsKey(access)) {
            PartsOfPrivate.components(access)
                    .values()
                    .forEach(component -> accessors.computeIfAbsent(component, this::newAccessor));
        }
        called.add(access);
        return accessors.computeIfAbsent(access, this::newAccessor).name();
    }

    /** The name of a method that gives its argument back, and a type to be inferred for; from now on it will be written. */
    String typed() {
        if (typed == null) {
            typed = names.newName("typed");
        }
        return typed;
    }

    private Accessor newAccessor(Reference.Bridged access) {
        MemberHandle handle = new MemberHandle(access);
        String constant = constants.computeIfAbsent(constantKey(access), key -> constantName(handle));
        if (isFoundLater(handle)) {
            staticsOf(access.host()).add(constant, handle);
        } else {
            lookups.add(handle);
        }
        return new Accessor(handle, constant, names.newName(access));
    }

    /** Finding a static field initialises its class, which is to happen when the field is used, and not before. */
    private boolean isFoundLater(MemberHandle handle) {
        return handle.isField() && handle.isStatic() && !isOwner(handle.access().host());
    }

    /** The compiler that attributes bodies has elements of its own. */
    private boolean isOwner(TypeElement host) {
        return host.getQualifiedName().contentEquals(owner.getQualifiedName());
    }

    private StaticFields staticsOf(TypeElement host) {
        return statics.computeIfAbsent(host, type -> {
            List<String> taken =
                    statics.values().stream().map(StaticFields::name).toList();
            return new StaticFields(Lookups.unused(type.getSimpleName() + "Statics", taken), type);
        });
    }

    /** The type arguments that an accessor is called with; none if javac infers them. */
    List<String> carriedArguments(Reference.Bridged access) {
        accessor(access);
        return accessors.get(access).carriedArguments();
    }

    /** Those that come behind the type arguments of the class and the method. */
    List<String> allCarried(Reference.Bridged access) {
        accessor(access);
        return accessors.get(access).allCarried();
    }

    /** A field has one handle for all its accessors of a class; a protected member is found in each class that may use it. */
    private static List<Element> constantKey(Reference.Bridged access) {
        return switch (access.kind()) {
            case OUTER -> List.of(access.host());
            case SUPER -> List.of(access.host(), access.above(), access.member());
            case FUNCTION -> List.of(access.host(), access.member(), access.host()); // other than that of its method
            case LOOKUP, INITIALISE -> List.of(access.host(), access.host(), access.host());
            default -> List.of(access.host(), access.member());
        };
    }

    /** Where the bridge's methods stand. */
    private String constantName(MemberHandle handle) {
        Reference.Bridged access = handle.access();
        String within = isFoundLater(handle) ? staticsOf(access.host()).name() + "." : "";
        String wish = switch (access.kind()) {
            case CREATE, FUNCTION ->
                "NEW_" + upper(access.host().getSimpleName().toString());
            case SUPER -> "SUPER_" + upper(access.member().getSimpleName().toString());
            case LOOKUP -> "LOOKUP_OF_" + upper(access.host().getSimpleName().toString());
            case OUTER -> "OUTER_OF_" + upper(access.host().getSimpleName().toString());
            default -> upper(access.member().getSimpleName().toString());
        };
        return Lookups.unused(within + wish, constants.values());
    }

    private static String upper(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(java.util.Locale.ROOT);
    }

    boolean isNeeded() {
        return !accessors.isEmpty();
    }

    TypeSpec write() {
        TypeSpec.Builder bridge = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Reaches the members that only {@code $L} itself may use.\n", owner.getSimpleName());
        Set<String> deprecations = new TreeSet<>();
        accessors.values().forEach(accessor -> deprecations.addAll(accessor.deprecations()));
        if (!deprecations.isEmpty()) {
            bridge.addAnnotation(Suppress.annotation(deprecations));
        }
        Map<String, Accessor> handles = new LinkedHashMap<>();
        accessors.values().stream()
                .filter(accessor -> accessor.handle().hasConstant() && !isFoundLater(accessor.handle()))
                .forEach(accessor -> handles.putIfAbsent(accessor.constant(), accessor));
        handles.forEach((name, accessor) -> bridge.addField(accessor.handle().constant(name)));
        bridge.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("No instances.\n")
                .addModifiers(Modifier.PRIVATE)
                .build());
        if (!lookups.names().isEmpty()) {
            bridge.addStaticBlock(initializer(handles));
        }
        accessors.forEach((access, accessor) -> {
            if (access.kind() == Reference.BridgeKind.PARTS) {
                PartsOfPrivate parts = accessor.parts();
                bridge.addMethod(parts.method(
                                component -> accessors.get(component).constant()))
                        .addType(parts.type());
            } else if (called.contains(access)) {
                bridge.addMethod(accessor.method(name));
            }
        });
        List<FunctionOfPrivate> functions = accessors.values().stream()
                .flatMap(accessor -> accessor.function(name).stream())
                .toList();
        functions.forEach(function -> bridge.addType(function.type()));
        if (!functions.isEmpty()) {
            bridge.addMethod(FunctionOfPrivate.implementing());
        }
        if (accessors.values().stream()
                .anyMatch(accessor -> accessor.handle().type().equals(ClassName.get(MethodHandle.class)))) {
            bridge.addMethod(rethrow());
        }
        if (accessors.values().stream().anyMatch(accessor -> accessor.handle().isOuter())) {
            bridge.addMethod(enclosing());
        }
        if (accessors.keySet().stream().anyMatch(access -> access.kind() == Reference.BridgeKind.MATCH)) {
            bridge.addTypes(TypeOperation.classesForPatterns());
        }
        if (typed != null) {
            bridge.addMethod(typedMethod());
        }
        statics.values().forEach(fields -> bridge.addType(fields.type()));
        return bridge.build();
    }

    private CodeBlock initializer(Map<String, Accessor> handles) {
        Map<String, CodeBlock> found = new LinkedHashMap<>();
        handles.forEach((constant, accessor) -> found.put(constant, accessor.found(lookups.names(), name)));
        CodeBlock first = accessors.values().stream()
                .map(Accessor::handle)
                .filter(handle -> !handle.hasConstant())
                .map(handle -> handle.initialised(lookups.names()))
                .collect(CodeBlock.joining(""));
        return lookups.initializer(first, found);
    }

    private static MethodSpec rethrow() {
        TypeVariableName e = TypeVariableName.get("E", Throwable.class);
        return MethodSpec.methodBuilder("rethrow")
                .addJavadoc(
                        "Throws what a handle threw, unchanged.\n\n@param <E> any exception\n@param failure the exception\n@return never\n@throws E the exception\n")
                .addAnnotation(Suppress.annotation(List.of("unchecked")))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(e)
                .returns(e)
                .addParameter(Throwable.class, "failure")
                .addException(e)
                .addStatement("throw (E) failure")
                .build();
    }

    private static MethodSpec enclosing() {
        return MethodSpec.methodBuilder("enclosing")
                .addJavadoc(
                        "Finds the field of an enclosing instance.\n\n@param in the lookup in the inner class\n@param field its name\n@param type its type\n@return null if javac left the field out, because no code that can run uses it\n@throws IllegalAccessException if the module is not open\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(VarHandle.class)
                .addParameter(MethodHandles.Lookup.class, "in")
                .addParameter(String.class, "field")
                .addParameter(ParameterizedTypeName.get(ClassName.get(Class.class), WILDCARD), "type")
                .addException(IllegalAccessException.class)
                .beginControlFlow("try")
                .addStatement("return in.findVarHandle(in.lookupClass(), field, type)")
                .nextControlFlow("catch ($T e)", NoSuchFieldException.class)
                .addStatement("return null")
                .endControlFlow()
                .build();
    }

    private MethodSpec typedMethod() {
        TypeVariableName t = TypeVariableName.get("T");
        return MethodSpec.methodBuilder(typed)
                .addJavadoc(
                        "Says which type an expression has, where not all type arguments in it can be written.\n\n@param <T> the type\n@param value the value\n@return the value\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(t)
                .returns(t)
                .addParameter(t, "value")
                .addStatement("return value")
                .build();
    }
}
