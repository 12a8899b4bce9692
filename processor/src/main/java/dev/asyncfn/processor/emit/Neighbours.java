package dev.asyncfn.processor.emit;

import dev.asyncfn.processor.model.Naming;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/**
 * The classes of a package, by whose simple names its files may mean no other classes, unless they import them.
 *
 * @param element any element of the package
 */
record Neighbours(Elements elements, Element element) {
    boolean include(String simpleName) {
        PackageElement home = Naming.packageOf(element);
        String name = home.isUnnamed() ? simpleName : home.getQualifiedName() + "." + simpleName;
        return elements.getTypeElement(elements.getModuleOf(home), name) != null;
    }
}
