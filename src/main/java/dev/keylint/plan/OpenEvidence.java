package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Expr.Member;
import dev.keylint.template.Loop;
import dev.keylint.template.ParameterFile;
import dev.keylint.template.Template;
import dev.keylint.template.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// Whether nothing is written about what rules go by: the principal of a role assignment comes from
/// an item of a list that is empty, so that it can be anybody when there is one.
///
/// Looks at the way such lists are handed on, and at nothing else: a cheap look that finds most.
final class OpenEvidence {
  private static final String ROLES = "Microsoft.Authorization/roleDefinitions";

  /// Without more nothing counts as open.
  private static final int MOST_LOOKS = 1_000;

  private static final Set<String> ID_FUNCTIONS =
      Set.of("resourceid", "subscriptionresourceid", "tenantresourceid");

  private final Way way;
  private final int last;
  private final List<Variable> variables;
  private final Optional<ParameterFile> parameters;

  private final Looks looks;

  /// What the variables of loops and lambdas are items of.
  private final Map<String, Expr> lists = new HashMap<>();

  /// @param last the step whose expressions are looked at
  /// @param looks what all that is asked for one declaration takes together
  private OpenEvidence(Way way, int last, Optional<ParameterFile> parameters, Looks looks) {
    this.looks = looks;
    this.way = way;
    this.last = last;
    this.variables = way.variables(last);
    this.parameters = parameters;
    way.step(last).declaration().loop().ifPresent(this::enter);
  }

  /// Whether some members of a resource's `properties` are open, all that there are and at least
  /// the first.
  static boolean is(Way way, List<String> members, Optional<ParameterFile> parameters) {
    return !members.isEmpty()
        && way.steps().getLast().declaration() instanceof Declaration.Resource resource
        && new OpenEvidence(way, way.size() - 1, parameters, new Looks(MOST_LOOKS))
            .is(resource, members);
  }

  private boolean is(Declaration.Resource resource, List<String> members) {
    return resource.body() instanceof Expr.ObjectExpr body
        && member(body, "properties").orElse(body) instanceof Expr.ObjectExpr properties
        && properties.members().stream().allMatch(OpenEvidence::isPlain)
        && member(properties, members.getFirst()).isPresent()
        && members.stream().allMatch(it -> member(properties, it).map(this::isOpen).orElse(true));
  }

  private void enter(Loop loop) {
    loop.item().ifPresent(item -> loop.collection().ifPresent(list -> lists.put(item, list)));
  }

  private static boolean isPlain(Member member) {
    return member instanceof Member.Entry(Expr.StringLiteral _, _, _);
  }

