package dev.asyncfn.processor.translate;

import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.LiftedClass;
import java.util.ArrayList;
import java.util.List;

/** The scope around a new object of a lifted class: it gets this moment's values of what the class captured. */
final class ScopeCreation {
    private ScopeCreation() {}

    static Code of(LiftedClass lifted, NameTranslation names) {
        List<Object> parts = new ArrayList<>(List.of("new " + lifted.scope() + "("));
        for (int i = 0; i < lifted.captures().size(); i++) {
            parts.add(i == 0 ? "" : ", ");
            parts.add(names.captured(lifted.captures().get(i)));
        }
        parts.add(")");
        return Code.join(parts);
    }
}
