package dev.asyncfn.processor.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Java text with holes: the user's own words, and between them what can only be printed when names, imports and the
 * places of variables are known.
 */
public record Code(List<Piece> pieces) {
    public static final Code EMPTY = new Code(List.of());

    public Code {
        pieces = List.copyOf(pieces);
    }

    /** @param parts strings, pieces, codes or variables (read) */
    public static Code of(Object... parts) {
        return join(Arrays.asList(parts));
    }

    public static Code join(List<?> parts) {
        List<Piece> pieces = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Code code) {
                pieces.addAll(code.pieces);
            } else if (part instanceof Variable variable) {
                pieces.add(new VariableUse.Read(variable, false));
            } else if (part instanceof Piece piece) {
                pieces.add(piece);
            } else {
                pieces.add(new Piece.Text((String) part));
            }
        }
        return new Code(pieces);
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Every piece, those inside others too. */
    public void forEach(Consumer<Piece> action) {
        for (Piece piece : pieces) {
            action.accept(piece);
            piece.parts().forEach(part -> part.forEach(action));
        }
    }
}
