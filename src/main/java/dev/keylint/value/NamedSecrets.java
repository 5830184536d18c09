package dev.keylint.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Literals that stand where a password or key belongs, by the name of their property or setting:
/// no output shows them, whatever their shape. Evaluation does not look at this.
public final class NamedSecrets {
  /// How such names end, without the signs between words. Not `secret`, `secretName` or `secretRef`
  /// alone, which hold the name of a secret.
  private static final List<String> ENDINGS =
      List.of(
          "apikey",
          "accesskey",
          "accountkey",
          "adminkey",
          "clientsecret",
          "connectionstring",
          "passphrase",
          "passwd",
          "password",
          "primarykey",
          "privatekey",
          "pwd",
          "querykey",
          "secondarykey",
          "secretkey",
          "secretvalue",
          "sharedkey",
          "sharedsecret",
          "token");

  private static final int SHORTEST = 8;

  private NamedSecrets() {}

  /// Adds those that a value holds, at any depth.
  public static void collect(Value value, Set<String> found) {
    switch (value) {
      case Value.Obj(Properties properties, _) -> {
        for (Property property : properties) {
          collect(property.name(), property.value(), found);
        }
        setting(properties, found);
      }
      case Value.Arr(List<Value> items, _) -> items.forEach(item -> collect(item, found));
      case Value.Null _,
          Value.Bool _,
          Value.Int _,
          Value.Decimal _,
          Value.Str _,
          Value.Unknown _ -> {}
    }
  }

  /// The same for a value of this name.
  public static void collect(String name, Value value, Set<String> found) {
    if (value instanceof Value.Str(String text, _)) {
      if (isSecret(name) && isTelling(text)) {
        found.add(text);
      }
    } else {
      collect(value, found);
    }
  }

  /// `{name, value}`, as settings and variables are written.
  private static void setting(Properties properties, Set<String> found) {
    Optional<Value> name = properties.get("name");
    Optional<Value> value = properties.get("value");
    if (name.isPresent()
        && value.isPresent()
        && name.orElseThrow() instanceof Value.Str(String text, _)) {
      collect(text, value.orElseThrow(), found);
    }
  }

  /// Whether what has this name is a secret itself.
  static boolean isSecret(String name) {
    StringBuilder letters = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (Character.isLetterOrDigit(name.charAt(i))) {
        letters.append(name.charAt(i));
      }
    }
    String plain = letters.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(plain::endsWith);
  }

  /// Whether a text may be a secret, and not a word, a name, an address or a reference: words are
  /// everywhere, and hiding one would hide them all.
  public static boolean isTelling(String text) {
    boolean letter = false;
    boolean other = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letter |= Character.isLetter(c);
      other |= Character.isDigit(c) || "!@#$%^&*+=~?;".indexOf(c) >= 0;
    }
    boolean pairs = text.indexOf('=') > 0 && text.indexOf(';') > 0;
    return text.length() >= SHORTEST
        && letter
        && other
        && (pairs || (text.chars().noneMatch(Character::isWhitespace) && !text.contains("://")))
        && "/@{[<$".indexOf(text.charAt(0)) < 0;
  }
}
