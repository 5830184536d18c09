package dev.keylint.check;

import dev.keylint.graph.AccessGraph;
import dev.keylint.graph.Call;
import dev.keylint.graph.Grant;
import dev.keylint.graph.KeyFlow;
import dev.keylint.graph.Workload;
import dev.keylint.graph.call.Fact;
import dev.keylint.graph.call.KeyPlace;
import dev.keylint.graph.call.Settings;
import dev.keylint.resource.ModuleCall;
import dev.keylint.resource.Resource;
import dev.keylint.rule.Expression;
import dev.keylint.rule.Formula;
import dev.keylint.value.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What an edit changes, as people call it: the name that stands in the file, and what it is of.
///
/// @param name such as `roleDefinitionId`; empty for the whole of the owner
/// @param owner such as "role 'Reader' for app on acct"
record Edited(String name, String owner) {

  /// A struct on the path of a rule, and the names that lead on from there.
  private record Owner(Object struct, List<String> names) {}

  /// What a path of a rule is about: the struct on it that knows, else the subject.
  static Edited of(Formula at, Subject subject, Function<Formula, Result> evaluate) {
    List<String> names = new ArrayList<>();
    Optional<Edited> named =
        owners(at, evaluate, names).stream()
            .flatMap(it -> named(it.struct(), it.names()).stream())
            .findFirst();
    return named.orElseGet(
        () -> new Edited(String.join(".", names), Titles.quoted(subject.title().get())));
  }

  /// The role assignment that a path of a rule leads through.
  static Optional<Grant> grant(Formula at, Function<Formula, Result> evaluate) {
    return owners(at, evaluate, new ArrayList<>()).stream()
        .map(Owner::struct)
        .filter(InGraph.class::isInstance)
        .map(it -> ((InGraph<?>) it).it())
        .filter(Grant.class::isInstance)
        .map(Grant.class::cast)
        .findFirst();
  }

  /// @param names gets all names of the path
  private static List<Owner> owners(
      Formula at, Function<Formula, Result> evaluate, List<String> names) {
    List<Owner> owners = new ArrayList<>();
    Optional<Expression> here = operand(at.root(), names);
    while (here.isPresent()) {
      Formula owner = new Formula(at.text(), at.file(), at.at(), here.orElseThrow());
      struct(evaluate.apply(owner)).ifPresent(it -> owners.add(new Owner(it, List.copyOf(names))));
      here = operand(here.orElseThrow(), names);
    }
    return owners;
  }

  /// What the last step of a path is taken on.
  private static Optional<Expression> operand(Expression path, List<String> names) {
    return switch (path) {
      case Expression.Select(Expression operand, String field, _) -> {
        names.addFirst(field);
        yield Optional.of(operand);
      }
      case Expression.Call(_, var arguments, _) when !arguments.isEmpty() -> {
        if (arguments.getLast() instanceof Expression.StringConstant(String name, _)) {
          names.addFirst(name);
        }
        yield Optional.of(arguments.getFirst());
      }
      case Expression _ -> Optional.empty();
    };
  }

  private static Optional<Object> struct(Result result) {
    return result instanceof Result.Known(ShapedStruct<?> struct, _)
        ? Optional.of(struct.subject())
        : Optional.empty();
  }

  private static Optional<Edited> named(Object struct, List<String> names) {
    return switch (struct) {
      case InGraph<?>(var graph, Grant grant) -> Optional.of(of(grant, graph, names));
      case InGraph<?>(_, Call call) -> Optional.of(of(call, names));
      case InGraph<?>(_, Workload workload) ->
          Optional.of(new Edited(String.join(".", names), quoted(workload.resource())));
      case InGraph<?>(_, KeyFlow flow) -> Optional.of(of(flow, names));
      case Settings settings -> settings.clientSecret().map(it -> of(settings, it));
      case ModuleCall call ->
          Optional.of(new Edited(below(names), "module '" + Shown.path(call.name()) + "'"));
      case Object _ -> Optional.empty();
    };
  }

  private static Edited of(Grant grant, AccessGraph graph, List<String> names) {
    String name =
        switch (names.getFirst()) {
          case "role" -> grant.roleAt().name();
          case "principal" -> grant.principalAt().name();
          case "resource" -> below(names);
          default -> String.join(".", names);
        };
    return new Edited(name, "the assignment of " + Titles.of(grant, graph));
  }

  private static Edited of(Call call, List<String> names) {
    String name =
        switch (names.getFirst()) {
          case "scope", "audience" -> call.audience().map(call::nameOf).orElse("audience");
          case "host", "url", "path" -> call.nameOf(call.host());
          case "clientId" -> call.clientId().map(call::nameOf).orElse("clientId");
          case "resource" -> below(names);
          default -> String.join(".", names);
        };
    return new Edited(name, quoted(call.resource()));
  }

  private static Edited of(KeyFlow flow, List<String> names) {
    return switch (names.getFirst()) {
      case "resource" ->
          new Edited(
              below(names),
              flow.sink().resource().map(Edited::quoted).orElseGet(() -> Titles.of(flow)));
      case "sink" ->
          new Edited(
              "",
              flow.sink().declared().isPresent() || flow.sink().resource().isEmpty()
                  ? declared(flow)
                  : Titles.of(flow));
      // What a script gets is a variable of it.
      default -> new Edited("", Titles.of(flow).replaceFirst("^script ", "variable "));
    };
  }

  private static String declared(KeyFlow flow) {
    String kind = flow.sink().kind() == KeyPlace.Kind.OUTPUT ? "output" : "parameter";
    return kind + Shown.known(flow.sink().name()).map(it -> " '" + it + "'").orElse("");
  }

  private static Edited of(Settings settings, Fact secret) {
    return new Edited(
        secret.evidence().shown(), quoted(settings.owner().orElseGet(settings::resource)));
  }

  /// The names below a body: the body itself has none.
  private static String below(List<String> names) {
    return String.join(".", names.subList(1, names.size()));
  }

  static String quoted(Resource resource) {
    return Titles.quoted(Titles.of(resource));
  }

  /// Both in one phrase.
  String phrase() {
    return name.isEmpty() ? owner : "`" + name + "` of " + owner;
  }
}
