package dev.keylint.conformance;

import dev.keylint.conformance.Binders.Bound;
import dev.keylint.conformance.Binders.Round;
import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Expr;
import dev.keylint.template.Loop;
import dev.keylint.template.Template;
import dev.keylint.template.UserFunction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Brings the expressions of one template into trees in which the two languages do not differ:
/// nothing is evaluated, variables and functions stand for what they hold.
final class Canon {
  private final Forest forest;
  private final Template template;
  private final Ids ids;
  private final Reads reads;
  private final Functions functions;
  private final Map<String, Expr> variables = new HashMap<>();
  private final Map<String, Tree> values = new HashMap<>();

  Canon(Template template, Forest forest) {
    this.template = template;
    this.forest = forest;
    this.ids = new Ids(template, this);
    this.reads = new Reads(template, this, ids);
    this.functions = new Functions(this);
    template.variables().forEach(it -> variables.put(key(it.name()), it.value()));
  }

  Forest forest() {
    return forest;
  }

  Ids ids() {
    return ids;
  }

  Reads reads() {
    return reads;
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  List<Tree> all(List<Expr> expressions, Binders around) {
    return expressions.stream().map(it -> of(it, around)).toList();
  }

  Tree of(Expr expression, Binders around) {
    return switch (expression) {
      case Expr.NullLiteral _ -> forest.of("null");
      case Expr.BoolLiteral(var value, _) -> forest.of(Boolean.toString(value));
      case Expr.IntLiteral(var value, _) -> forest.of(Long.toString(value));
      case Expr.DecimalLiteral(var value, _) -> forest.of(value.toPlainString());
      case Expr.StringLiteral(var value, _) -> forest.text(value);
      case Expr.Interpolation(var parts, _) -> forest.join(all(parts, around));
      case Expr.ObjectExpr(var members, _) -> object(members, around);
      case Expr.ArrayExpr(var items, _) -> array(items, around);
      case Expr.ForExpr(var loop, var body, _) ->
          forest.of("for", count(loop, around), of(body, inside(loop, around)));
      case Expr.Call call -> call(call, around);
      case Expr.Conditional(var condition, var then, var otherwise, _) ->
          forest.of("if", of(condition, around), of(then, around), of(otherwise, around));
      case Expr.Access access -> access(access, around);
      case Expr.Lambda lambda -> lambda(lambda, around);
      case Expr.ParameterRef(var name, _) ->
          bound("parameter " + key(name), around).orElse(forest.of("parameter " + key(name)));
      case Expr.VariableRef(var name, _) -> variable(name, around.depth());
      case Expr.LocalRef(var name, _) ->
          bound(name, around).orElseGet(() -> forest.of("unbound " + name));
      case Expr.LoopIndex index -> index(index, around);
      case Expr.ResourceRef(var symbol, var index, _) ->
          reads.reference(symbol, index.map(it -> of(it, around)), around, true);
      case Expr.KeyVaultSecret(var vault, var name, var version, _) ->
          forest.of(
              "secret",
              of(vault, around),
              of(name, around),
              version.map(it -> of(it, around)).orElse(forest.of("latest")));
      case Expr.MissingFile(var path, _) -> forest.of("missing " + path);
      case Expr.Unsupported(var construct, _) -> forest.of("unsupported " + construct);
    };
  }

  Tree variable(String name, int depth) {
    String key = key(name) + "@" + depth;
    Tree known = values.get(key);
    if (known == null) {
      values.put(key, forest.of("cycle"));
      known =
          Optional.ofNullable(variables.get(key(name)))
              .map(value -> of(value, Binders.at(depth)))
              .orElse(forest.of("no variable " + name));
      values.put(key, known);
    }
    return known;
  }

  /// A binder's variable by its name.
  private Optional<Tree> bound(String name, Binders around) {
    for (Binders.Binder binder : around.all()) {
      switch (binder) {
        case Bound(var bound, var tree) when bound.equals(name) -> {
          return Optional.of(tree);
        }
        case Round round when round.index().filter(name::equals).isPresent() -> {
          return Optional.of(round.number());
        }
        case Round round when round.item().filter(name::equals).isPresent() -> {
          return round.collection().apply(around.depth()).map(all -> get(all, round.number()));
        }
        case Binders.Binder _ -> {}
      }
    }
    return Optional.empty();
  }

  private Tree index(Expr.LoopIndex index, Binders around) {
    List<Round> rounds =
        around.all().stream().filter(Round.class::isInstance).map(Round.class::cast).toList();
    Optional<Round> named =
        index
            .loop()
            .flatMap(
                name -> rounds.stream().filter(it -> it.name().equalsIgnoreCase(name)).findFirst());
    Tree number =
        named
            .or(() -> rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.getLast()))
            .map(Round::number)
            .orElse(forest.of("no loop"));
    return index.offset().map(by -> forest.of("add", number, of(by, around))).orElse(number);
  }

  Tree count(Loop loop, Binders around) {
    return of(loop.count(), around);
  }

