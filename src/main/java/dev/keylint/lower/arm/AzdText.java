package dev.keylint.lower.arm;

import dev.keylint.template.Expr;
import dev.keylint.template.Parameter;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What azd puts into the texts of a parameter file: `${NAME}`, `${NAME=default}` and
/// `$(secretOrRandomPassword vault secret)`.
final class AzdText {
  private static final Pattern HOLE =
      Pattern.compile(
          "\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::?[=-]([^}]*))?\\}"
              + "|\\$\\(secretOrRandomPassword\\s+(\\S+)\\s+([^\\s)]+)\\s*\\)");

  /// An input that comes from outside, as Bicep parameter files spell it.
  private static final String INPUT = "externalInputs";

  /// What azd sets before it deploys, so that it is never unset nor empty.
  private static final Set<String> ALWAYS_SET =
      Set.of(
          "AZURE_ENV_NAME",
          "AZURE_LOCATION",
          "AZURE_SUBSCRIPTION_ID",
          "AZURE_RESOURCE_GROUP",
          "AZURE_PRINCIPAL_ID",
          "AZURE_PRINCIPAL_TYPE");

  private final Map<String, String> environment;
  private final ArmProblems problems;
  private final Set<String> empty = new LinkedHashSet<>();

  AzdText(Map<String, String> environment, ArmProblems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /// A parameter's value with its variables put in. A variable without a value is nothing where the
  /// whole value consists of it, and an empty text elsewhere.
  Expr parameter(Expr value) {
    if (value instanceof Expr.StringLiteral(var text, var at)) {
      Matcher hole = HOLE.matcher(text);
      if (hole.matches() && hole.group(3) == null && known(hole).isEmpty()) {
        return input(hole.group(1), at);
      }
    }
    return substitute(value);
  }

  /// The variables so far that have no value and stand for an empty text.
  List<String> empty() {
    return List.copyOf(empty);
  }

  private Expr substitute(Expr value) {
    return switch (value) {
      case Expr.StringLiteral(var text, var at)
          when text.contains("${") || text.contains("$(secretOrRandomPassword") ->
          text(text, at);
      case Expr.ArrayExpr(var items, var at) ->
          new Expr.ArrayExpr(items.stream().map(this::item).toList(), at);
      case Expr.ObjectExpr(var members, var at) ->
          new Expr.ObjectExpr(members.stream().map(this::member).toList(), at);
      case Expr.KeyVaultSecret(var vault, var name, var version, var at) ->
          new Expr.KeyVaultSecret(substitute(vault), substitute(name), version, at);
      case Expr other -> other;
    };
  }

  /// The variable without a value that the whole of a parameter consists of.
  static Optional<String> unset(Expr value) {
    return value instanceof Expr.Call(_, var function, var arguments, _)
            && function.equals(INPUT)
            && arguments.getFirst() instanceof Expr.StringLiteral(var name, _)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// A text as the type that a parameter wants, where it can be read as that.
  static Expr typed(String text, Parameter.Type type, Location at) {
    return switch (type) {
      case BOOL ->
          switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "1" -> new Expr.BoolLiteral(true, at);
            case "false", "f", "0" -> new Expr.BoolLiteral(false, at);
            default -> new Expr.StringLiteral(text, at);
          };
      case INT ->
          text.matches("-?\\d{1,18}")
              ? new Expr.IntLiteral(Long.parseLong(text), at)
              : new Expr.StringLiteral(text, at);
      case STRING, OBJECT, ARRAY, ANY -> new Expr.StringLiteral(text, at);
    };
  }

  /// Whether azd gives no value at all: a variable's text where a number or boolean is due. A text
  /// that stands in the file as it is may also go to Azure, which refuses it.
  static boolean isLeftOut(Expr typed, Parameter.Type type) {
    return (type == Parameter.Type.BOOL || type == Parameter.Type.INT)
        && typed instanceof Expr.StringLiteral(_, Location.InFile(var source, var span))
        && source.slice(span).contains("${");
  }

  private Expr.Item item(Expr.Item item) {
    return switch (item) {
      case Expr.Item.Element(var value) -> new Expr.Item.Element(substitute(value));
      case Expr.Item.Spread spread -> spread;
    };
  }

  private Expr.Member member(Expr.Member member) {
    return switch (member) {
      case Expr.Member.Entry(var key, var value, var at) ->
          new Expr.Member.Entry(key, substitute(value), at);
      case Expr.Member.Spread spread -> spread;
      case Expr.Member.Unread unread -> unread;
    };
  }

  private Expr text(String text, Location at) {
    List<Expr> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    Matcher hole = HOLE.matcher(text);
    int start = 0;
    while (hole.find()) {
      literal.append(text, start, hole.start());
      start = hole.end();
      Expr value = value(hole, at);
      if (value instanceof Expr.StringLiteral(var known, _)) {
        literal.append(known);
      } else {
        flush(literal, parts, at);
        parts.add(value);
      }
    }
    literal.append(text, start, text.length());
    if (text.indexOf("${", start) >= 0) {
      return problems.unsupported("the substitution in `" + text + "`", at);
    }
    if (parts.isEmpty()) {
      return new Expr.StringLiteral(literal.toString(), at);
    }
    flush(literal, parts, at);
    return parts.size() == 1 ? parts.getFirst() : new Expr.Interpolation(parts, at);
  }

  private Expr value(Matcher hole, Location at) {
    Optional<String> vault = Optional.ofNullable(hole.group(3));
    if (vault.isPresent()) {
      Expr type = new Expr.StringLiteral("Microsoft.KeyVault/vaults", at);
      Expr name = substitute(new Expr.StringLiteral(vault.orElseThrow(), at));
      Expr id = new Expr.Call(Optional.empty(), "resourceId", List.of(type, name), at);
      Expr secret = substitute(new Expr.StringLiteral(hole.group(4), at));
      return new Expr.KeyVaultSecret(id, secret, Optional.empty(), at);
    }
    String name = hole.group(1);
    Optional<String> known = known(hole);
    if (known.isEmpty() && ALWAYS_SET.contains(name)) {
      return input(name, at);
    }
    if (known.isEmpty()) {
      empty.add(name);
    }
    return new Expr.StringLiteral(known.orElse(""), at);
  }

  private Optional<String> known(Matcher hole) {
    return Optional.ofNullable(environment.get(hole.group(1)))
        .or(() -> Optional.ofNullable(hole.group(2)));
  }

  private static Expr input(String name, Location at) {
    return new Expr.Call(Optional.empty(), INPUT, List.of(new Expr.StringLiteral(name, at)), at);
  }

  private static void flush(StringBuilder literal, List<Expr> parts, Location at) {
    if (!literal.isEmpty()) {
      parts.add(new Expr.StringLiteral(literal.toString(), at));
      literal.setLength(0);
    }
  }
}
