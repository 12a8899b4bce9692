package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.Span;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** A piece of {@link Code}. */
public sealed interface Piece {
    /** Words of ours, printed as they are. */
    record Text(String text) implements Piece {}

    /**
     * The user's own text, copied char by char. It is never searched: the pieces around it say what the code does.
     *
     * @param lines its lines, which are indented alike; one may consist of several lines of the file if they must stay where they are
     */
    record Verbatim(List<Span> lines) implements Piece {
        public Verbatim {
            lines = List.copyOf(lines);
        }
    }

    /** Comments of the user; as {@link Verbatim}, but no code comes from these lines. */
    record Comment(List<Span> lines) implements Piece {
        public static final Comment NONE = new Comment(List.of());

        public Comment {
            lines = List.copyOf(lines);
        }

        public boolean isEmpty() {
            return lines.isEmpty();
        }
    }

    /** What follows comes from that line of the source. Nothing is printed for it. */
    record SourceLine(int line) implements Piece {}

    /** Changes by how many levels the lines after this one are indented. */
    record Shift(int levels) implements Piece {}

    /** A class by the shortest name that means it where it is printed. */
    record ClassRef(TypeElement element) implements Piece {}

    /** A class with annotations, which stand right before its simple name. */
    record AnnotatedClass(TypeElement element, List<Annotation> annotations) implements Piece {
        public AnnotatedClass {
            annotations = List.copyOf(annotations);
        }
    }

    /** An annotation of a type, with its elements' values by their names. */
    record Annotation(TypeElement type, Map<String, Code> values) {}

    /** A type written down by us. */
    record TypeRef(TypeMirror type) implements Piece {}

    /** A static member: by its bare name if the user imports it so and nothing hides it, else qualified. */
    record StaticRef(TypeElement owner, String name, boolean imported) implements Piece {}

    /**
     * A variable's value.
     *
     * @param captured read inside a lambda or a class body: it must be this moment's value for ever
     * @param uncast whether the type with which it is declared is enough there
     */
    record Read(Variable variable, boolean captured, boolean uncast) implements Piece {
        public Read(Variable variable, boolean captured) {
            this(variable, captured, false);
        }
    }

    /** A variable of verbatim text by the name that the text gives it, unless that means something else here. */
    record LocalName(String name) implements Piece {}

    /**
     * A variable as the target of an assignment that stands inside verbatim text.
     *
     * @param reads whether its old value is used, as by {@code +=}
     */
    record Write(Variable variable, boolean reads) implements Piece {}

    /**
     * The name that a pattern binds.
     *
     * @param inLabel whether it goes out of scope with the label in which it stands
     */
    record Binding(Variable variable, boolean inLabel) implements Piece {}

    /** What an array initializer needs before it where it initializes nothing: {@code new int[]}. */
    record NewArray(TypeMirror type) implements Piece {}

    /** Casts what comes behind it to a type that javac cannot know to be right. */
    record UncheckedCast(TypeMirror type) implements Piece {}

    /** Casts what comes behind it to several types together. */
    record CastTogether(List<TypeMirror> types) implements Piece {
        public CastTogether {
            types = List.copyOf(types);
        }
    }

    /**
     * The name of a method that casts its first argument to a type that only inference can say.
     *
     * @param parameters how many type parameters it has, with an argument for each
     * @param target whether it casts nothing, and its first argument is to be of that type already
     */
    record Composed(Composite.Shape type, int parameters, boolean target) implements Piece {}

    /** The name of a method that casts its argument to whatever its context wants. */
    record Inferred() implements Piece {}

    /** The value of the last await. */
    record Output(TypeMirror type) implements Piece {}

    /**
     * The first half of a jump: it names the block to go on with.
     *
     * @param delivered the variable that has just been given a value for that block; null if there is none
     */
    record Jump(Block target, Variable delivered) implements Piece {}

    /** At the beginning of a whole {@code finally}, a statement that keeps where a jump before it goes on. */
    record KeepJump(String as) implements Piece {}

    /** At its end, the statement that lets that jump go on. */
    record RestoreJump(String from) implements Piece {}

    /**
     * The second half of a jump.
     *
     * @param insideLoop whether a loop that stayed whole stands around it, so that a plain {@code continue} would mean
     *     that one
     */
    record Continue(boolean insideLoop) implements Piece {}

    /**
     * A line break inside code that replaces a statement in whole text.
     *
     * @param indent how many blanks stand before the next line
     */
    record NewLine(int indent) implements Piece {}

    /** The state of a block, as a value. */
    record StateRef(Block target) implements Piece {}

    /** The exception that a handler has to handle, at its beginning. */
    record Thrown() implements Piece {}

    /** Throws an exception of which javac cannot see that it is an {@code Exception}, as it is. */
    record Rethrow(Code exception) implements Piece {}

    /** The test that keeps a clause which catches everything from catching a drop. */
    record NotDropped() implements Piece {}

    /**
     * A statement that, during a drop, does not jump out of a finally, but goes on with the one around it.
     *
     * @param pending what led to the finally, if the drop may have led to one around it only; else null
     */
    record GoOnDropping(Variable pending) implements Piece {}

    /** A statement in a label's code that keeps what the label's pattern bound. */
    record KeepBinding(Variable variable) implements Piece {}

    /** From here on, what the code assigns may be left out although the code runs. Nothing is printed for it. */
    record Conditional() implements Piece {}

    /** A whole statement: complete with this value, or with none if it is null. */
    record Return(Code value) implements Piece {}

    /**
     * The static factory of an async fn.
     *
     * @param future the simple name of the class that it makes, or null if that is best left to inference
     */
    record Factory(TypeElement owner, Code typeArguments, String method, String future) implements Piece {}

    /**
     * The constructor of an async fn's future, called where the name of the factory may mean another one.
     *
     * @param future the simple name of the class
     * @param infers whether its type arguments are left to inference
     */
    record NewFuture(TypeElement owner, String future, Code typeArguments, boolean infers) implements Piece {}

    /** A class of the body that was lifted out of it. */
    record Lifted(LiftedClass type) implements Piece {}

    /**
     * The accessor of a member that generated code cannot reach by itself.
     *
     * @param host the class by whose name the member is looked up
     * @param self the class's type: with its own parameters as arguments, or raw
     * @param type the member's type as a member of that type, which may have fixed type parameters of its superclass
     * @param discards whether the static member is selected of an expression, which is passed to be evaluated first
     */
    record Bridged(
            BridgeKind kind, TypeElement host, DeclaredType self, Element member, TypeMirror type, boolean discards)
            implements Piece {
        public Bridged(BridgeKind kind, TypeElement host, Element member, TypeMirror type) {
            this(kind, host, (DeclaredType) host.asType(), member, type, false);
        }

        /** Mirrors of one type need not be equal. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Bridged that
                    && kind == that.kind
                    && host.equals(that.host)
                    && member.equals(that.member)
                    && discards == that.discards
                    && self.toString().equals(that.self.toString())
                    && type.toString().equals(that.type.toString());
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, host, member, discards);
        }
    }

    /** An accessor with explicit type arguments. */
    record BridgedCall(Bridged accessor, Code typeArguments) implements Piece {}

    /** Gives the expression in parentheses behind it a type to be inferred for. */
    record Typed(TypeMirror type) implements Piece {}

    /** What an accessor does. */
    enum BridgeKind {
        READ,
        WRITE,
        CALL,
        CREATE,
        OUTER,
        PRE_INCREMENT,
        PRE_DECREMENT,
        POST_INCREMENT,
        POST_DECREMENT
    }
}
