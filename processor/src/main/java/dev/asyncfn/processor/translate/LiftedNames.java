package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.ir.LiftedClass;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Which classes of the body have become members of the future class. */
final class LiftedNames {
    private final Map<Element, LiftedClass> lifted = new HashMap<>();
    private LiftedNames around;

    /** From now on, this local class is the lifted one. */
    void lift(TypeElement type, LiftedClass as) {
        lifted.put(type, as);
    }

    /** From now on, those of the body around this one are seen, too. */
    void seeThoseOf(LiftedNames other) {
        around = other;
    }

    /** Null if it stays where it is. */
    LiftedClass of(Element type) {
        LiftedClass own = lifted.get(type);
        return own != null || around == null ? own : around.of(type);
    }
}
