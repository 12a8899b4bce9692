package dev.asyncfn.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.sun.source.util.DocTrees;
import dev.asyncfn.processor.ir.Cfg;
import dev.asyncfn.processor.parse.DeclarationPaths;
import java.util.List;
import javax.lang.model.element.TypeElement;

/** What a facade says beside its bodies that only the files of its class know. */
interface SourceFacts {
    /** The Javadoc of a factory. */
    CodeBlock doc(Signature signature);

    /** Whether generated declarations name a class that stands in a file named after another one. */
    boolean nameAuxiliaryClasses(TypeElement owner, List<Cfg> fns);

    /** From the trees of javac. */
    final class OfTrees implements SourceFacts {
        private final DocTrees trees;
        private final DeclarationPaths paths;

        OfTrees(DocTrees trees) {
            this.trees = trees;
            this.paths = new DeclarationPaths(trees);
        }

        @Override
        public CodeBlock doc(Signature signature) {
            return new FactoryDoc(signature, trees, paths).text();
        }

        @Override
        public boolean nameAuxiliaryClasses(TypeElement owner, List<Cfg> fns) {
            return new AuxiliaryClasses(owner, trees).areNamed(owner, fns);
        }
    }

    /** In a compiler that has no trees. */
    final class Unknown implements SourceFacts {
        @Override
        public CodeBlock doc(Signature signature) {
            return CodeBlock.of("The factory of {@code $L}.\n", signature.name());
        }

        @Override
        public boolean nameAuxiliaryClasses(TypeElement owner, List<Cfg> fns) {
            return false;
        }
    }
}
