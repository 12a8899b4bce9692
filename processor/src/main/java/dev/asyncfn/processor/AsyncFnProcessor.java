package dev.asyncfn.processor;

import dev.asyncfn.processor.diag.Problem;
import dev.asyncfn.processor.model.Naming;
import dev.asyncfn.processor.options.Option;
import dev.asyncfn.processor.options.Options;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates, for each class with {@code @AsyncFn} methods, a class with their futures.
 *
 * <p>Compilers other than javac must be able to load this class, so it names nothing of {@code com.sun.source}:
 * everything that needs javac is behind {@link Stages}.
 */
public class AsyncFnProcessor extends AbstractProcessor {
    /** On every class that is written. */
    private static final String GENERATED = "javax.annotation.processing.Generated";

    /** Those for which javac runs it. */
    static final Set<String> ANNOTATIONS = Set.of(Naming.ANNOTATION, GENERATED);

    private final OtherProcessors others;
    private Stages stages;
    /** In place of the stages; null in javac, and before there is an async fn. */
    private EclipseStages eclipse;

    /** Why there are no stages; null if there are. */
    private String unsupported;

    private boolean reported;

    /** A processor that does not claim its annotations, so that all others see them too. */
    public AsyncFnProcessor() {
        this(OtherProcessors.UNKNOWN);
    }

    AsyncFnProcessor(OtherProcessors others) {
        this.others = others;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return ANNOTATIONS;
    }

    @Override
    public Set<String> getSupportedOptions() {
        return Arrays.stream(Option.values()).map(Option::key).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment env) {
        super.init(env);
        Options options =
                Options.read(env.getOptions(), error -> env.getMessager().printMessage(Diagnostic.Kind.ERROR, error));
        if (env.getSourceVersion().compareTo(SourceVersion.RELEASE_17) < 0) {
            unsupported = Problem.OLD_SOURCE.message(env.getSourceVersion().ordinal());
            return;
        }
        try {
            stages = new Stages(env, WrappedEnvironment.unwrap(env), options, others);
        } catch (IllegalArgumentException | LinkageError e) {
            unsupported = Problem.UNSUPPORTED_COMPILER.message(e.toString());
        }
    }

    /**
     * Claims nothing as long as another processor may follow: once all annotations of a round are claimed, javac runs no
     * further processor, not even those for every annotation. If it is known that none follows, a claim only keeps
     * {@code -Xlint:processing} from warning that nobody has made it.
     */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (stages != null) {
            stages.run(round);
        } else if (eclipse != null) {
            eclipse.run(round);
        } else if (unsupported != null) {
            annotations.stream()
                    .filter(annotation -> annotation.getQualifiedName().contentEquals(Naming.ANNOTATION))
                    .forEach(annotation -> runWithoutTrees(round, round.getElementsAnnotatedWith(annotation)));
        }
        return !others.followed();
    }

    private void runWithoutTrees(RoundEnvironment round, Set<? extends Element> asyncFns) {
        if (EclipseStages.arePossible(processingEnv, asyncFns)) {
            eclipse = new EclipseStages(processingEnv);
            eclipse.run(round);
            return;
        }
        boolean headers = asyncFns.stream().allMatch(HeaderCompiler::has);
        // In another compiler, facades without bodies would only hide what is wrong.
        boolean declared = (headers || asyncFns.stream().allMatch(EclipseSources::have)) && declare(asyncFns);
        if (!(headers && declared)) {
            reportUnsupported(asyncFns, declared);
        }
    }

    /** Whether the facades could be written, without bodies. */
    private boolean declare(Set<? extends Element> asyncFns) {
        try {
            new SignatureStages(processingEnv).run(asyncFns);
            return true;
        } catch (RuntimeException | LinkageError e) { // what the compiler has for elements is not enough
            return false;
        }
    }

    /** Once for all rounds. If the facades are there, it is no error: another compiler makes the program. */
    private void reportUnsupported(Set<? extends Element> asyncFns, boolean declared) {
        if (!reported) {
            Iterator<? extends Element> first = asyncFns.iterator();
            Diagnostic.Kind kind = declared ? Diagnostic.Kind.WARNING : Diagnostic.Kind.ERROR;
            processingEnv.getMessager().printMessage(kind, unsupported, first.hasNext() ? first.next() : null);
            reported = true;
        }
    }
}
