package dev.asyncfn.processor.lower;

import com.github.javaparser.ast.expr.Expression;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.ir.Code;
import dev.asyncfn.processor.ir.Step;
import dev.asyncfn.processor.ir.Variable;
import dev.asyncfn.processor.ir.Variable.Role;
import dev.asyncfn.processor.parse.MethodSource;
import dev.asyncfn.processor.plan.Awaits;
import dev.asyncfn.processor.plan.BridgedPlaces;
import dev.asyncfn.processor.plan.CarriedConversions;
import dev.asyncfn.processor.plan.Completion;
import dev.asyncfn.processor.plan.Denotable;
import dev.asyncfn.processor.plan.Patterns;
import dev.asyncfn.processor.plan.PolyExpressions;
import dev.asyncfn.processor.plan.ReplacedJumps;
import dev.asyncfn.processor.plan.SplitPlan;
import dev.asyncfn.processor.translate.Factories;
import dev.asyncfn.processor.translate.LocalClasses;
import dev.asyncfn.processor.translate.Names;
import dev.asyncfn.processor.translate.SharedVariables;
import dev.asyncfn.processor.translate.Translator;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What the parts of the lowering of one body share: the plan, and what they fill together. */
final class LoweringContext {
    private final SplitPlan plan;
    private final Names names;
    private final Denotable denotable;
    private final PolyExpressions poly;
    private final Graph graph;
    private final Origins origins;
    private final Exits exits;
    private final Jumps jumps;
    private final Variable receiver;
    private final Variables variables;
    private final Translator translator;
    private final Factories factories;
    private final SharedVariables shared;
    private final LocalClasses localClasses;

    LoweringContext(SplitPlan plan) {
        this.plan = plan;
        this.names = new Names(plan.names());
        this.denotable =
                new Denotable(plan.attribution(), plan.anonymousClasses().keySet());
        this.poly = new PolyExpressions(plan.attribution());
        this.graph = new Graph(plan.source().file());
        this.origins = new Origins(graph, plan.source().file());
        this.exits = new Exits(graph);
        this.jumps = new Jumps(exits, plan.source().file());
        this.receiver = new Variable(
                Role.RECEIVER, names.fresh("self", "receiver"), plan.owner().asType());
        this.variables = new Variables(plan, names, denotable);
        this.translator = new Translator(plan, names, receiver);
        this.factories = new Factories(translator, plan, denotable, poly);
        this.shared = new SharedVariables(translator, plan, denotable, poly);
        this.localClasses = new LocalClasses(translator, plan, names, denotable, receiver);
    }

    /**
     * A throw of an error.
     *
     * @param message what its constructor gets; empty if nothing
     */
    Step failure(String error, Code message) {
        return new Step.Fail(attribution().elements().getTypeElement(error), message);
    }

    /** A throw of an exception of which javac, in {@code poll}, may not see that it is no other {@code Throwable}. */
    Step throwing(Code exception, Expression expression) {
        return isException(attribution().typeOf(expression)) ? new Step.Throw(exception) : new Step.Rethrow(exception);
    }

    boolean isException(TypeMirror type) {
        return attribution()
                        .types()
                        .isSubtype(
                                type,
                                attribution()
                                        .elements()
                                        .getTypeElement("java.lang.Exception")
                                        .asType())
                || attribution()
                        .types()
                        .isSubtype(
                                type,
                                attribution()
                                        .elements()
                                        .getTypeElement("java.lang.Error")
                                        .asType());
    }

    public TypeMirror objectType() {
        return attribution().elements().getTypeElement("java.lang.Object").asType();
    }

    // ---- what is known

    MethodSource source() {
        return plan.source();
    }

    Attribution attribution() {
        return plan.attribution();
    }

    /** The class that declares the async fn. */
    TypeElement owner() {
        return plan.owner();
    }

    /** Whether the future has to initialise the class first. */
    boolean initialises() {
        return plan.initialises();
    }

    Awaits awaits() {
        return plan.awaits();
    }

    CarriedConversions conversions() {
        return plan.conversions();
    }

    Patterns patterns() {
        return plan.patterns();
    }

    Completion completion() {
        return plan.completion();
    }

    ReplacedJumps replacedJumps() {
        return plan.replacedJumps();
    }

    Denotable denotable() {
        return denotable;
    }

    PolyExpressions polyExpressions() {
        return poly;
    }

    BridgedPlaces bridgedPlaces() {
        return new BridgedPlaces(attribution(), plan.members());
    }

    // ---- what is filled

    Graph graph() {
        return graph;
    }

    Origins origins() {
        return origins;
    }

    Exits exits() {
        return exits;
    }

    Jumps jumps() {
        return jumps;
    }

    Names names() {
        return names;
    }

    Variables variables() {
        return variables;
    }

    /** What the async fn is called on; in the graph of a static one nothing reads it. */
    Variable receiver() {
        return receiver;
    }

    Translator translator() {
        return translator;
    }

    Factories factories() {
        return factories;
    }

    SharedVariables shared() {
        return shared;
    }

    LocalClasses localClasses() {
        return localClasses;
    }
}
