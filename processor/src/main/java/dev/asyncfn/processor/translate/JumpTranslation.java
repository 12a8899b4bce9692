package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.ir.Code;
import java.util.Optional;

/** What stands for jumps inside statements that stay whole. */
public interface JumpTranslation {
    /**
     * @param jump a break, continue, return or yield of the body itself
     * @return empty if it stays as it is, since what it leaves or goes on with stayed whole, too
     */
    Optional<Code> of(Statement jump);
}
