package dev.keylint.plan;

import dev.keylint.template.Declaration;
import dev.keylint.template.Declaration.Content;
import dev.keylint.template.Expr;
import dev.keylint.template.Expr.Member;
import dev.keylint.template.Parameter;
import dev.keylint.template.Parts;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import dev.keylint.template.Variable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What parameters are compared with, in their template and in those that they are handed on to: an
/// empty text where one is asked for being empty, whole numbers by their digits.
///
/// Each comparison counts for all parameters in it, whether it is they that are compared or only
/// something that is made of them.
final class ComparedTexts {
  private static final Set<String> COMPARING =
      Set.of(
          "equals",
          "contains",
          "startswith",
          "endswith",
          "indexof",
          "lastindexof",
          "less",
          "lessorequals",
          "greater",
          "greaterorequals");

  /// Variables may refer to themselves.
  private static final int DEEPEST = 32;

  private static final Set<String> TEXTS =
      Set.of(
          "format",
          "guid",
          "replace",
          "resourceid",
          "string",
          "substring",
          "take",
          "tolower",
          "toupper",
          "trim",
          "uniquestring");

  /// What all templates of a deployment take together; what is looked at later counts as not
  /// compared.
  private final Looks looks = new Looks(300_000);

  private final IdentityHashMap<Template, Map<String, Compared>> known = new IdentityHashMap<>();

  /// Of a template all that is compared with anything.
  List<Compared> of(Template template) {
    return List.copyOf(look(template).values());
  }

  /// By the parts' ids; of those that are compared with nothing there is none.
  private Map<String, Compared> look(Template template) {
    Map<String, Compared> found = known.get(template);
    if (found == null) {
      found = new Look(template, new IdentityHashMap<>()).all();
      known.put(template, found);
    }
    return found;
  }

  /// The look at one template.
  private final class Look {
    private final Template template;
    private final IdentityHashMap<UserFunction, Map<String, Compared>> functions;
    private final Set<String> strings = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Compared> found = new LinkedHashMap<>();

    /// @param functions what those compare that have been looked at
    Look(Template template, IdentityHashMap<UserFunction, Map<String, Compared>> functions) {
      this.template = template;
      this.functions = functions;
      template.parameters().stream()
          .filter(it -> it.type() == Parameter.Type.STRING)
          .forEach(it -> strings.add(it.name()));
    }

    Map<String, Compared> all() {
      template.variables().stream().map(Variable::value).forEach(this::look);
      template.parameters().stream().flatMap(it -> it.defaultValue().stream()).forEach(this::look);
      look(template);
      for (Parameter parameter : template.parameters().reversed()) {
        parameter.defaultValue().ifPresent(it -> handOn(found, parameter.name(), it));
      }
      return found;
    }

    /// Also at a nested template that sees the parameters of the one around.
    private void look(Template each) {
      each.outputs().stream()
          .flatMap(it -> Stream.concat(it.condition().stream(), Stream.of(it.value())))
          .forEach(this::look);
      for (Declaration declaration : each.resources()) {
        Parts.of(declaration).forEach(this::look);
        declaration.loop().ifPresent(it -> add(it.count(), Set.of("0")));
        if (declaration instanceof Declaration.Deployment call) {
          look(call);
        }
      }
    }

    private void look(Declaration.Deployment call) {
      switch (call.content()) {
        case Content.Inner(var inner) -> look(call, inner);
        case Content.Published(_, var published) -> look(call, published);
        case Content.StandIn(var standIn, _) -> look(call, standIn);
        case Content.Outer(var outer) -> look(outer);
        case Content.Missing _, Content.Unread _ -> {}
      }
    }

    private void look(Declaration.Deployment call, Template inner) {
      Map<String, Compared> inside = ComparedTexts.this.look(inner);
      call.arguments().forEach(it -> handOn(inside, it.name(), it.value()));
    }

    /// What a parameter is compared with counts for those that it is made of, and so does what
    /// these are compared with on the way.
    private void handOn(Map<String, Compared> inside, String name, Expr value) {
      for (Compared each : List.copyOf(inside.values())) {
        if (each.part().name().equalsIgnoreCase(name)) {
          Expr part = resolve(each.part().in(value));
          Set<String> texts = new LinkedHashSet<>(each.texts());
          literals(part, texts, DEEPEST);
          add(part, texts);
        }
      }
    }

