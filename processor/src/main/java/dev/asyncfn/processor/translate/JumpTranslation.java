package dev.asyncfn.processor.translate;

import com.github.javaparser.ast.stmt.Statement;
import dev.asyncfn.processor.ir.Code;
import java.util.Optional;

/** What stands for jumps inside statements that are kept verbatim. */
public interface JumpTranslation {
    /**
     * @param jump a break, continue, return or yield of the body itself
     * @return empty if it stays as it is, since what it leaves or continues is kept verbatim, too
     */
    Optional<Code> of(Statement jump);
}
