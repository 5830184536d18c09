package dev.keylint.lower.azd;

import dev.keylint.template.Declaration.Argument;
import dev.keylint.template.Expr;
import dev.keylint.template.ParameterFile;
import java.util.function.Predicate;

/// Whose parameter file a file is, by the variables that it reads.
enum Dialect {
  /// Azure Resource Manager's own: every text is what it is.
  PLAIN,
  /// Of azd: `${NAME}`, `$(secretOrRandomPassword …)`.
  AZD,
  /// Of Teams Toolkit: `${{NAME}}`.
  TEAMS;

  static Dialect of(ParameterFile file) {
    if (any(file, TeamsReading::isTeams)) {
      return TEAMS;
    }
    return any(file, text -> text.contains("${") || text.contains(SecretCommand.START))
        ? AZD
        : PLAIN;
  }

  private static boolean any(ParameterFile file, Predicate<String> test) {
    return file.arguments().stream().map(Argument::value).anyMatch(value -> any(value, test));
  }

  private static boolean any(Expr value, Predicate<String> test) {
    return switch (value) {
      case Expr.StringLiteral(String text, _) -> test.test(text);
      case Expr.ArrayExpr(var items, _) ->
          items.stream()
              .anyMatch(
                  item -> item instanceof Expr.Item.Element(Expr element) && any(element, test));
      case Expr.ObjectExpr(var members, _) ->
          members.stream()
              .anyMatch(member ->
                  member instanceof Expr.Member.Entry(Expr key, Expr entry, _)
                      && (any(key, test) || any(entry, test)));
      case Expr.KeyVaultSecret(Expr vault, Expr name, _, _) -> any(vault, test) || any(name, test);
      case Expr _ -> false;
    };
  }
}
