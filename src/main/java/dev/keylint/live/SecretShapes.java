package dev.keylint.live;

import dev.keylint.text.KeyShapes;
import java.util.regex.Pattern;

/// How secrets are called and what they look like in the bodies of Azure's resources.
final class SecretShapes {
  /// By its end: `keyVaultUri` and `secretRef` only lead to a secret. `bypass` is no password.
  private static final Pattern NAME =
      Pattern.compile(
          """
          (?i)(?:.*(?:key|secret|password|passwd|pwd|passphrase|token|sas|signature|credential\
          |connection[_-]?string)|(?:.*[_-])?pass)s?\
          (?:[_-]?(?:value|primary|secondary|[0-9]))*+\
          """);

  private static final Pattern MAP =
      Pattern.compile("(?i).*(?:keys|secrets|passwords|tokens|connection[_-]?strings)");

  /// Where an object that names its secret holds it.
  private static final Pattern HOLDER = Pattern.compile("(?i)(?:secure|default)?value|properties");

  /// Members with long identifiers of Azure's making, which look like keys.
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?i).*(?:id|name|type|etag|thumbprint)|image");

  private static final Pattern VAULT_REFERENCE =
      Pattern.compile("(?i)@Microsoft\\.KeyVault\\([^()]*\\)");

  /// Secrets that say themselves what they are: a private key; the password in a URL; a part of a
  /// connection string, of a query or of JSON; keys that begin as those of OpenAI and GitHub do.
  private static final Pattern SECRET =
      Pattern.compile(
          """
          (?i)-----BEGIN [A-Z ]*PRIVATE KEY-----\
          |://[^/@\\s:]*:[^/@\\s]+@\
          |(?:^|[;?&"'\\s])\
          (?:(?:account|(?:shared)?access|api|subscription)[_-]?key|sharedaccesssignature|sig|code\
          |password|passwd|pwd|(?:client[_-]?)?secret|(?:access[_-]?)?token)\
          (?:\\s*=\\s*|"\\s*:\\s*")[^;&"\\s]\
          |\\bsk-[\\w-]{20}\
          |\\bgh[opsu]_\\w{20}\
          """);

  private SecretShapes() {}

  static boolean isSecretName(String name) {
    return NAME.matcher(name).matches();
  }

  /// Whether an object of this name holds secrets by names that somebody chose.
  static boolean isSecretMap(String name) {
    return MAP.matcher(name).matches();
  }

  static boolean isHolder(String member) {
    return HOLDER.matcher(member).matches();
  }

  static boolean isIdentifier(String member) {
    return IDENTIFIER.matcher(member).matches();
  }

  /// A setting that App Service reads from a vault: it names the secret and holds none.
  static boolean isVaultReference(String text) {
    return VAULT_REFERENCE.matcher(text).matches();
  }

  static boolean isSecret(String text) {
    return SECRET.matcher(text).find() || !KeyShapes.in(text).isEmpty();
  }
}
