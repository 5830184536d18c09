package dev.keylint.graph.call;

import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Tells whether a member of an object of Search holds a key.
final class HeldKey {
  private static final Set<String> CONNECTIONS =
      Set.of("connectionstring", "storageconnectionstring");
  private static final Pattern SECRET =
      Pattern.compile("(?i)\\b(AccountKey|SharedAccessSignature|Password)=[^;\\s]");
  private static final Pattern IN_QUERY = Pattern.compile("(?i)[?&]code=[^&\\s]");

  private HeldKey() {}

  /// Whether a member of an object holds a key; empty when it is none that could.
  static Optional<Answer> in(String in, String name, boolean withKey, Property member) {
    boolean key =
        name.equals("apikey")
            || name.equals("applicationsecret")
            || (withKey && name.equals("key"))
            || (in.equals("httpheaders") && SearchModel.isKeyHeader(member.name()));
    if (key) {
      return Optional.of(isKey(member));
    }
    boolean connection = CONNECTIONS.contains(name) && has(SECRET, member);
    boolean inQuery = name.equals("uri") && has(IN_QUERY, member);
    return connection || inQuery ? Optional.of(Answer.yes()) : Optional.empty();
  }

  private static boolean has(Pattern pattern, Property member) {
    return PartialText.of(member.value())
        .filter(it -> pattern.matcher(it.chars()).find())
        .isPresent();
  }

  /// Whether what stands where a key belongs is one: an empty text is none, a secret always is.
  static Answer isKey(Property member) {
    if (member.value() instanceof Value.Obj || member.value() instanceof Value.Arr) {
      return Answer.no();
    }
    boolean secret = new Setting(member.name(), member, false).isSecret();
    if (secret) {
      return Answer.yes();
    }
    Answer empty = ClientIds.isEmpty(member.value());
    return switch (empty) {
      case Answer.Known(boolean is) -> Answer.of(!is);
      case Answer.Open _ -> Answer.open(Doubt.because(member.value()));
    };
  }
}
