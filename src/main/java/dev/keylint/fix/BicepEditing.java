package dev.keylint.fix;

import dev.keylint.bicep.ArrayMember;
import dev.keylint.bicep.BicepFile;
import dev.keylint.bicep.BicepParser;
import dev.keylint.bicep.Declaration;
import dev.keylint.bicep.Expression;
import dev.keylint.bicep.ObjectMember;
import dev.keylint.bicep.Spread;
import dev.keylint.bicep.Syntax;
import dev.keylint.fix.BicepTree.Node;
import dev.keylint.text.Location;
import dev.keylint.text.Phrase;
import dev.keylint.text.Source;
import dev.keylint.text.Span;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Edits Bicep.
final class BicepEditing implements Editing {
  /// How many names are followed to where a value stands.
  private static final int MOST_NAMES = 8;

  private final Source source;
  private final String text;
  private final BicepFile file;
  private final BicepTree tree;
  private final BicepDeclarations declarations;

  BicepEditing(Source source, boolean parameters) {
    this.source = source;
    this.text = source.text();
    this.file = parameters ? BicepParser.parseParameters(source) : BicepParser.parse(source);
    this.tree = BicepTree.of(file);
    this.declarations = new BicepDeclarations(tree, text, source);
  }

  @Override
  public String text() {
    return text;
  }

  @Override
  public Written language() {
    return Written.BICEP;
  }

  @Override
  public Declarations declarations() {
    return declarations;
  }

  @Override
  public Attempt write(Span value, Optional<Value> old, Value wanted) {
    return tree.at(value)
        .or(() -> tree.around(value))
        .map(it -> write(it, old, wanted, 0))
        .orElseGet(() -> Attempt.refused("its place is not there any more"));
  }

  private Attempt write(Node node, Optional<Value> old, Value wanted, int names) {
    if (node.isConditional()) {
      return Attempt.refused("it depends on a condition; decide which branch is meant");
    }
    Optional<Expression> value = BicepTree.written(node.syntax());
    if (value.isEmpty()) {
      return Attempt.refused(nothing(node.syntax()));
    }
    Optional<String> shared =
        BicepUses.ofShared(tree, node).or(() -> new BicepAllowed(tree).refusal(node, wanted));
    if (shared.isPresent()) {
      return Attempt.refused(shared.orElseThrow());
    }
    Expression expression = value.orElseThrow();
    if (expression instanceof Expression.ObjectSyntax object
        && wanted instanceof Value.Obj(var members, _)
        && members.size() == 1) {
      Property only = members.entries().getFirst();
      return into(node, object, List.of(only.name()), only.value());
    }
    Optional<Boolean> literal = BicepLiterals.says(expression, old);
    if (BicepLiterals.says(expression, Optional.of(wanted)).orElse(false)) {
      return Attempt.of();
    }
    if (literal.orElse(wanted instanceof Value.Arr && isPlain(expression))) {
      return Attempt.of(Splice.replace(expression.span(), written(expression.span(), wanted)));
    }
    Optional<Attempt> exchanged = exchanged(expression, old, wanted);
    if (exchanged.isPresent()) {
      return exchanged.orElseThrow();
    }
    if (expression instanceof Expression.VariableAccess(var name, _) && names < MOST_NAMES) {
      Optional<Node> declared = tree.declared(name.name());
      return declared
          .map(it -> orInline(expression, it, write(it, old, wanted, names + 1), old, wanted))
          .orElseGet(() -> computed(expression, wanted));
    }
    return computed(expression, wanted);
  }

  /// What a variable is, with the change, in the place of its name where the variable itself can't
  /// be changed.
  private Attempt orInline(
      Expression name, Node declared, Attempt there, Optional<Value> old, Value wanted) {
    if (there instanceof Attempt.Made
        || !(declared.syntax() instanceof Declaration.Variable variable)
        || !(old.orElse(wanted) instanceof Value.Str(String from, _))
        || !(wanted instanceof Value.Str(String to, _))) {
      return there;
    }
    Span value = variable.value().span();
    List<Span> places = BicepLiterals.containing(variable.value(), from, text);
    if (places.size() != 1) {
      return there;
    }
    Span place = places.getFirst();
    String inlined =
        text.substring(value.start(), place.start())
            + inner(to)
            + text.substring(place.end(), value.end());
    return Attempt.of(Splice.replace(name.span(), inlined));
  }

