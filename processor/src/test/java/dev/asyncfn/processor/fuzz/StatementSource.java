package dev.asyncfn.processor.fuzz;

import java.util.List;

/** Where expressions get the blocks that they hold. */
interface StatementSource {
    /** Statements that complete normally; jumps in them leave no statement that this scope knows. */
    List<Tree> completing(Scope scope, int most);

    /** Statements of which the last one may jump. */
    Made open(Scope scope, int most);

    /** What gives the switch expression of the scope its value. */
    Tree yields(Scope scope, int depth);

    /** One that does not complete normally, where one may stand. */
    Made jump(Scope scope);
}
