package dev.asyncfn.processor.attribute;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;

/**
 * Which classes a file may name by the rules of modules. The inner compiler takes all that is not of the JDK for one
 * module; the outer one knows better.
 */
final class ModuleAccess {
    private final ProcessingEnvironment env;
    private final Trees outer;
    private final TreePath unit;
    private final boolean named;
    private final Map<String, Boolean> known = new HashMap<>();

    ModuleAccess(ProcessingEnvironment env, Trees outer, TypeElement owner) {
        this.env = env;
        this.outer = outer;
        this.unit = new TreePath(outer.getPath(owner).getCompilationUnit());
        ModuleElement module = env.getElementUtils().getModuleOf(owner);
        this.named = module != null && !module.isUnnamed();
    }

    boolean allows(TypeElement type) {
        return !named || known.computeIfAbsent(type.getQualifiedName().toString(), this::isAccessible);
    }

    private boolean isAccessible(String name) {
        TypeElement type = env.getElementUtils().getTypeElement(name);
        return type == null || outer.isAccessible(outer.getScope(unit), type);
    }
}