  /// The change of a text that stands within an expression, once.
  private Optional<Attempt> exchanged(Expression expression, Optional<Value> old, Value wanted) {
    if (old.isEmpty()
        || !(old.orElseThrow() instanceof Value.Str(String from, _))
        || !(wanted instanceof Value.Str(String to, _))) {
      return Optional.empty();
    }
    List<Span> places = BicepLiterals.containing(expression, from, text);
    if (places.size() == 1) {
      return Optional.of(Attempt.of(Splice.replace(places.getFirst(), inner(to))));
    }
    if (places.isEmpty() && BicepLiterals.containing(expression, to, text).size() == 1) {
      // Another fix has made the same change.
      return Optional.of(Attempt.of());
    }
    return places.isEmpty()
        ? new BicepReferences(tree, text).exchange(expression, from, to)
        : Optional.empty();
  }

  private static String nothing(Syntax syntax) {
    return syntax instanceof Declaration.Parameter parameter
        ? "parameter `" + parameter.name().name() + "` gets its value when it is deployed"
        : "nothing is written there that could be changed";
  }

  private static String inner(String value) {
    String quoted = Written.BICEP.text(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private String written(Span at, Value wanted) {
    Layout layout = Layout.of(text);
    Optional<String> indent =
        wanted instanceof Value.Arr ? Optional.empty() : Optional.of(layout.indent(at.start()));
    return Written.BICEP.value(wanted, indent, layout);
  }

  /// Whether something is a list of literals, and no comment stands in it.
  private boolean isPlain(Expression expression) {
    return expression instanceof Expression.ArraySyntax array
        && array.members().stream()
            .allMatch(it ->
                it instanceof ArrayMember.Item(Expression.StringSyntax item, _)
                    && item.expressions().isEmpty())
        && Gap.areBlank(
            text, array.span(), array.members().stream().map(ArrayMember::span).toList());
  }

  private Attempt computed(Expression expression, Value wanted) {
    if (expression instanceof Expression.Ternary) {
      return Attempt.refused("it depends on a condition; decide which branch is meant");
    }
    return Attempt.refused(
        Variables.in(expression, wanted, new Location.InFile(source, expression.span()))
            .orElseGet(() ->
                Phrase.of("it is computed by `" + OneLine.of(text, expression.span()) + "`")));
  }

  @Override
  public List<String> inputs(Span value) {
    return tree.at(value)
        .or(() -> tree.around(value))
        .map(it -> BicepUses.inputs(tree, it.syntax()))
        .orElse(List.of());
  }

  @Override
  public Optional<Span> argument(Span call, String parameter) {
    return declarations
        .header(call)
        .flatMap(BicepDeclarations::body)
        .flatMap(it -> BicepTree.property(it.syntax(), "params"))
        .flatMap(it -> BicepTree.property(it.value(), parameter))
        .map(ObjectMember.Property::span);
  }

  @Override
  public Attempt add(Span owner, List<String> path, Value wanted) {
    Optional<Node> declaration = declarations.header(owner);
    if (declaration.isPresent()) {
      return BicepDeclarations.body(declaration.orElseThrow())
          .map(it -> add(it, path, wanted, 0))
          .orElseGet(() -> Attempt.refused("the declaration has no body to read"));
    }
    return tree.at(owner)
        .map(it -> add(it, path, wanted, 0))
        .orElseGet(() -> Attempt.refused("the object it belongs into is computed"));
  }

  private Attempt add(Node node, List<String> path, Value wanted, int names) {
    if (node.isConditional()) {
      return Attempt.refused("the object depends on a condition; decide which branch is meant");
    }
    Optional<Expression> value = BicepTree.written(node.syntax());
    return switch (value.orElse(null)) {
      case Expression.ObjectSyntax object -> into(node, object, path, wanted);
      case Expression.NullLiteral nothing ->
          Attempt.of(
              Splice.replace(nothing.span(), written(nothing.span(), Nesting.of(path, wanted))));
      case Expression.VariableAccess(var name, _) when names < MOST_NAMES ->
          tree.declared(name.name())
              .map(it -> add(it, path, wanted, names + 1))
              .orElseGet(() -> Attempt.refused("the object comes from `" + name.name() + "`"));
      case Expression.FunctionCall(var name, var arguments, _)
          when name.name().equals("union") && !arguments.isEmpty() ->
          arguments.getLast() instanceof Expression.ObjectSyntax
              ? add(new Node(arguments.getLast(), Optional.of(node)), path, wanted, names)
              : computedObject(value.orElseThrow());
      case null -> Attempt.refused("nothing is written there that could be changed");
      case Expression other -> computedObject(other);
    };
  }

  private Attempt computedObject(Expression expression) {
    return Attempt.refused(
        "the object is computed by `" + OneLine.of(text, expression.span()) + "`");
  }

  private Attempt into(Node node, Expression.ObjectSyntax object, List<String> path, Value wanted) {
    String name = path.getFirst();
    Optional<String> several =
        wanted instanceof Value.Str ? BicepUses.ofSeveral(tree, node) : Optional.empty();
    if (several.isPresent()) {
      return Attempt.refused(several.orElseThrow());
    }
    Optional<ObjectMember.Property> there = BicepTree.property(object, name);
    if (there.isPresent()) {
      Node member = new Node(there.orElseThrow(), Optional.of(node));
      return path.size() == 1
          ? replaced(there.orElseThrow().value(), wanted)
          : add(member, path.subList(1, path.size()), wanted, 0);
    }
    List<Span> all = new ArrayList<>();
    object.members().stream()
        .filter(it -> it instanceof ObjectMember.Property || it instanceof Spread)
        .forEach(it -> all.add(it.span()));
    boolean other = object.members().size() > all.size();
    if (other && all.isEmpty()) {
      return Attempt.refused("the object could not be read");
    }
    Value value = path.size() == 1 ? wanted : Nesting.of(path.subList(1, path.size()), wanted);
    return new Attempt.Made(members(object, all, crowded(node, object)).add(name, value));
  }

  private Attempt replaced(Expression value, Value wanted) {
    if (BicepLiterals.says(value, Optional.of(wanted)).orElse(false)) {
      return Attempt.of();
    }
    return value instanceof Expression.NullLiteral
            || value instanceof Expression.BooleanLiteral
            || value instanceof Expression.StringSyntax
            || value instanceof Expression.IntegerLiteral
        ? Attempt.of(Splice.replace(value.span(), written(value.span(), wanted)))
        : computed(value, wanted);
  }

  private Members members(Expression.ObjectSyntax object, List<Span> all, boolean crowded) {
    Optional<Integer> next =
        all.isEmpty()
            ? Optional.empty()
            : object.members().stream()
                .map(it -> it.span().start())
                .filter(it -> it >= all.getLast().end())
                .min(Integer::compare);
    return new Members(text, Written.BICEP, object.span(), all, crowded, next);
  }

  /// Whether an object begins on the line that the object around it begins on.
  private boolean crowded(Node node, Expression object) {
    Layout layout = Layout.of(text);
    Optional<Node> at = Optional.of(node);
    while (at.isPresent()) {
      Syntax syntax = at.orElseThrow().syntax();
      boolean holds =
          syntax instanceof Expression.ObjectSyntax
              || syntax instanceof Expression.ArraySyntax
              || syntax instanceof Expression.FunctionCall
              || syntax instanceof Expression.StringSyntax;
      if (holds && !syntax.equals(object)) {
        return !layout.hasLineEnd(syntax.span().start(), object.span().start());
      }
      at = at.orElseThrow().around();
    }
    return false;
  }

  @Override
  public Attempt remove(Span place) {
    Optional<Attempt> whole = declarations.remove(place);
    if (whole.isPresent()) {
      return whole.orElseThrow();
    }
    return new BicepRemoval(tree, text, source).of(place);
  }

  @Override
  public Attempt put(Span member, String code) {
    return tree.at(member)
        .filter(it -> !it.isConditional())
        .flatMap(it -> BicepTree.written(it.syntax()))
        .map(it -> Attempt.of(Splice.replace(it.span(), code)))
        .orElseGet(() -> Attempt.refused("its place is not there any more"));
  }

  @Override
  public Attempt setting(Span beside, String name, String code) {
    return new BicepSettings(tree, text).add(this, beside, name, code);
  }
}
