package dev.asyncfn.processor.ir;

import dev.asyncfn.processor.model.BlockFn;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Something of the program that generated code names: the printer finds the words that mean just that. */
public sealed interface Reference extends Piece {
    /** @param <R> what comes of each */
    interface Visitor<R> {
        R classRef(ClassRef piece);

        R annotatedClass(AnnotatedClass piece);

        R typeRef(TypeRef piece);

        R staticRef(StaticRef piece);

        R facade(Facade piece);

        R factory(Factory piece);

        R newFuture(NewFuture piece);

        R newBlock(NewBlock piece);

        R lifted(Lifted piece);

        R bridged(Bridged piece);

        R bridgedCall(BridgedCall piece);

        R typed(Typed piece);

        R inferred(Inferred piece);

        R matched(Matched piece);

        R parts(Parts piece);

        R newArray(NewArray piece);

        R uncheckedCast(UncheckedCast piece);

        R castTogether(CastTogether piece);

        R composed(Composed piece);
    }

    <R> R accept(Visitor<R> visitor);

    @Override
    default <R> R accept(Piece.Visitor<R> visitor) {
        return visitor.reference(this);
    }

    /** A class by the shortest name that means it where it is printed. */
    record ClassRef(TypeElement element) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.classRef(this);
        }
    }

    /** A class with annotations, which stand right before its simple name. */
    record AnnotatedClass(TypeElement element, List<Annotation> annotations) implements Reference {
        public AnnotatedClass {
            annotations = List.copyOf(annotations);
        }

        @Override
        public List<Code> parts() {
            return annotations.stream()
                    .flatMap(annotation -> annotation.values().values().stream())
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.annotatedClass(this);
        }
    }

    /** A type written down by us. */
    record TypeRef(TypeMirror type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typeRef(this);
        }
    }

    /** A static member: by its bare name if the user imports it so and nothing hides it, else qualified. */
    record StaticRef(TypeElement owner, String name, boolean imported) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.staticRef(this);
        }
    }

    /** The name of the facade of a class. */
    record Facade(TypeElement owner) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.facade(this);
        }
    }

    /**
     * The static factory of an async fn.
     *
     * @param fn the async fn, whose private types have type parameters of the factory behind the written ones
     * @param within the simple name of the class in the facade that declares it, or null if the facade itself does
     * @param future the simple name of the class that it makes, or null if that is best left to inference
     */
    record Factory(
            TypeElement owner, ExecutableElement fn, String within, Code typeArguments, String method, String future)
            implements Reference {
        @Override
        public List<Code> parts() {
            return List.of(typeArguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.factory(this);
        }
    }

    /**
     * The constructor of an async fn's future, called where the name of the factory may mean another one.
     *
     * @param future the simple name of the class
     * @param infers whether its type arguments are left to inference
     * @param mayBeRaw whether the class may have type parameters though nothing says so here: for private classes in another body
     */
    record NewFuture(TypeElement owner, String future, Code typeArguments, boolean infers, boolean mayBeRaw)
            implements Reference {
        @Override
        public List<Code> parts() {
            return List.of(typeArguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newFuture(this);
        }
    }

    /**
     * A future of an async block.
     *
     * @param arguments the object whose method this is, if the block uses it, and the variables that it captures
     * @param type the type as which it is seen; null if its own is as good
     */
    record NewBlock(BlockFn block, Code arguments, TypeMirror type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newBlock(this);
        }
    }

    /** A class of the body that was lifted out of it. */
    record Lifted(LiftedClass type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.lifted(this);
        }
    }

    /**
     * The accessor of a member that generated code cannot reach by itself.
     *
     * @param host the class by whose name the member is looked up
     * @param self the class's type: with its own parameters as arguments, or raw
     * @param type the member's type as a member of that type, which may have fixed type parameters of its superclass
     * @param discards whether the static member is selected of an expression, which is passed to be evaluated first
     * @param above the superclass or superinterface of the host whose method is called by {@code super}; null for other members
     */
    record Bridged(
            BridgeKind kind,
            TypeElement host,
            DeclaredType self,
            Element member,
            TypeMirror type,
            boolean discards,
            TypeElement above)
            implements Reference {
        public Bridged(BridgeKind kind, TypeElement host, Element member, TypeMirror type) {
            this(kind, host, (DeclaredType) host.asType(), member, type, false);
        }

        public Bridged(
                BridgeKind kind,
                TypeElement host,
                DeclaredType self,
                Element member,
                TypeMirror type,
                boolean discards) {
            this(kind, host, self, member, type, discards, null);
        }

        /** Mirrors of one type need not be equal. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Bridged that
                    && kind == that.kind
                    && host.equals(that.host)
                    && member.equals(that.member)
                    && discards == that.discards
                    && Objects.equals(above, that.above)
                    && self.toString().equals(that.self.toString())
                    && type.toString().equals(that.type.toString());
        }

        @Override
        public int hashCode() {
            return Objects.hash(kind, host, member, discards);
        }

        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bridged(this);
        }
    }

    /** An accessor with explicit type arguments. */
    record BridgedCall(Bridged accessor, Code typeArguments) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of(typeArguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bridgedCall(this);
        }
    }

    /** Gives the expression in parentheses behind it a type to be inferred for. */
    record Typed(TypeMirror type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.typed(this);
        }
    }

    /** The name of a method that casts its argument to whatever its context wants. */
    record Inferred() implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.inferred(this);
        }
    }

    /** The class around a value that a pattern has matched. */
    record Matched(TypeElement type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.matched(this);
        }
    }

    /** The record of the bridge with the parts of another one, which a record pattern takes apart. */
    record Parts(Bridged accessor) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parts(this);
        }
    }

    /** What an array initializer needs before it where it initializes nothing: {@code new int[]}. */
    record NewArray(TypeMirror type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.newArray(this);
        }
    }

    /** Casts what comes behind it to a type that javac cannot know to be right. */
    record UncheckedCast(TypeMirror type) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.uncheckedCast(this);
        }
    }

    /** Casts what comes behind it to several types together. */
    record CastTogether(List<TypeMirror> types) implements Reference {
        public CastTogether {
            types = List.copyOf(types);
        }

        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.castTogether(this);
        }
    }

    /**
     * The name of a method that casts its first argument to a type that only inference can say.
     *
     * @param parameters its type parameters, with an argument for each
     * @param target whether it casts nothing, and its first argument is to be of that type already
     */
    record Composed(Composite.Shape type, List<Composite.Parameter> parameters, boolean target) implements Reference {
        @Override
        public List<Code> parts() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.composed(this);
        }
    }

    /** An annotation of a type, with its elements' values by their names. */
    record Annotation(TypeElement type, Map<String, Code> values) {}

    /** What an accessor does. */
    enum BridgeKind {
        READ,
        WRITE,
        CALL,
        /** Calls the method of a superclass or superinterface as only the host itself can. */
        SUPER,
        CREATE,
        /** Makes an object of a functional interface. */
        FUNCTION,
        OUTER,
        PRE_INCREMENT,
        PRE_DECREMENT,
        POST_INCREMENT,
        POST_DECREMENT,
        /** What follows is done with a class, and not with a member of one. */
        IS,
        CAST,
        /** The value, or null if it is no instance. */
        AS,
        /** What a pattern is tested against: the value if it is an instance. */
        MATCH,
        /** What a record pattern is tested against: the parts of the value if it is an instance. */
        PARTS,
        /** The name of an enum's constant, or null. */
        NAME,
        CLASS,
        NEW_ARRAY,
        ARRAY_OF,
        /** What {@code MethodHandles.lookup()} gives in the class itself. */
        LOOKUP,
        /** Does what a call of a static method does before its body. */
        INITIALISE;

        public boolean isOfType() {
            return compareTo(IS) >= 0;
        }

        /** Whether what an operation gives is of no private type. */
        public boolean isPlain() {
            return this == IS || this == NAME || this == LOOKUP || this == INITIALISE;
        }
    }
}
