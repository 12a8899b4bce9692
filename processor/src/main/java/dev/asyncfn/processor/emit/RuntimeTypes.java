package dev.asyncfn.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;

/** The types of the api that every future is made with. */
final class RuntimeTypes {
    static final ClassName POLL = ClassName.get("dev.asyncfn", "Poll");
    static final ClassName CONTEXT = ClassName.get("dev.asyncfn", "Context");
    static final ClassName FUTURE = ClassName.get("dev.asyncfn", "Future");
    static final ClassName TRY_FUTURE = ClassName.get("dev.asyncfn", "TryFuture");
    static final TypeName ANY_FUTURE = ParameterizedTypeName.get(FUTURE, WildcardTypeName.subtypeOf(Object.class));

    /** The bases of futures: one for bodies that handle no exceptions in states of their own, one for those that do. */
    static final ClassName STATE_MACHINE = ClassName.get("dev.asyncfn", "StateMachine");

    static final ClassName GUARDED_STATE_MACHINE = ClassName.get("dev.asyncfn", "GuardedStateMachine");

    /** What a state implements that is no constant of an enum. */
    static final ClassName NUMBERED = STATE_MACHINE.nestedClass("Numbered");

    /** Travels through the handlers of a future that is dropped. */
    static final ClassName DROPPED = ClassName.get("dev.asyncfn", "Dropped");

    /** Finds the table by which a virtual async fn is dispatched. */
    static final ClassName ASYNC_TABLE = ClassName.get("dev.asyncfn", "AsyncTable");

    static final ClassName OVERRIDES = ASYNC_TABLE.nestedClass("Overrides");

    private RuntimeTypes() {}
}
