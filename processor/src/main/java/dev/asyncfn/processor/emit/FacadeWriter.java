package dev.asyncfn.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.sun.source.util.DocTrees;
import dev.asyncfn.processor.analyze.StateMachine;
import dev.asyncfn.processor.collect.FacadeVisibility;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.FactoryNames;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.model.OverriddenFn;
import dev.asyncfn.processor.model.SourceFile;
import dev.asyncfn.processor.model.VirtualFns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Writes the facade of one class: the factories, the futures, the bridge, in this order. */
public final class FacadeWriter {
    /** In the Javadoc of a future whose body could not be lowered. */
    public static final String REJECTED = "The body of this async fn was rejected; see the error reported there.";

    private static final String UNCOMPILED =
            "the body of this async fn was not compiled: see the messages of asyncfn, which needs javac for bodies";

    private static final String INDENT = "    ";
    /** Error Prone, ECJ and others know it; javac has a name for each of its own lints. */
    private static final String EVERY_CHECKER = "all";

    private static final Set<String> FUTURE_MEMBERS = Set.of(
            "poll",
            "run",
            "drop",
            "dropGuarded",
            "pollDrop",
            "pollDropGuarded",
            "enter",
            "suspend",
            "complete",
            "ended",
            "take",
            "letGo",
            "hasEnded",
            "isDropped",
            "caught",
            "restoreTrace",
            "putOff",
            "rethrow",
            "handler",
            "state",
            "awaited",
            "awaitedAll",
            "suspendedAt",
            "location",
            "ready",
            "failed",
            "pending",
            "from");

    private final Elements elements;
    private final SourceFacts facts;

    private FacadeWriter(Elements elements, SourceFacts facts) {
        this.elements = elements;
        this.facts = facts;
    }

    /**
     * @param elements those of the outer compiler
     * @param trees the same
     */
    public static FacadeWriter of(Elements elements, DocTrees trees) {
        return new FacadeWriter(elements, new SourceFacts.OfTrees(trees));
    }

    /** In a compiler that has no trees, where only signatures are written. */
    public static FacadeWriter ofSignatures(Elements elements) {
        return new FacadeWriter(elements, new SourceFacts.Unknown());
    }

    /** The whole source file, and what is known of its lines. */
    public FacadeText write(Facade facade, List<Cfg> fns) {
        Map<Cfg, StateMachine> machines = machines(fns);
        Bodies bodies = new Bodies();
        String outline = outline(facade, fns, machines, bodies);
        Set<String> obscured = ObscuredPackages.in(outline, bodies, machines.values());
        if (obscured.isEmpty()) {
            return text(facade, fns, machines, outline, bodies);
        }
        List<Cfg> renamed = fns.stream()
                .map(fn -> fn.isRejected() ? fn : fn.qualifiedBy(obscured))
                .toList();
        Map<Cfg, StateMachine> again = machines(renamed);
        Bodies renamedBodies = new Bodies();
        return text(facade, renamed, again, outline(facade, renamed, again, renamedBodies), renamedBodies);
    }

    private FacadeText text(
            Facade facade, List<Cfg> fns, Map<Cfg, StateMachine> machines, String outline, Bodies bodies) {
        PrintedFile file = SourcePrinter.print(Layout.tidy(outline), bodies, source(fns));
        String lines = LinesText.of(
                elements,
                facade,
                bridgeName(facade, machines),
                inOrder(fns, machines),
                file.map().sourceLines());
        return new FacadeText(file, source(fns), lines);
    }

    /** The file without its bodies. */
    private String outline(Facade facade, List<Cfg> fns, Map<Cfg, StateMachine> machines, Bodies bodies) {
        FacadeParts parts = new FacadeParts(
                new BridgeWriter(bridgeName(facade, machines), facade.owner()),
                new StaticImports(hidden(facade, machines)),
                bodies,
                states(machines.values()) > StateType.MOST_MAPPED);
        TypeSpec.Builder type = header(facade, fns);
        addMembers(type, facade, fns, machines, parts);
        JavaFile.Builder file =
                JavaFile.builder(facade.packageName(), type.build()).indent(INDENT);
        parts.staticImports().addTo(file);
        Neighbours neighbours = new Neighbours(elements, facade.owner());
        String text = new JavaLangImports(neighbours).prune(file.build().toString());
        return FutureExtents.close(Lifted.unwrap(text, INDENT), bodies);
    }

    private static ClassName name(Facade facade) {
        return ClassName.get(facade.packageName(), facade.simpleName());
    }

