package dev.keylint.conformance;

import dev.keylint.conformance.Tree.Forest;
import dev.keylint.template.Declaration;
import dev.keylint.template.Expr;
import dev.keylint.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is read of a declared resource: by its symbolic name, or by its id as older templates do.
final class Reads {
  private static final Pattern INDEXED = Pattern.compile("(.+)\\[(\\d+)]");

  private final boolean symbolicNames;
  private final Canon canon;
  private final Ids ids;
  private final Forest forest;

  Reads(Template template, Canon canon, Ids ids) {
    this.symbolicNames = template.symbolicNames();
    this.canon = canon;
    this.ids = ids;
    this.forest = canon.forest();
  }

  /// `reference(..)` of a declared resource, or of a deployment.
  Tree reference(String symbol, Optional<Tree> index, Binders around, boolean full) {
    Optional<Declaration> found = ids.declared(symbol);
    if (found.isEmpty()) {
      return forest.of("no resource " + symbol);
    }
    Declaration declaration = found.orElseThrow();
    Tree id = ids.id(declaration, index, around);
    boolean whole = full && declaration instanceof Declaration.Resource;
    return forest.of(whole ? "reference full" : "reference", id, version(declaration));
  }

  private Tree version(Declaration declaration) {
    return switch (declaration) {
      case Declaration.Resource resource ->
          resource.type().equalsIgnoreCase(Ids.DEPLOYMENTS)
              ? forest.of("version")
              : forest.text(resource.apiVersion());
      case Declaration.Deployment _ -> forest.of("version");
    };
  }

  /// What of a declared resource is known without asking Azure, or asks it the one way.
  Optional<Tree> property(Expr.Access access, Binders around) {
    if (access.fromEnd() || !(access.key() instanceof Expr.StringLiteral(var key, _))) {
      return Optional.empty();
    }
    if (access.base() instanceof Expr.ResourceRef(var symbol, var index, _)
        && ids.declared(symbol).isPresent()) {
      Declaration declaration = ids.declared(symbol).orElseThrow();
      Optional<Tree> round = index.map(it -> canon.of(it, around));
      return switch (key) {
        case "id" -> Optional.of(ids.id(declaration, round, around));
        case "name" -> Optional.of(ids.names(declaration, round, around).getLast());
        case String it
            when it.equals("properties") && declaration instanceof Declaration.Deployment ->
            Optional.of(reference(symbol, round, around, false));
        case "type" -> Optional.of(forest.text(Ids.type(declaration)));
        case "apiVersion" -> Optional.of(forest.text(Ids.apiVersion(declaration)));
        case String _ -> Optional.empty();
      };
    }
    return output(access, key, around);
  }

  /// `m.outputs.x` means its value; ARM has a way of its own to ask for a secure one.
  private Optional<Tree> output(Expr.Access access, String key, Binders around) {
    boolean ofModule =
        access.base()
                instanceof Expr.Access(var module, Expr.StringLiteral(var outputs, _), _, _, _)
            && outputs.equals("outputs")
            && isModule(module);
    Tree base = canon.of(access.base(), around);
    if (ofModule) {
      String how = access.safe() ? "try" : "get";
      Tree output = forest.of(how, base, forest.text(key));
      return Optional.of(forest.of(how, output, forest.text("value")));
    }
    if (base.is("secure outputs")) {
      Tree module = forest.of("reference", base.parts());
      Tree output = canon.get(canon.get(module, forest.text("outputs")), forest.text(key));
      return Optional.of(canon.get(output, forest.text("value")));
    }
    return Optional.empty();
  }

  /// A module, or one with a condition that is asked safely: `if(condition, module, null)`.
  private boolean isModule(Expr expression) {
    return switch (expression) {
      case Expr.ResourceRef(var symbol, _, _) ->
          ids.declared(symbol).filter(Declaration.Deployment.class::isInstance).isPresent();
      case Expr.Conditional(_, var then, Expr.NullLiteral _, _) -> isModule(then);
      case Expr _ -> false;
    };
  }

  /// `reference(..)` and `list..(..)`: by id, or in templates with symbolic names by symbol.
  Tree runtime(String function, List<Expr> written, Binders around) {
    List<Tree> arguments = new ArrayList<>(canon.all(written, around));
    Optional<Tree> bySymbol =
        arguments.isEmpty() ? Optional.empty() : symbol(arguments.getFirst(), around);
    if (function.equals("reference")) {
      boolean full = arguments.size() == 3 && Canon.key(arguments.get(2).label()).equals("'full'");
      if (bySymbol.isPresent()) {
        return forest.of(full ? "reference full" : "reference", bySymbol.orElseThrow().parts());
      }
      Tree id = arguments.isEmpty() ? forest.of("no id") : arguments.getFirst();
      Tree version = arguments.size() > 1 ? arguments.get(1) : forest.of("no version");
      return forest.of(full ? "reference full" : "reference", id, deployment(id, version));
    }
    bySymbol.ifPresent(target -> arguments.set(0, target.parts().getFirst()));
    if (function.equals("listoutputswithsecurevalues")) {
      return forest.of("secure outputs", arguments.getFirst(), forest.of("version"));
    }
    return forest.of(function, arguments);
  }

  /// Compilers differ in the version that they give to deployments.
  private Tree deployment(Tree id, Tree version) {
    boolean module =
        id.is("text")
            && id.parts().stream().anyMatch(it -> it.label().contains("/" + Ids.DEPLOYMENTS + "/"));
    return module ? forest.of("version") : version;
  }

  private Optional<Tree> symbol(Tree written, Binders around) {
    if (!symbolicNames) {
      return Optional.empty();
    }
    if (Forest.isText(written)) {
      String text = Forest.content(written);
      Matcher indexed = INDEXED.matcher(text);
      return ids.declared(text).isPresent()
          ? Optional.of(reference(text, Optional.empty(), around, false))
          : indexed.matches() && ids.declared(indexed.group(1)).isPresent()
              ? Optional.of(
                  reference(
                      indexed.group(1), Optional.of(forest.of(indexed.group(2))), around, false))
              : Optional.empty();
    }
    if (written.is("text") && written.parts().size() == 3) {
      String start = written.parts().getFirst().label();
      String symbol = start.endsWith("['") ? start.substring(1, start.length() - 2) : "";
      return ids.declared(symbol).isPresent()
          ? Optional.of(reference(symbol, Optional.of(written.parts().get(1)), around, false))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
