package dev.asyncfn.processor.symbols;

import com.sun.source.util.SourcePositions;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import javax.lang.model.type.ReferenceType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Each reference of a body must be among those of its future, and each of these must have a reason. */
final class Matching {
    private static final int MOST_PLACES = 4;

    private final SourcePositions positions;
    private final Types types;
    private final Reason.Body context;
    private final Map<String, List<Reference>> body;
    private final Map<String, List<Reference>> unreachable;
    private final Map<String, List<Reference>> generated;
    private final List<String> differences = new ArrayList<>();

    private Matching(ReferenceCollector body, ReferenceCollector generated, Reason.Body context) {
        this.positions = body.trees.getSourcePositions();
        this.types = body.types;
        this.context = context;
        this.body = byKey(body.references());
        this.unreachable = byKey(body.unreachable());
        this.generated = byKey(generated.references());
    }

    /** In words, in the order of the body. */
    static List<String> differences(ReferenceCollector body, ReferenceCollector generated, Reason.Body context) {
        Matching matching = new Matching(body, generated, context);
        matching.body.forEach(matching::isThere);
        matching.generated.forEach(matching::hasOrigin);
        return matching.differences;
    }

    private static Map<String, List<Reference>> byKey(List<Reference> references) {
        Map<String, List<Reference>> byKey = new LinkedHashMap<>();
        references.forEach(
                r -> byKey.computeIfAbsent(r.key(), k -> new ArrayList<>()).add(r));
        return byKey;
    }

    /** Generated code may have it more often: conditions also in the negative, the closing of resources twice. */
    private void isThere(String key, List<Reference> references) {
        List<Reference> there = new ArrayList<>(generated.getOrDefault(key, List.of()));
        boolean counted = references.get(0).kind().isCounted();
        int needed = counted ? references.size() : 1;
        if (there.size() < needed) {
            differences.add("lost " + (needed - there.size()) + " of " + needed + ": " + key + places(references));
        } else if (counted) {
            List<Reference> rest = new ArrayList<>(references);
            rest.removeIf(reference -> remove(there, other -> isSame(reference, other)));
            paired(rest, there).forEach(rest::remove);
            rest.forEach(reference -> differences.add("changed: " + key + places(List.of(reference)) + places(there)));
        }
    }

    /** Takes out one. */
    private static boolean remove(List<Reference> references, Predicate<Reference> which) {
        return references.stream()
                .filter(which)
                .findFirst()
                .map(references::remove)
                .orElse(false);
    }

    /** As many as have one each that is like them, which are then taken out: one that several are like goes to whoever has no other. */
    private List<Reference> paired(List<Reference> references, List<Reference> there) {
        Map<Reference, Reference> pairs = new IdentityHashMap<>();
        references.forEach(reference -> pair(reference, there, pairs, new ArrayList<>()));
        there.removeIf(pairs::containsKey);
        return new ArrayList<>(pairs.values());
    }

    /** @param asked those that have been looked at for this one: each only once */
    private boolean pair(
            Reference reference, List<Reference> there, Map<Reference, Reference> pairs, List<Reference> asked) {
        for (Reference other : there) {
            if (isAlike(reference, other) && asked.stream().noneMatch(before -> before == other)) {
                asked.add(other);
                if (!pairs.containsKey(other) || pair(pairs.get(other), there, pairs, asked)) {
                    pairs.put(other, reference);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isSame(Reference one, Reference other) {
        return Objects.equals(one.detail(), other.detail())
                && one.types().toString().equals(other.types().toString());
    }

    private boolean isAlike(Reference one, Reference other) {
        return one.detail() == null
                || other.detail() == null
                || one.detail().equals(other.detail()) && areAlike(one.types(), other.types());
    }

    private boolean areAlike(List<Reference.Type> some, List<Reference.Type> others) {
        for (int i = 0; i < Math.min(some.size(), others.size()); i++) {
            if (!isAlike(some.get(i), others.get(i))) {
                return false;
            }
        }
        return some.size() == others.size();
    }

    /** Of objects the future may know less than the body, or more, but not something else. */
    private boolean isAlike(Reference.Type one, Reference.Type other) {
        boolean objects = one.mirror() instanceof ReferenceType && other.mirror() instanceof ReferenceType;
        return one.erased().equals(other.erased())
                || objects && (isBelow(one.mirror(), other.mirror()) || isBelow(other.mirror(), one.mirror()));
    }

    private boolean isBelow(TypeMirror one, TypeMirror other) {
        return types.isSubtype(one, types.erasure(other));
    }

    private void hasOrigin(String key, List<Reference> references) {
        List<Reference> origins = new ArrayList<>(body.getOrDefault(key, List.of()));
        origins.addAll(unreachable.getOrDefault(key, List.of()));
        List<Reference> added = new ArrayList<>(references);
        added.removeIf(reference -> origins.stream().anyMatch(origin -> isAlike(origin, reference)));
        added.removeIf(reference -> Reason.explain(reference, context));
        // What never runs may be printed in part, and then less is known of its receivers.
        added.removeIf(reference -> "".equals(reference.detail()) && unreachable.containsKey(key));
        if (!added.isEmpty()) {
            differences.add("added: " + key + places(added));
        }
    }

    private String places(List<Reference> references) {
        StringBuilder places = new StringBuilder();
        references.stream()
                .limit(MOST_PLACES)
                .forEach(reference -> places.append("\n        ").append(reference.place(positions)));
        return places.toString();
    }
}
