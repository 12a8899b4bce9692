package dev.asyncfn.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.Trees;
import dev.asyncfn.processor.attribute.Attributor;
import dev.asyncfn.processor.check.LombokRule;
import dev.asyncfn.processor.collect.Collector;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.emit.FacadeText;
import dev.asyncfn.processor.emit.FacadeWriter;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodParser;
import java.io.IOException;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Runs the stages of each round: collect, then those of bodies, then emit. Owners that need types which another
 * processor may write wait for the next round.
 */
final class Stages {
    private final Elements elements;
    private final Filer filer;
    private final Trees trees;
    private final Diagnostics diagnostics;
    private final LocalFnSearch localFns;
    private final Collector collector;
    private final UntypableWatch watch;
    private final BodyStages bodies;
    private final FacadeWriter writer;
    private final LinesResource lines;
    private final MapResources maps;
    private final OtherProcessors others;
    private final LombokRounds lombok;
    private final LateClasses late;
    private final LastRoundNames lastRound;
    private final OutdatedFacades outdated;

    /** The names of the user's top-level classes, and of the owners to try again: a round has elements of its own. */
    private final Set<String> declared = new TreeSet<>();

    private final Set<String> waiting = new TreeSet<>();
    /** The classes that may implement an interface by a superclass, as far as that is not known yet. */
    private final Set<String> joining = new TreeSet<>();

    private final Set<String> generated = new HashSet<>();
    /** The owners of the facades that are written. */
    private final Set<String> written = new TreeSet<>();
    /** Whether one was written while another class lacked a type, and so may depend on it. */
    private boolean writtenBeforeTypes;

    /**
     * @param env what the build gave, so that it sees what is written
     * @param javac the compiler's own environment
     * @throws IllegalArgumentException if the compiler is not javac
     */
    Stages(ProcessingEnvironment env, ProcessingEnvironment javac, Options options, OtherProcessors others) {
        this.trees = Trees.instance(javac);
        this.elements = javac.getElementUtils();
        this.filer = env.getFiler();
        this.diagnostics = new Diagnostics(trees);
        this.localFns = new LocalFnSearch(trees, diagnostics);
        this.collector = new Collector(elements, javac.getTypeUtils(), trees, diagnostics);
        this.watch = UntypableWatch.of(javac, declared::contains);
        this.bodies = new BodyStages(
                new MethodParser(trees),
                new Attributor(javac, trees),
                options,
                diagnostics,
                new FailureReports(trees, diagnostics),
                new LombokRule(diagnostics),
                watch,
                this::isProcessed);
        this.writer = FacadeWriter.of(elements, DocTrees.instance(javac));
        FacadeResource resources = new FacadeResource(env.getFiler(), env.getMessager(), elements);
        this.lines = new LinesResource(resources, options.debugsSource() ? SourceDebugging.of(javac) : null);
        this.maps = new MapResources(resources, elements, options);
        this.others = others;
        this.lombok = new LombokRounds(elements, trees, others);
        this.late = new LateClasses(elements, trees);
        this.lastRound = LastRoundNames.of(javac);
        this.outdated = new OutdatedFacades(javac, options, this::isProcessed, writer);
    }

    /** Generates what can be generated in this round. */
    void run(RoundEnvironment round) {
        Set<TypeElement> all = ElementFilter.typesIn(round.getRootElements());
        List<TypeElement> roots = all.stream()
                .filter(type -> !generated.contains(type.getQualifiedName().toString()))
                .toList();
        roots.forEach(root -> collector.declare(root, trees.getPath(root) != null));
        roots.forEach(root -> declared.add(root.getQualifiedName().toString()));
        roots.forEach(this::declareJoining);
        if (!written.isEmpty()) {
            late.add(all, declared);
        }
        localFns.run(round);
        Set<TypeElement> owners = owners(round);
        List<TypeElement> held = lombok.hold(owners, round);
        Collector.Collected collected =
                collector.collect(owners, others.exist()).withUnresolved(held);
        bodies.read(collected);
        if (round.errorRaised()) {
            watch.errorsWereRaised();
        }
        if (round.processingOver()) {
            lastRound.processingIsOver();
            checkWritten(round.errorRaised());
            finish(collected);
        } else {
            // Types come as long as somebody else's sources come.
            generate(collected, others.exist() && !roots.isEmpty());
        }
        diagnostics.flush();
    }

    /** @param errors whether there are some already, which may be the cause */
    private void checkWritten(boolean errors) {
        if (!errors && !written.isEmpty() && (late.exist() || writtenBeforeTypes)) {
            outdated.report(written, declared, late, diagnostics);
        }
    }

    private boolean isProcessed(TypeElement type) {
        Element e = type;
        while (e.getEnclosingElement() instanceof TypeElement outer) {
            e = outer;
        }
        return declared.contains(((TypeElement) e).getQualifiedName().toString());
    }

    private Set<TypeElement> owners(RoundEnvironment round) {
        Set<TypeElement> owners = new LinkedHashSet<>();
        TypeElement annotation = elements.getTypeElement(Naming.ANNOTATION);
        if (annotation != null) {
            for (Element method : round.getElementsAnnotatedWith(annotation)) {
                owners.add((TypeElement) method.getEnclosingElement());
            }
        }
        waiting.forEach(name -> owners.add(elements.getTypeElement(name)));
        waiting.clear();
        owners.addAll(joining());
        owners.removeIf(owner -> trees.getPath(owner) == null); // a class file, which javac was given to process
        return owners;
    }

