package dev.asyncfn.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a piece of a program can refer to, and where it can jump. */
final class Scope {
    /** @param frozen never assigned again, so that a lambda may capture it */
    record Variable(String name, Type type, boolean frozen) {}

    /** A statement that a jump can leave or go on with. */
    static final class Target {
        final String label;
        final boolean loop;
        final boolean needsLabel;
        boolean left;
        boolean continued;

        /** @param needsLabel whether a plain {@code break} leaves another statement */
        Target(String label, boolean loop, boolean needsLabel) {
            this.label = label;
            this.loop = loop;
            this.needsLabel = needsLabel;
        }
    }

    private final List<Variable> variables;
    private final List<Target> targets;

    /** Names that are taken though the variable cannot be used here. */
    private final List<String> hidden;

    final Type returns;
    /** Of the switch expression that this is in, else null. */
    Type yields;

    boolean awaits = true;
    boolean checked;
    boolean isStatic;
    boolean inClass;
    /** Whether this is in a class that is declared in a body. */
    boolean inBodysClass;
    /** Whether the method is one of a class nested in the program that also extends it. */
    boolean isNested;
    /** Whether what stands here runs when it is called: it keeps no function, and calls none of those kept. */
    boolean deferred;
    /** javac takes a field that is assigned in a guard, of whatever object, for a local variable of the method. */
    boolean inGuard;

    /** Where this stands in a hierarchy, else null. */
    Hierarchy.Own own;
    /** The numbers that its class and the one above it keep, as they are named here. */
    final List<String> ownFields = new ArrayList<>();

    boolean jumps = true;
    /** Whether a try or synchronized statement may stand here. */
    boolean guards = true;
    /** Whether a return must pass a finally block that this is in. */
    boolean returnOverrides;

    boolean yieldOverrides;
    /** The targets from this one on are inside the innermost finally block that this is in. */
    int cleanupTargets;

    Scope(Type returns) {
        this.returns = returns;
        this.variables = new ArrayList<>();
        this.targets = new ArrayList<>();
        this.hidden = new ArrayList<>();
    }

    private Scope(Scope outer, List<Target> targets) {
        this(outer, targets, outer.returns);
    }

    private Scope(Scope outer, List<Target> targets, Type returns) {
        this.returns = returns;
        this.variables = new ArrayList<>(outer.variables);
        this.targets = targets;
        this.hidden = new ArrayList<>(outer.hidden);
        this.yields = outer.yields;
        this.awaits = outer.awaits;
        this.checked = outer.checked;
        this.isStatic = outer.isStatic;
        this.inClass = outer.inClass;
        this.inBodysClass = outer.inBodysClass;
        this.isNested = outer.isNested;
        this.deferred = outer.deferred;
        this.inGuard = outer.inGuard;
        this.own = outer.own;
        this.ownFields.addAll(outer.ownFields);
        this.jumps = outer.jumps;
        this.guards = outer.guards;
        this.returnOverrides = outer.returnOverrides;
        this.yieldOverrides = outer.yieldOverrides;
        this.cleanupTargets = outer.cleanupTargets;
    }

    Scope inner() {
        return new Scope(this, new ArrayList<>(targets));
    }

    /** For a block whose finally block cannot complete normally: no jump out of it arrives. */
    Scope overridden() {
        List<Target> copies = new ArrayList<>();
        targets.forEach(target -> copies.add(new Target(target.label, target.loop, target.needsLabel)));
        return new Scope(this, copies);
    }

    Scope cleanup() {
        Scope scope = inner();
        scope.cleanupTargets = targets.size();
        scope.returnOverrides = true;
        scope.yieldOverrides = true;
        return scope;
    }

    /** No statement in it jumps out of it. */
    Scope straight() {
        Scope scope = new Scope(this, new ArrayList<>());
        scope.jumps = false;
        scope.cleanupTargets = 0;
        return scope;
    }

    /**
     * Of a block in a switch expression.
     *
     * @param whole whether the expression is no operand: javac 17 fails on a try in one that is, when the operand before
     *     it is a long or a double
     */
    Scope yielding(Type type, boolean whole) {
        Scope scope = new Scope(this, new ArrayList<>());
        scope.yields = type;
        scope.guards &= whole;
        scope.yieldOverrides = false;
        scope.cleanupTargets = 0;
        scope.jumps = true;
        return scope;
    }

    /** Of a lambda's body, or a local class's if it is one. */
    Scope capturing(boolean isClass) {
        Scope scope = frozen();
        scope.targets.clear();
        scope.awaits = false;
        scope.checked = false;
        scope.jumps = false;
        scope.deferred = true;
        scope.inGuard = false;
        scope.inClass |= isClass;
        scope.inBodysClass |= isClass;
        if (isClass) {
            scope.hide(Type::isPrivate);
            scope.ownFields.removeIf(name -> !Character.isUpperCase(name.charAt(0)));
        }
        return scope;
    }

    /**
     * Of an async block, which captures as a lambda does, awaits, and has a {@code return} of its own.
     *
     * @param returns the type of its value
     * @param statements whether it is made of statements, so that they may jump
     */
    Scope block(Type returns, boolean mayFail, boolean statements) {
        Scope scope = new Scope(capturing(false), new ArrayList<>(), returns);
        scope.awaits = true;
        scope.checked = checked && mayFail;
        scope.deferred = deferred;
        scope.inGuard = inGuard;
        scope.jumps = statements;
        scope.yields = null;
        scope.yieldOverrides = false;
        scope.returnOverrides = false;
        scope.cleanupTargets = 0;
        return scope;
    }

    /** Of a guard: it reads no variable that is ever assigned again. */
    Scope guarding() {
        Scope scope = frozen();
        scope.inGuard = true;
        return scope;
    }

    /** With those variables only that are not assigned again. */
    Scope frozen() {
        Scope scope = inner();
        for (Variable variable : variables) {
            if (!variable.frozen()) {
                scope.hide(variable);
            }
        }
        return scope;
    }

    private void hide(Predicate<Type> which) {
        List.copyOf(variables).stream().filter(v -> which.test(v.type())).forEach(this::hide);
    }

    private void hide(Variable variable) {
        variables.remove(variable);
        hidden.add(variable.name());
    }

    void declare(String name, Type type, boolean frozen) {
        variables.add(new Variable(name, type, frozen));
    }

    /** Takes a name, whose variable is in scope but not assigned. */
    void reserve(String name) {
        hidden.add(name);
    }

    /** Hides the variables from the given one on, and returns those that could be used if they were assigned first. */
    List<Variable> hideSince(int mark) {
        List<Variable> since = variables.subList(mark, variables.size());
        since.forEach(variable -> hidden.add(variable.name()));
        List<Variable> assignable = since.stream()
                .filter(v -> !v.frozen() && !v.name().matches("p\\d+"))
                .toList();
        since.clear();
        return assignable;
    }

    void target(Target target) {
        targets.add(target);
    }

    boolean isTaken(String name) {
        return hidden.contains(name)
                || variables.stream().anyMatch(v -> v.name().equals(name));
    }

    List<Variable> variables() {
        return variables;
    }

    List<Variable> variables(Type type) {
        return variables.stream().filter(v -> v.type() == type).toList();
    }

    List<Variable> assignable(Type type) {
        return variables.stream().filter(v -> v.type() == type && !v.frozen()).toList();
    }

    List<Target> targets() {
        return targets;
    }

    boolean isCleanupLeftTo(Target target) {
        return targets.indexOf(target) < cleanupTargets;
    }
}
