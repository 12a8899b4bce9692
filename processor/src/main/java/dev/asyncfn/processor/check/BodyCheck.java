package dev.asyncfn.processor.check;

import com.github.javaparser.ast.Node;
import dev.asyncfn.processor.attribute.Attribution;
import dev.asyncfn.processor.diag.Reporter;
import dev.asyncfn.processor.options.Options;
import dev.asyncfn.processor.parse.MethodSource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;

/** The stage that finds misuse in the body of an async fn, before anything is lowered. */
public final class BodyCheck {
    private BodyCheck() {}

    /** A rule about single nodes. */
    interface Rule {
        void check(Node node);
    }

    /**
     * Reports the errors and warnings of a body; after an error the body cannot be lowered.
     *
     * @param processed whether a class gets its facade in this compilation
     */
    public static void check(
            MethodSource source,
            Attribution attribution,
            Options options,
            Predicate<TypeElement> processed,
            Reporter reporter) {
        AsyncCalls calls = new AsyncCalls(attribution);
        List<Rule> rules = List.of(
                new AwaitRule(source, calls, attribution, options, reporter),
                new FacadeRule(source, calls, attribution, processed, reporter),
                new SuperRule(source, reporter),
                new NameRule(source, attribution, reporter),
                new SubclassRule(source, attribution, reporter),
                new MustUseRule(source, attribution, reporter),
                new BlockingCallRule(source, attribution, reporter));
        nodes(source).forEach(node -> rules.forEach(rule -> rule.check(node)));
    }

    /** The nodes of the body, and of the local enums, which stand beside it. */
    private static Stream<Node> nodes(MethodSource source) {
        Stream<Node> body = source.declaration().getBody().stream().map(Node.class::cast);
        Stream<Node> roots = Stream.concat(body, source.localEnums().values().stream());
        return roots.flatMap(root -> root.stream(Node.TreeTraversal.PREORDER));
    }
}