    /** The class without members, except that it has no instances. */
    private TypeSpec.Builder header(Facade facade, List<Cfg> fns) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name(facade))
                .addJavadoc(
                        facade.methods().isEmpty()
                                ? "Puts async fns that $L inherits into the tables of an interface that it implements"
                                        + " by them.\n"
                                : "The async fns of $L: each factory makes a future that has not run yet.\n\n"
                                        + "<p>Warnings are suppressed here: the bodies are checked in the source file.\n",
                        TableWriter.mention(facade.owner(), ClassName.get(facade.owner())))
                .addModifiers(
                        FacadeVisibility.ofFacade(facade.owner(), elements)
                                ? new Modifier[] {Modifier.PUBLIC}
                                : new Modifier[0])
                .addModifiers(Modifier.FINAL)
                .addOriginatingElement(facade.owner());
        type.addAnnotations(new ValueAnnotations(facade.owner()).defaultsOf(facade.owner()));
        generated(type, facade.owner());
        List<String> allowed = new ArrayList<>(List.of(EVERY_CHECKER));
        allowed.addAll(Deprecations.in(facade.owner().asType()));
        if (facts.nameAuxiliaryClasses(facade.owner(), fns)) {
            allowed.add(AuxiliaryClasses.LINT);
        }
        if (FacadeVisibility.isExported(facade.owner(), elements)) {
            allowed.add("exports"); // javac says it of the user's own signatures, and of the annotation on them
        }
        type.addAnnotation(Suppress.annotation(allowed));
        type.alwaysQualify("State", "States");
        fns.stream()
                .flatMap(Cfg::all)
                .flatMap(fn -> fn.names().declaredInClasses().stream())
                .distinct()
                .forEach(type::alwaysQualify);
        type.addMethod(MethodSpec.constructorBuilder()
                .addJavadoc("No instances.\n")
                .addModifiers(Modifier.PRIVATE)
                .build());
        return type;
    }

    /** The factories, the vtable, the futures, the entries for other vtables, the bridge. */
    private void addMembers(
            TypeSpec.Builder type, Facade facade, List<Cfg> fns, Map<Cfg, StateMachine> machines, FacadeParts parts) {
        List<TypeSpec> futures = new ArrayList<>();
        List<TableFunction> functions = new ArrayList<>();
        EntriesWriter entries = new EntriesWriter(facade.owner(), elements);
        for (Cfg fn : fns) {
            Signature signature = new Signature(fn.method(), name(facade), fn.carried());
            type.addMethod(factory(signature));
            if (fn.method().isVirtual()) {
                functions.add(function(signature));
            }
            if (fn.method().isAbstract()) {
                continue;
            }
            entries.add(signature);
            futures.add(
                    fn.isRejected()
                            ? rejected(signature)
                            : FutureWriter.write(signature, fn, machines, Around.NOTHING, parts));
        }
        facade.joined().forEach(entries::add);
        BridgeWriter bridge = parts.bridge();
        if (!functions.isEmpty()) {
            TableWriter table = new TableWriter(facade.owner(), functions, elements, bridge);
            type.alwaysQualify(functions.get(0).table().simpleName())
                    .addField(table.tables())
                    .addType(table.table());
        }
        futures.forEach(type::addType);
        if (entries.isNeeded()) {
            type.alwaysQualify(VirtualFns.ENTRIES).addType(entries.write());
        }
        if (bridge.isNeeded()) {
            type.addType(bridge.write());
        }
    }

    /** The first that nothing else has in a place where the bridge is used. */
    private String bridgeName(Facade facade, Map<Cfg, StateMachine> machines) {
        Neighbours neighbours = new Neighbours(elements, facade.owner());
        String name = Naming.BRIDGE;
        for (int n = 2; neighbours.include(name) || isTaken(name, machines.values()); n++) {
            name = Naming.BRIDGE + "_" + n;
        }
        return name;
    }

    private static boolean isTaken(String name, Collection<StateMachine> machines) {
        return machines.stream()
                .anyMatch(machine -> machine.names().contains(name)
                        || machine.fn().names().variables().contains(name)
                        || machine.fn().names().inClasses().contains(name));
    }

    private static List<StateMachine> inOrder(List<Cfg> fns, Map<Cfg, StateMachine> machines) {
        return fns.stream()
                .flatMap(Cfg::all)
                .filter(machines::containsKey)
                .map(machines::get)
                .toList();
    }

    /** The file of the class whose facade this is; empty if all bodies were rejected. */
    private static SourceFile source(List<Cfg> fns) {
        return fns.stream()
                .filter(fn -> !fn.isRejected())
                .map(fn -> fn.source().file())
                .findFirst()
                .orElseGet(() -> new SourceFile("", ""));
    }

    private static Map<Cfg, StateMachine> machines(List<Cfg> fns) {
        Map<Cfg, StateMachine> machines = new IdentityHashMap<>();
        fns.stream()
                .filter(fn -> !fn.isRejected())
                .flatMap(Cfg::all)
                .forEach(fn -> machines.put(fn, new StateMachine(fn)));
        return machines;
    }

    private static int states(Collection<StateMachine> machines) {
        return machines.stream().mapToInt(machine -> machine.cases().size()).sum();
    }

    /** The names of members and of variables, whose scope may be larger here than it was in the body. */
    private static Set<String> hidden(Facade facade, Map<Cfg, StateMachine> machines) {
        Set<String> hidden = new TreeSet<>(FUTURE_MEMBERS);
        machines.forEach((fn, machine) -> {
            hidden.addAll(fn.names().verbatim());
            hidden.addAll(machine.names());
        });
        facade.methods().forEach(method -> hidden.add(FactoryNames.of(method.element())));
        hidden.add(VirtualFns.TABLES);
        for (java.lang.reflect.Method method : Object.class.getMethods()) {
            hidden.add(method.getName());
        }
        return hidden;
    }

    /** A module that does not read {@code java.compiler} cannot name the annotation. */
    private void generated(TypeSpec.Builder type, TypeElement owner) {
        String name = "javax.annotation.processing.Generated";
        ModuleElement module = elements.getModuleOf(owner);
        TypeElement annotation = module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name);
        if (annotation != null) {
            type.addAnnotation(AnnotationSpec.builder(ClassName.get(annotation))
                    .addMember("value", "$S", "dev.asyncfn.processor.AsyncFnProcessor")
                    .build());
        }
    }

    // ---- factories

    private MethodSpec factory(Signature signature) {
        ExecutableElement method = signature.element();
        MethodSpec.Builder factory = MethodSpec.methodBuilder(signature.factoryName())
                .addJavadoc(facts.doc(signature))
                .addModifiers(signature.visibility())
                .addModifiers(Modifier.STATIC)
                .addAnnotations(new FactoryAnnotations(signature).list())
                .addTypeVariables(signature.declaredParameters())
                .returns(signature.returned());
        ValueAnnotations annotations = new ValueAnnotations(method);
        List<String> arguments = new ArrayList<>();
        if (!signature.isStatic()) {
            factory.addParameter(signature.receiver(), signature.receiverName());
            arguments.add(signature.receiverName());
        }
        for (VariableElement parameter : signature.parameters()) {
            String name = parameter.getSimpleName().toString();
            factory.addParameter(ParameterSpec.builder(signature.annotated().of(parameter.asType()), name)
                    .addAnnotations(annotations.ofParameter(parameter))
                    .build());
            arguments.add(name);
        }
        factory.varargs(method.isVarArgs());
        if (signature.method().isVirtual()) {
            return factory.addStatement("return $L", TableWriter.dispatch(function(signature)))
                    .build();
        }
        return factory.addStatement("return new $L($L)", signature.created(), String.join(", ", arguments))
                .build();
    }

    private TableFunction function(Signature signature) {
        TypeElement owner = signature.method().owner();
        boolean hidden = FacadeVisibility.ofFacade(owner, elements) && !FacadeVisibility.isPublic(owner);
        String name = VirtualFns.functionName(owner, signature.method().futureName());
        return TableFunction.of(
                new OverriddenFn(signature.element(), owner, VirtualFns.tableName(owner), name, hidden),
                signature,
                hidden);
    }

    /** Stands in for an async fn whose body was rejected, so that the error on its line is the only one. */
    private static TypeSpec rejected(Signature signature) {
        MethodSpec.Builder constructor = FutureConstructor.of(signature);
        if (!signature.isStatic()) {
            constructor.addParameter(signature.receiver(), signature.receiverName());
        }
        signature
                .parameters()
                .forEach(p -> constructor.addParameter(
                        signature.types().of(p.asType()), p.getSimpleName().toString()));
        return TypeSpec.classBuilder(signature.futureClass())
                .addJavadoc(REJECTED + "\n")
                .addModifiers(signature.visibility())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addTypeVariables(signature.declaredParameters())
                .addSuperinterface(signature.implemented())
                .addMethod(constructor.build())
                .addMethod(MethodSpec.methodBuilder("poll")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(ParameterizedTypeName.get(RuntimeTypes.POLL, signature.boxedResult()))
                        .addParameter(RuntimeTypes.CONTEXT, "cx")
                        .addStatement("throw new $T($S)", IllegalStateException.class, UNCOMPILED)
                        .build())
                .build();
    }
}