    private void look(Expr expr) {
      Deque<Expr> pending = new ArrayDeque<>(List.of(expr));
      while (!pending.isEmpty()) {
        Expr next = pending.pop();
        switch (next) {
          case Expr.Call(var namespace, var function, var arguments, _) when namespace.isEmpty() ->
              call(function.toLowerCase(Locale.ROOT), arguments);
          case Expr.Call(var namespace, var name, var arguments, _) ->
              template.functions().stream()
                  .filter(it -> it.name().equalsIgnoreCase(name))
                  .filter(it -> namespace.filter(it.namespace()::equalsIgnoreCase).isPresent())
                  .findFirst()
                  .ifPresent(it -> call(it, arguments));
          case Expr.Access(var base, var key, _, _, _) when !(key instanceof Expr.StringLiteral) ->
              add(key, keys(resolve(base)));
          case Expr.ObjectExpr(var members, _) ->
              members.stream().flatMap(Look::naming).forEach(pending::push);
          case Expr _ -> {}
        }
        // What only chooses between texts decides nothing, unless these are compared in turn or
        // name an item.
        if (next instanceof Expr.Conditional(_, var then, var otherwise, _)
            && isText(resolve(then))
            && isText(resolve(otherwise))) {
          pending.push(then);
          pending.push(otherwise);
        } else {
          Parts.of(next).forEach(pending::push);
        }
      }
    }

    /// What chooses between two names.
    private static Stream<Expr> naming(Member member) {
      return member instanceof Member.Entry(Expr.StringLiteral(var key, _), var value, _)
              && key.equalsIgnoreCase("name")
              && value instanceof Expr.Conditional(var condition, _, _, _)
          ? Stream.of(condition)
          : Stream.empty();
    }

    private boolean isText(Expr expr) {
      return switch (expr) {
        case Expr.StringLiteral _, Expr.Interpolation _ -> true;
        case Expr.ParameterRef(var name, _) -> strings.contains(name);
        case Expr.Access(Expr.ResourceRef _, Expr.StringLiteral(var key, _), _, _, _) ->
            key.equals("name") || key.equals("id");
        case Expr.Conditional(_, var then, var otherwise, _) -> isText(then) && isText(otherwise);
        case Expr.Call(var namespace, var function, _, _) ->
            namespace.isEmpty() && TEXTS.contains(function.toLowerCase(Locale.ROOT));
        case Expr _ -> false;
      };
    }

    private Expr resolve(Expr expr) {
      return Definitions.resolve(expr, template.variables(), looks);
    }

    private void call(UserFunction function, List<Expr> arguments) {
      Map<String, Compared> inside = functions.get(function);
      if (inside == null) {
        Look body = new Look(template, functions);
        inside = body.found;
        functions.put(function, inside);
        body.look(function.body());
      }
      for (int i = 0; i < Math.min(arguments.size(), function.parameters().size()); i++) {
        handOn(inside, function.parameters().get(i), arguments.get(i));
      }
    }

    private void call(String function, List<Expr> arguments) {
      if (COMPARING.contains(function)) {
        Set<String> texts = new LinkedHashSet<>();
        arguments.forEach(it -> literals(resolve(it), texts, DEEPEST));
        arguments.forEach(it -> add(it, texts, _ -> false));
      } else if (function.equals("empty") || function.equals("length")) {
        arguments.forEach(it -> add(it, Set.of("")));
      } else if (function.equals("range")) {
        arguments.forEach(it -> add(it, Set.of("0")));
      } else if (function.equals("bool") || function.equals("json")) {
        arguments.forEach(it -> add(it, Set.of("true", "false")));
      }
    }

    /// Those that are written out.
    ///
    /// @param levels how many there may be below
    private void literals(Expr expr, Set<String> texts, int levels) {
      switch (expr) {
        case Expr.StringLiteral(var text, _) -> texts.add(text);
        case Expr.IntLiteral(var number, _) -> texts.add(String.valueOf(number));
        case Expr.Access _ -> {}
        // A condition is compared by itself.
        case Expr.Conditional(_, var then, var otherwise, _) when levels > 0 && looks.next() -> {
          literals(resolve(then), texts, levels - 1);
          literals(resolve(otherwise), texts, levels - 1);
        }
        case Expr _ ->
            Parts.of(expr).stream()
                .takeWhile(_ -> levels > 0 && texts.size() < Compared.MOST && looks.next())
                .forEach(part -> literals(resolve(part), texts, levels - 1));
      }
    }

    private static Set<String> keys(Expr base) {
      Set<String> keys = new LinkedHashSet<>();
      if (base instanceof Expr.ObjectExpr(List<Member> members, _)) {
        for (Member member : members) {
          if (member instanceof Member.Entry(Expr.StringLiteral(var key, _), _, _)) {
            keys.add(key);
          }
        }
      }
      return keys;
    }

    /// An object or an array is more than the texts in it.
    private static boolean isComposed(Expr expr) {
      return expr instanceof Expr.ObjectExpr
          || expr instanceof Expr.ArrayExpr
          || expr instanceof Expr.ForExpr;
    }

    /// Texts for all parameters that make a text.
    private void add(Expr expr, Set<String> texts) {
      add(expr, texts, Look::isComposed);
    }

    private void add(Expr expr, Set<String> texts, Predicate<Expr> opaque) {
      if (texts.isEmpty()) {
        return;
      }
      for (ParameterPart part : ParameterPart.in(expr, template.variables(), opaque, looks)) {
        found.merge(part.id(), new Compared(part, texts), Compared::and);
      }
    }
  }
}