  Binders inside(Loop loop, Binders around) {
    return around.with(round(loop, forest.of("index " + around.depth()), around));
  }

  Round round(Loop loop, Tree number, Binders around) {
    return new Round(
        loop.name(),
        loop.item(),
        loop.index(),
        number,
        depth -> loop.collection().map(it -> of(it, around.seenFrom(depth))));
  }

  private Tree lambda(Expr.Lambda lambda, Binders around) {
    Binders inside = around;
    for (String variable : lambda.variables()) {
      inside = inside.with(new Bound(variable, forest.of("variable " + inside.depth())));
    }
    return forest.of("lambda " + lambda.variables().size(), of(lambda.body(), inside));
  }

  private Tree call(Expr.Call call, Binders around) {
    if (call.namespace().isPresent()) {
      Tree body =
          template.functions().stream()
              .filter(it -> isCalled(it, call))
              .findFirst()
              .map(this::function)
              .orElse(forest.of("no function " + call.function()));
      return forest.of(
          "user", Stream.concat(Stream.of(body), all(call.arguments(), around).stream()).toList());
    }
    return functions.call(call, around);
  }

  private static boolean isCalled(UserFunction function, Expr.Call call) {
    return function.name().equalsIgnoreCase(call.function())
        && function.namespace().equalsIgnoreCase(call.namespace().orElse(""));
  }

  Tree function(UserFunction function) {
    Binders inside = Binders.at(0);
    for (String parameter : function.parameters()) {
      String name = "parameter " + key(parameter);
      inside = inside.with(new Bound(name, forest.of("argument " + inside.depth())));
    }
    return of(function.body(), inside);
  }

  private Tree access(Expr.Access access, Binders around) {
    Optional<Tree> known = reads.property(access, around);
    if (known.isPresent()) {
      return known.orElseThrow();
    }
    Tree base = of(access.base(), around);
    Tree key = of(access.key(), around);
    if (access.fromEnd()) {
      return forest.of(access.safe() ? "try from end" : "from end", base, key);
    }
    if (access.safe() && key.is("object")) {
      // `tryGet` counts from the end when it is given `{fromEnd: true, value: 1}`.
      return forest.of("try from end", base, key.parts().getLast().parts().getLast());
    }
    return access.safe() ? forest.of("try", base, key) : get(base, key);
  }

  Tree get(Tree base, Tree key) {
    if (key.is("'id'") && base.parts().isEmpty()) {
      switch (base.label()) {
        case "resourcegroup" -> {
          return ids.group();
        }
        case "subscription" -> {
          return ids.subscription();
        }
        case "managementgroup" -> {
          return ids.managementGroup();
        }
        default -> {}
      }
    }
    if (base.is("range") && base.parts().getFirst().is("0")) {
      return key;
    }
    if (base.is("split") && base.parts().size() == 2 && base.parts().get(1).is("'/'")) {
      return ids.piece(base, key);
    }
    boolean full = base.is("reference full") && key.is("'properties'");
    return full ? forest.of("reference", base.parts()) : forest.of("get", base, key);
  }

  private Tree object(List<Expr.Member> members, Binders around) {
    List<Tree> runs = new ArrayList<>();
    List<Tree> run = new ArrayList<>();
    for (Expr.Member member : members) {
      switch (member) {
        case Expr.Member.Entry(var key, var value, _) ->
            run.add(forest.of("member", of(key, around), of(value, around)));
        case Expr.Member.Spread(var object, _) -> {
          close(run, runs);
          runs.add(of(object, around));
        }
        case Expr.Member.Unread(var what, _) -> runs.addFirst(of(what, around));
      }
    }
    if (runs.isEmpty()) {
      return plain(run);
    }
    close(run, runs);
    return forest.of("shallowmerge", forest.of("array", runs));
  }

  private void close(List<Tree> run, List<Tree> runs) {
    if (!run.isEmpty()) {
      runs.add(plain(run));
      run.clear();
    }
  }

  private Tree plain(List<Tree> members) {
    List<Tree> sorted = new ArrayList<>(members);
    sorted.sort((a, b) -> a.parts().getFirst().label().compareTo(b.parts().getFirst().label()));
    return forest.of("object", sorted);
  }

  private Tree array(List<Expr.Item> items, Binders around) {
    List<Tree> runs = new ArrayList<>();
    List<Tree> run = new ArrayList<>();
    for (Expr.Item item : items) {
      switch (item) {
        case Expr.Item.Element(var value) -> run.add(of(value, around));
        case Expr.Item.Spread(var array, _) -> {
          if (!run.isEmpty()) {
            runs.add(forest.of("array", run));
            run.clear();
          }
          runs.add(of(array, around));
        }
      }
    }
    if (runs.isEmpty()) {
      return forest.of("array", run);
    }
    if (!run.isEmpty()) {
      runs.add(forest.of("array", run));
    }
    return forest.of("flatten", forest.of("array", runs));
  }
}
