package dev.keylint.conformance;

import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.TargetScope;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Names, scopes and ids of declared resources, as texts with holes.
final class Ids {
  static final String DEPLOYMENTS = "Microsoft.Resources/deployments";

  private final Template template;
  private final Canon canon;
  private final Forest forest;
  private final Map<String, Declaration> declared = new HashMap<>();

  Ids(Template template, Canon canon) {
    this.template = template;
    this.canon = canon;
    this.forest = canon.forest();
    template.resources().forEach(it -> declared.put(it.symbol(), it));
  }

  Optional<Declaration> declared(String symbol) {
    return Optional.ofNullable(declared.get(symbol));
  }

  Tree name(Declaration declaration, Optional<Tree> index, Binders around) {
    List<Tree> segments = names(declaration, index, around);
    if (segments.size() == 1) {
      return segments.getFirst();
    }
    List<Tree> parts = new ArrayList<>();
    for (Tree segment : segments) {
      if (!parts.isEmpty()) {
        parts.add(forest.text("/"));
      }
      parts.add(segment);
    }
    return forest.join(parts);
  }

  private Binders inside(Declaration declaration, Optional<Tree> index, Binders around) {
    return declaration
        .loop()
        .map(loop -> {
          Binders outside = Binders.at(around.depth());
          Tree number = index.orElse(forest.of("every round"));
          return outside.given(canon.round(loop, number, outside));
        })
        .orElse(Binders.at(around.depth()));
  }

  /// One name for each parent, outermost first.
  List<Tree> names(Declaration declaration, Optional<Tree> index, Binders around) {
    Binders inside = inside(declaration, index, around);
    return switch (declaration) {
      case Declaration.Resource resource -> {
        Tree own = canon.of(resource.name(), inside);
        yield resource
            .parent()
            .map(parent -> Stream.concat(parents(parent, inside).stream(), Stream.of(own)).toList())
            .orElse(List.of(own));
      }
      case Declaration.Deployment deployment ->
          List.of(
              deployment
                  .name()
                  .map(name -> canon.of(name, inside))
                  .orElseGet(() -> madeUp(deployment, inside)));
    };
  }

  private List<Tree> parents(Expr.ResourceRef parent, Binders inside) {
    Declaration declaration = declared.get(parent.symbol());
    return declaration == null
        ? List.of(forest.of("no parent"))
        : names(declaration, parent.index().map(it -> canon.of(it, inside)), inside);
  }

  /// The name that the compiler gives a module without one.
  private Tree madeUp(Declaration.Deployment module, Binders inside) {
    boolean looped = module.loop().isPresent();
    String symbol = module.symbol();
    String start = symbol.substring(0, Math.min(symbol.length(), looped ? 46 : 50));
    Tree deployment = forest.of("get", forest.of("deployment"), forest.text("name"));
    List<Tree> parts = new ArrayList<>();
    parts.add(forest.text(start + "-"));
    if (looped) {
      parts.add(
          canon.of(new Expr.LoopIndex(Optional.empty(), Optional.empty(), module.at()), inside));
      parts.add(forest.text("-"));
    }
    parts.add(forest.of("uniquestring", forest.text(symbol), deployment));
    return forest.join(parts);
  }

  Tree id(Declaration declaration, Optional<Tree> index, Binders around) {
    Binders inside = inside(declaration, index, around);
    return id(scope(declaration, inside), type(declaration), names(declaration, index, around));
  }

