package dev.keylint.lower.azd;

import dev.keylint.template.Expr;
import dev.keylint.text.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `$(secretOrRandomPassword VAULT SECRET)`, which azd runs: the value is a secret of a key vault.
final class SecretCommand {
  static final String START = "$(secretOrRandomPassword";

  private static final Pattern COMMAND =
      Pattern.compile("\\$\\(secretOrRandomPassword(?:\\s+([^\\s)]+))?(?:\\s+([^\\s)]+))?\\s*\\)");

  private SecretCommand() {}

  /// A substituted text as a value, with secrets for its commands.
  static Expr value(String text, Marked marks, boolean hidden, Location at) {
    if (!text.contains(START)) {
      return marks.expr(text, hidden, at);
    }
    List<Expr> parts = new ArrayList<>();
    Matcher command = COMMAND.matcher(text);
    int start = 0;
    while (command.find()) {
      literal(text.substring(start, command.start()), marks, hidden, at, parts);
      parts.add(
          secret(
              marks.expr(Optional.ofNullable(command.group(1)).orElse(""), hidden, at),
              marks.expr(Optional.ofNullable(command.group(2)).orElse(""), hidden, at),
              at));
      start = command.end();
    }
    literal(text.substring(start), marks, hidden, at, parts);
    return parts.size() == 1 ? parts.getFirst() : new Expr.Interpolation(parts, at);
  }

  private static void literal(
      String text, Marked marks, boolean hidden, Location at, List<Expr> parts) {
    if (!text.isEmpty()) {
      parts.add(marks.expr(text, hidden, at));
    }
  }

  /// A secret of a vault of the deployment's own resource group.
  static Expr secret(Expr vault, Expr name, Location at) {
    Expr type = new Expr.StringLiteral("Microsoft.KeyVault/vaults", at);
    Expr id = new Expr.Call(Optional.empty(), "resourceId", List.of(type, vault), at);
    return new Expr.KeyVaultSecret(id, name, Optional.empty(), at);
  }
}
