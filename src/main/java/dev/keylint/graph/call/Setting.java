package dev.keylint.graph.call;

import dev.keylint.text.Location;
import dev.keylint.value.Hiding;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.Locale;
import java.util.regex.Pattern;

/// One setting or environment variable of a workload: its name, and the property that holds its
/// value or names the secret that does.
///
/// @param hiding whether the name is printed
public record Setting(String name, Hiding hiding, Property value, boolean secret) {
  /// One with a name that everybody may read.
  public Setting(String name, Property value, boolean secret) {
    this(name, Hiding.NONE, value, secret);
  }

  private static final String KEY_VAULT = "@Microsoft.KeyVault(";

  /// Words of the names of settings by which libraries choose a credential or an audience.
  private static final Pattern MATTERS =
      Pattern.compile("AZURE|CLIENT|TENANT|IDENTITY|CREDENTIAL|SECRET|AUTH|KEY|SCOPE|AUDIENCE");

  private static final Pattern CLIENT_ID = Pattern.compile("^\\s*[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-");

  /// The value under the setting's own name: an item of a list keeps it in a member `value`.
  public Property evidence() {
    return new Property(name, value.at(), value.value(), hiding);
  }

  /// Its value as rules see it.
  Fact fact() {
    return new Fact(value.value(), evidence());
  }

  /// Where it is set.
  Location at() {
    return value.at();
  }

  /// Whether its value is, or may be, one that only few may know.
  boolean isSecret() {
    return secret
        || value.value().origin().secret()
        || (value.value() instanceof Value.Str(var text, _) && text.startsWith(KEY_VAULT))
        || (value.value() instanceof Value.Unknown unknown
            && (unknown.reason() instanceof Reason.Secret
                || unknown.reason() instanceof Reason.KeyOf
                || PartialText.of(unknown)
                    .filter(it -> it.head().startsWith(KEY_VAULT))
                    .isPresent()));
  }

  /// Whether it may say something of a call that another setting states: who signs in, or for what.
  boolean mayMatter() {
    return isSecret()
        || Family.of(name).isPresent()
        || MATTERS.matcher(SettingName.words(name)).find()
        || switch (value.value()) {
          case Value.Unknown unknown ->
              !(unknown.reason() instanceof Reason.RuntimeReference(_, var path))
                  || path.toLowerCase(Locale.ROOT).endsWith("clientid");
          case Value.Str(var text, _) -> CLIENT_ID.matcher(text).find();
          case Value.Null _, Value.Bool _, Value.Int _, Value.Decimal _, Value.Arr _, Value.Obj _ ->
              false;
        };
  }

  /// Whether it is set to something.
  boolean isSet() {
    return !(value.value() instanceof Value.Null)
        && !(value.value() instanceof Value.Str(var text, _) && text.isEmpty());
  }
}