  static String type(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Resource resource -> resource.type();
      case Declaration.Deployment _ -> DEPLOYMENTS;
    };
  }

  static String apiVersion(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Resource resource -> resource.apiVersion();
      case Declaration.Deployment deployment -> deployment.apiVersion();
    };
  }

  Tree scope(Declaration declaration, Binders inside) {
    return switch (declaration) {
      case Declaration.Resource resource ->
          resource
              .scope()
              .map(scope -> target(scope, inside))
              .or(() -> resource.parent().map(parent -> parentScope(parent, inside)))
              .orElseGet(this::own);
      case Declaration.Deployment deployment ->
          deployment.scope().map(scope -> target(scope, inside)).orElseGet(this::own);
    };
  }

  private Tree parentScope(Expr.ResourceRef parent, Binders around) {
    Declaration declaration = declared.get(parent.symbol());
    Optional<Tree> index = parent.index().map(it -> canon.of(it, around));
    return declaration == null
        ? forest.of("no parent")
        : scope(declaration, inside(declaration, index, around));
  }

  /// A scope function, a resource, or an expression that gives an id.
  private Tree target(Expr scope, Binders around) {
    return switch (scope) {
      case Expr.ResourceRef(var symbol, var index, _) when declared.containsKey(symbol) ->
          place(declared.get(symbol), index.map(it -> canon.of(it, around)), around);
      case Expr.Call(_, var function, var arguments, _) ->
          context(Canon.key(function), canon.all(arguments, around))
              .orElseGet(() -> canon.of(scope, around));
      case Expr _ -> canon.of(scope, around);
    };
  }

  /// The id of what is deployed to; a resource group's is not that of a resource.
  private Tree place(Declaration declaration, Optional<Tree> index, Binders around) {
    if (type(declaration).equalsIgnoreCase("Microsoft.Resources/resourceGroups")) {
      Tree subscription = scope(declaration, inside(declaration, index, around));
      Tree name = names(declaration, index, around).getLast();
      return forest.join(List.of(subscription, forest.text("/resourceGroups/"), name));
    }
    return id(declaration, index, around);
  }

  private Optional<Tree> context(String function, List<Tree> arguments) {
    int count = arguments.size();
    return switch (function) {
      case "resourcegroup" ->
          Optional.of(
              count == 0
                  ? group()
                  : forest.join(
                      List.of(
                          count == 1 ? subscription() : subscription(arguments.getFirst()),
                          forest.text("/resourceGroups/"),
                          arguments.getLast())));
      case "subscription" ->
          Optional.of(count == 0 ? subscription() : subscription(arguments.getFirst()));
      case "managementgroup" ->
          Optional.of(count == 0 ? managementGroup() : managementGroup(arguments.getFirst()));
      case "tenant" -> Optional.of(forest.text(""));
      default -> Optional.empty();
    };
  }

  private Tree own() {
    return switch (template.scope()) {
      case RESOURCE_GROUP -> group();
      case SUBSCRIPTION -> subscription();
      case MANAGEMENT_GROUP -> managementGroup();
      case TENANT -> forest.text("");
    };
  }

  /// The id of the resource group of the deployment.
  Tree group() {
    return forest.join(
        List.of(
            subscription(),
            forest.text("/resourceGroups/"),
            forest.of("get", forest.of("resourcegroup"), forest.text("name"))));
  }

  Tree subscription() {
    return subscription(forest.of("get", forest.of("subscription"), forest.text("subscriptionId")));
  }

  private Tree subscription(Tree id) {
    return forest.join(List.of(forest.text("/subscriptions/"), id));
  }

  Tree managementGroup() {
    return managementGroup(forest.of("get", forest.of("managementgroup"), forest.text("name")));
  }

  private Tree managementGroup(Tree name) {
    return forest.join(
        List.of(forest.text("/providers/Microsoft.Management/managementGroups/"), name));
  }

  /// `resourceId(..)` and its relatives with a literal type.
  Optional<Tree> written(String function, List<Tree> arguments) {
    for (int i = 0; i < arguments.size(); i++) {
      if (Forest.isText(arguments.get(i)) && isType(Forest.content(arguments.get(i)))) {
        String type = Forest.content(arguments.get(i));
        List<Tree> before = arguments.subList(0, i);
        List<Tree> names = arguments.subList(i + 1, arguments.size());
        return scope(function, before).map(scope -> id(scope, type, names));
      }
    }
    return Optional.empty();
  }

  private Optional<Tree> scope(String function, List<Tree> before) {
    return switch (function) {
      case "resourceid" ->
          before.isEmpty()
              ? Optional.of(template.scope() == TargetScope.RESOURCE_GROUP ? group() : own())
              : context("resourcegroup", before);
      case "subscriptionresourceid" -> context("subscription", before);
      case "managementgroupresourceid" -> context("managementgroup", before);
      case "tenantresourceid" -> Optional.of(forest.text(""));
      default -> before.stream().findFirst();
    };
  }

  private static boolean isType(String text) {
    int slash = text.indexOf('/');
    return slash > 0 && text.substring(0, slash).contains(".") && !text.startsWith("/");
  }

  private Tree id(Tree scope, String type, List<Tree> names) {
    String[] segments = type.split("/");
    List<Tree> own = names.size() == segments.length - 1 ? names : split(names, segments.length);
    List<Tree> parts = new ArrayList<>();
    parts.add(scope);
    parts.add(forest.text("/providers/" + segments[0]));
    for (int i = 1; i < segments.length; i++) {
      parts.add(forest.text("/" + segments[i] + "/"));
      parts.add(i <= own.size() ? own.get(i - 1) : forest.of("no name"));
    }
    return forest.join(parts);
  }

  /// A full name without a parent, taken apart as the compiler would with `split`.
  private List<Tree> split(List<Tree> names, int segments) {
    List<Tree> split = new ArrayList<>();
    Tree whole = forest.of("split", names.getFirst(), forest.text("/"));
    for (int i = 0; i < segments - 1; i++) {
      split.add(piece(whole, forest.of(Integer.toString(i))));
    }
    return split;
  }

  /// `split(text, '/')[i]`: the piece itself where the slashes stand in literal parts.
  Tree piece(Tree split, Tree index) {
    List<List<Tree>> pieces = new ArrayList<>();
    pieces.add(new ArrayList<>());
    Tree text = split.parts().getFirst();
    for (Tree part : text.is("text") ? text.parts() : List.of(text)) {
      if (!Forest.isText(part)) {
        pieces.getLast().add(part);
        continue;
      }
      String[] cut = Forest.content(part).split("/", -1);
      for (int i = 0; i < cut.length; i++) {
        if (i > 0) {
          pieces.add(new ArrayList<>());
        }
        pieces.getLast().add(forest.text(cut[i]));
      }
    }
    boolean known = pieces.size() > 1 && index.label().matches("\\d{1,3}");
    int wanted = known ? Integer.parseInt(index.label()) : 0;
    return known && wanted < pieces.size()
        ? forest.join(pieces.get(wanted))
        : forest.of("get", split, index);
  }
}