    private void declareJoining(TypeElement type) {
        if (Collector.mayJoin(type)) {
            joining.add(type.getQualifiedName().toString());
        }
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::declareJoining);
    }

    /** Those that do; a class whose supertypes may still come is asked again in the next round. */
    private List<TypeElement> joining() {
        List<TypeElement> all = joining.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
        joining.clear();
        all.stream()
                .filter(MissingTypes::areAbove)
                .forEach(type -> joining.add(type.getQualifiedName().toString()));
        return all.stream().filter(collector::joins).toList();
    }

    private void generate(Collector.Collected collected, boolean typesMayCome) {
        collected.unresolved().forEach(this::defer);
        IncompleteClasses incomplete = new IncompleteClasses(typesMayCome ? declared : Set.of(), elements, trees);
        Set<Facade> ready = new LinkedHashSet<>();
        for (Facade facade : collected.facades()) {
            boolean waits = typesMayCome && (bodies.mayMissTypes(facade) || incomplete.areNamedBeside(facade.owner()));
            if (waits || lombok.mayAdd(bodies.errors(facade))) {
                defer(facade.owner());
            } else {
                ready.add(facade);
            }
        }
        Set<String> later = new TreeSet<>(waiting);
        if (typesMayCome) {
            later.addAll(joining);
        }
        deferThoseThatName(later, ready);
        ready.forEach(this::emit);
        writtenBeforeTypes |=
                typesMayCome && !written.isEmpty() && (bodies.declarationsMissTypes() || incomplete.exist());
    }

    /**
     * A facade that is generated later may hide another class of its name, which a body means until then.
     *
     * @param later the owners of such facades
     */
    private void deferThoseThatName(Set<String> later, Set<Facade> ready) {
        List<Facade> naming;
        do {
            naming = ready.stream().filter(facade -> namesFacade(facade, later)).toList();
            naming.forEach(facade -> defer(facade.owner()));
            naming.forEach(facade -> later.add(facade.owner().getQualifiedName().toString()));
        } while (ready.removeAll(naming));
    }

    private boolean namesFacade(Facade facade, Set<String> owners) {
        CompilationUnitTree unit = trees.getPath(facade.owner()).getCompilationUnit();
        return owners.stream()
                .map(elements::getTypeElement)
                .filter(owner -> Naming.packageOf(owner).equals(Naming.packageOf(facade.owner())))
                .anyMatch(owner -> Mentions.in(unit, Naming.facadeName(owner)));
    }

    private void defer(TypeElement owner) {
        waiting.add(owner.getQualifiedName().toString());
    }

    /**
     * The last round, for those whose types have not appeared. What is written now comes too late for declarations that
     * name it; javac then stops at those, and never gets to the mistake.
     */
    private void finish(Collector.Collected collected) {
        if (!collected.unresolved().isEmpty()) {
            return; // javac has errors in declarations to report, and looks into no body
        }
        Mentions mentions = new Mentions(declared, elements, trees);
        IncompleteClasses incomplete = new IncompleteClasses(declared, elements, trees);
        for (Facade facade : collected.facades()) {
            List<String> errors = bodies.errors(facade);
            if (!errors.isEmpty() && mentions.inDeclarations(facade.simpleName())) {
                diagnostics.report(
                        Problem.UNTYPABLE_OWNER,
                        facade.owner(),
                        facade.owner().getSimpleName(),
                        String.join("\n", errors));
            } else if (!incomplete.areNamedBeside(facade.owner())
                    && (errors.isEmpty() && !bodies.mayMissTypes(facade)
                            || mentions.anywhere(facade.simpleName()) && !bodies.declarationsMissTypes())) {
                emit(facade);
            } else {
                // javac would warn of a file that comes so late, and nobody misses this one: nobody names it, or javac
                // looks into no body, because a declaration lacks a type, even if that is written in this very round.
                bodies.lower(facade);
            }
        }
    }

    private void emit(Facade facade) {
        List<Cfg> fns = bodies.lower(facade);
        if (!fns.isEmpty()) {
            bodies.write(fns, some -> writer.write(facade, some)).ifPresent(text -> write(facade, text));
        } else if (!facade.joined().isEmpty()) {
            write(facade, writer.write(facade, fns));
        }
    }

    private void write(Facade facade, FacadeText text) {
        String name = Naming.qualifiedFacadeName(facade.owner());
        generated.add(name);
        written.add(facade.owner().getQualifiedName().toString());
        try (Writer out = filer.createSourceFile(name, facade.owner()).openWriter()) {
            out.write(text.source());
        } catch (IOException | RuntimeException e) { // javac's own file manager throws the latter for a directory
            diagnostics.report(
                    Problem.UNWRITABLE_FACADE,
                    facade.owner(),
                    name,
                    Objects.requireNonNullElse(e.getMessage(), e.toString()));
            return;
        }
        lines.write(facade.owner(), name, text);
        maps.write(facade, name, text);
    }
}
