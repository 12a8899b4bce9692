package dev.asyncfn.processor.collect;

import com.sun.source.util.Trees;
import dev.asyncfn.processor.diag.Diagnostics;
import dev.asyncfn.processor.model.AsyncMethod;
import dev.asyncfn.processor.model.Facade;
import dev.asyncfn.processor.model.JoinedFn;
import dev.asyncfn.processor.model.Naming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds what to generate: the facades of the classes that declare async fns. */
public final class Collector {
    private final Elements elements;
    private final Types types;
    private final Trees trees;
    private final Diagnostics diagnostics;
    private final StaticInitialisers initialisers;
    private final ClassNames names;
    private final OverriddenFns overridden;
    private final OverrideLint overrides;
    private final JoinedFns joined;
    /** The top-level classes whose facades this compilation generates; javac may read the sources of others. */
    private final Set<String> compiled = new HashSet<>();

    public Collector(Elements elements, Types types, Trees trees, Diagnostics diagnostics) {
        this.elements = elements;
        this.types = types;
        this.trees = trees;
        this.diagnostics = diagnostics;
        this.initialisers = new StaticInitialisers(elements, types, trees);
        this.names = new ClassNames(elements, diagnostics);
        Supertypes supertypes = new Supertypes(elements, types);
        this.overridden = new OverriddenFns(elements, supertypes, this::isCompiled);
        this.overrides = new OverrideLint(elements, types, supertypes, diagnostics);
        this.joined = new JoinedFns(elements, supertypes, overridden);
    }

    /**
     * What was collected.
     *
     * @param facades in the order of their owners' names
     * @param rejected those methods of the facades whose signatures are not valid; they get a factory only
     * @param unresolved owners whose signatures name types that may still come; they have no facade yet
     */
    public record Collected(List<Facade> facades, Set<AsyncMethod> rejected, List<TypeElement> unresolved) {
        /** The same, with owners that have not been looked at yet. */
        public Collected withUnresolved(List<TypeElement> owners) {
            List<TypeElement> all = new ArrayList<>(unresolved);
            all.addAll(owners);
            return new Collected(facades, rejected, all);
        }
    }

    /**
     * Notes a class, whose name no facade can have, and looks for methods that should be async fns.
     *
     * @param written whether it has a source; other processors write class files, too
     */
    public void declare(TypeElement topLevel, boolean written) {
        names.declare(topLevel);
        if (written) {
            compiled.add(topLevel.getQualifiedName().toString());
            overrides.check(topLevel);
        }
    }

    private boolean isCompiled(TypeElement type) {
        Element top = type;
        while (!(top.getEnclosingElement() instanceof PackageElement)) {
            top = top.getEnclosingElement();
        }
        return compiled.contains(((TypeElement) top).getQualifiedName().toString());
    }

    /** Whether it depends on its supertypes if a class {@linkplain #joins joins}. */
    public static boolean mayJoin(TypeElement type) {
        return JoinedFns.mayJoin(type);
    }

    /** Whether a class needs a facade though it may declare no async fn: it implements one by an inherited one. */
    public boolean joins(TypeElement type) {
        return !joined.of(type).isEmpty();
    }

    /**
     * Collects the async fns of classes, and reports those that are not valid.
     *
     * @param typesMayCome whether types that do not exist may still be written; if not, javac reports the signatures
     *     that name some, and those fns are left out
     */
    public Collected collect(Collection<TypeElement> owners, boolean typesMayCome) {
        List<Facade> facades = new ArrayList<>();
        Set<AsyncMethod> rejected = new HashSet<>();
        List<TypeElement> unresolved = new ArrayList<>();
        List<TypeElement> sorted = new ArrayList<>(owners);
        sorted.sort(Comparator.comparing(o -> o.getQualifiedName().toString()));
        Set<String> coming = namesToCome(sorted);
        for (TypeElement owner : sorted) {
            List<ExecutableElement> methods = asyncFns(owner);
            List<ExecutableElement> resolved = methods.stream()
                    .filter(method -> !Signatures.unresolved(method, coming))
                    .toList();
            if (typesMayCome && resolved.size() < methods.size()) {
                unresolved.add(owner);
            } else {
                collect(owner, resolved, facades, rejected);
            }
        }
        return new Collected(facades, rejected, unresolved);
    }

    private static List<ExecutableElement> asyncFns(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(Naming::isAsyncFn)
                .toList();
    }

    /** A signature may name a future of this very round, by itself or in its facade. */
    private static Set<String> namesToCome(List<TypeElement> owners) {
        Set<String> names = new HashSet<>();
        for (TypeElement owner : owners) {
            names.add(Naming.facadeName(owner));
            asyncFns(owner).forEach(method -> names.add(Naming.futureName(method)));
        }
        return names;
    }

    private void collect(
            TypeElement owner, List<ExecutableElement> fns, List<Facade> facades, Set<AsyncMethod> rejected) {
        SignatureCheck signatures = new SignatureCheck(owner, elements, types, trees, diagnostics);
        List<AsyncMethod> methods = new ArrayList<>();
        boolean noticed = initialisers.mayBeNoticed(owner);
        for (ExecutableElement fn : fns) {
            boolean initialises = noticed && fn.getModifiers().contains(Modifier.STATIC);
            AsyncMethod method = new AsyncMethod(fn, owner, Naming.futureName(fn), initialises, overridden.of(fn));
            SignatureCheck.Verdict verdict = signatures.check(fn);
            if (verdict != SignatureCheck.Verdict.UNDECLARABLE) {
                methods.add(method);
            }
            if (verdict == SignatureCheck.Verdict.REJECTED) {
                rejected.add(method);
            }
        }
        List<JoinedFn> inherited = joined.of(owner);
        if (!(methods.isEmpty() && inherited.isEmpty()) && names.claim(owner)) {
            String packageName = elements.getPackageOf(owner).getQualifiedName().toString();
            facades.add(new Facade(owner, packageName, Naming.facadeName(owner), methods, inherited));
        }
    }
}