  private static Optional<Expr> member(Expr.ObjectExpr object, String name) {
    for (Member member : object.members()) {
      if (member instanceof Member.Entry(Expr.StringLiteral(var key, _), Expr value, _)
          && key.equalsIgnoreCase(name)) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  /// Whether nothing is known of a value.
  private boolean isOpen(Expr expr) {
    if (!looks.next()) {
      return false;
    }
    Expr value = Definitions.resolve(expr, variables);
    if (isEmptyParameter(value)) {
      return true;
    }
    return switch (value) {
      case Expr.LocalRef(var name, _) ->
          Optional.ofNullable(lists.get(name)).filter(this::isItemOpen).isPresent();
      case Expr.Access(var base, Expr.StringLiteral(var key, _), _, _, _) -> isOpen(base, key);
      case Expr.Access(var base, var index, _, _, _) -> isItemOpen(base) || isOpen(index);
      case Expr.Call call -> isOpen(call);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) ->
          (isOpen(then) || isEmpty(then)) && (isOpen(otherwise) || isEmpty(otherwise));
      case Expr _ -> false;
    };
  }

  private boolean isOpen(Expr.Call call) {
    List<Expr> arguments = call.arguments();
    return !arguments.isEmpty()
        && (name(call).equals("coalesce")
            ? isOpen(arguments.getFirst())
                && (isOfNoItem(arguments.getFirst())
                    || arguments.stream().skip(1).allMatch(this::isMoot))
            : isRoleId(call) && isOpen(arguments.getLast()));
  }

  /// Whether it belongs to the item of a loop over an empty list, so that it is unknown when there
  /// is one, and not null, as what an item lacks is, or one by a number.
  private boolean isOfNoItem(Expr expr) {
    return switch (Definitions.resolve(expr, variables)) {
      case Expr.LocalRef(var name, _) ->
          Optional.ofNullable(lists.get(name)).filter(this::isItemOpen).isPresent();
      case Expr.Access(var base, var key, _, _, _) ->
          isOfNoItem(base) || (isTurn(key, base) && isItemOpen(base));
      case Expr _ -> false;
    };
  }

  /// Whether an index is that of the loop around, which runs over this list: so ARM writes an item.
  private boolean isTurn(Expr index, Expr list) {
    return index instanceof Expr.LoopIndex(_, var offset, _)
        && offset.isEmpty()
        && way.step(last).declaration().loop().map(Loop::count).orElse(index)
            instanceof Expr.Call count
        && name(count).equals("length")
        && count.arguments().stream()
            .allMatch(it -> part(it).isPresent() && part(it).equals(part(list)));
  }

  private Optional<String> part(Expr list) {
    return ParameterPart.of(list, variables).map(ParameterPart::id);
  }

  /// Whether it is no more known than what it stands in for.
  private boolean isMoot(Expr otherwise) {
    return isEmpty(Definitions.resolve(otherwise, variables)) || isOpen(otherwise);
  }

  /// The id of a role is as open as its name.
  private static boolean isRoleId(Expr.Call call) {
    return ID_FUNCTIONS.contains(name(call))
        && call.arguments().stream()
            .anyMatch(it ->
                it instanceof Expr.StringLiteral(var text, _) && text.equalsIgnoreCase(ROLES));
  }

  /// Whether nothing is known of a member.
  private boolean isOpen(Expr expr, String key) {
    if (!looks.next()) {
      return false;
    }
    Expr value = Definitions.resolve(expr, variables);
    return switch (value) {
      case Expr.LocalRef(var name, _) ->
          Optional.ofNullable(lists.get(name)).filter(it -> isItemOpen(it, key)).isPresent();
      case Expr.Access(var base, _, _, _, _) -> isItemOpen(base, key);
      case Expr.Call call when name(call).equals("union") && call.arguments().size() == 2 ->
          isOpenIn(call.arguments().getLast(), call.arguments().getFirst(), key);
      case Expr.Call call when handsOn(call) -> isOpen(call.arguments().getFirst(), key);
      case Expr _ -> isOpen(value);
    };
  }

  /// Whether nothing is known of a member of a union: of the last object if it has it, else of the
  /// first.
  private boolean isOpenIn(Expr last, Expr first, String key) {
    return switch (last) {
      case Expr.ObjectExpr it when it.members().stream().allMatch(OpenEvidence::isPlain) ->
          member(it, key).map(this::isOpen).orElseGet(() -> isOpen(first, key));
      case Expr _ -> false;
    };
  }

  private boolean isItemOpen(Expr list) {
    if (!looks.next()) {
      return false;
    }
    Expr value = Definitions.resolve(list, variables);
    return isEmptyParameter(value)
        || (value instanceof Expr.Call call
            && handsOn(call)
            && isItemOpen(call.arguments().getFirst()));
  }

  private boolean isItemOpen(Expr list, String key) {
    if (!looks.next()) {
      return false;
    }
    Expr value = Definitions.resolve(list, variables);
    return switch (value) {
      case Expr.ForExpr(Loop loop, Expr body, _) -> {
        enter(loop);
        yield isOpen(body, key);
      }
      case Expr.Call call when name(call).equals("map") && call.arguments().size() == 2 -> {
        if (call.arguments().getLast() instanceof Expr.Lambda(var names, Expr body, _)
            && !names.isEmpty()) {
          lists.put(names.getFirst(), call.arguments().getFirst());
          yield isOpen(body, key);
        }
        yield false;
      }
      case Expr.Call call when handsOn(call) -> isItemOpen(call.arguments().getFirst(), key);
      case Expr _ ->
          isItemOpen(value)
              || isParameter(
                  value, it -> itemsLack(it, key), (outside, it) -> outside.isItemOpen(it, key));
    };
  }

  /// Whether it is a parameter that gets no value, an empty list or object, or what is open where
  /// it is given.
  private boolean isEmptyParameter(Expr value) {
    return isParameter(value, OpenEvidence::isEmpty, OpenEvidence::isOpen);
  }

  /// Whether it is a parameter that gets no value, one like this, or an argument of which nothing
  /// is known where it is written.
  private boolean isParameter(
      Expr value, Predicate<Expr> written, BiPredicate<OpenEvidence, Expr> open) {
    Optional<ParameterPart> part = ParameterPart.of(value, variables);
    if (part.isEmpty()) {
      return false;
    }
    int step = way.environment(last);
    Optional<Declaration.Argument> given = way.argument(step, part.orElseThrow().name());
    if (given.isPresent()) {
      Expr argument = part.orElseThrow().in(given.orElseThrow().value());
      OpenEvidence outside = new OpenEvidence(way, step - 1, parameters, looks);
      return written.test(Definitions.resolve(argument, outside.variables))
          || open.test(outside, argument);
    }
    if (isChoice(way.step(step).template(), part.orElseThrow().name())) {
      return false;
    }
    Governor governor = Governor.of(way, step, part.orElseThrow(), parameters);
    return governor.value().map(written::test).orElse(true);
  }

  /// Whether each value that it can have is tried.
  private static boolean isChoice(Template template, String parameter) {
    return template.parameters().stream()
        .anyMatch(it -> it.isChoice() && it.name().equalsIgnoreCase(parameter));
  }

  /// Whether it is a list whose items are written out, all without such a member.
  private static boolean itemsLack(Expr value, String key) {
    return value instanceof Expr.ArrayExpr(List<Expr.Item> items, _)
        && items.stream()
            .allMatch(it -> it instanceof Expr.Item.Element(Expr item) && lacks(item, key));
  }

  private static boolean isEmpty(Expr value) {
    return switch (value) {
      case Expr.NullLiteral _ -> true;
      case Expr.ArrayExpr array -> array.items().isEmpty();
      case Expr.ObjectExpr object -> object.members().isEmpty();
      case Expr.Access(var base, Expr.StringLiteral(var key, _), _, _, _) -> lacks(base, key);
      case Expr.Conditional(_, Expr then, Expr otherwise, _) -> isEmpty(then) && isEmpty(otherwise);
      case Expr _ -> false;
    };
  }

  /// Whether it is written out and has no such member.
  private static boolean lacks(Expr value, String key) {
    return switch (value) {
      case Expr.ObjectExpr it ->
          it.members().stream().allMatch(OpenEvidence::isPlain) && member(it, key).isEmpty();
      case Expr.Conditional(_, Expr then, Expr otherwise, _) ->
          lacks(then, key) && lacks(otherwise, key);
      case Expr _ -> false;
    };
  }

  private boolean handsOn(Expr.Call call) {
    return !call.arguments().isEmpty()
        && (name(call).equals("filter")
            || (name(call).equals("coalesce")
                && call.arguments().stream().skip(1).allMatch(this::isMoot)));
  }

  private static String name(Expr.Call call) {
    return call.namespace().isEmpty() ? call.function().toLowerCase(Locale.ROOT) : "";
  }
}
