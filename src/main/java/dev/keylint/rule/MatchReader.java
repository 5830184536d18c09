package dev.keylint.rule;

import java.util.List;
import java.util.Optional;

/// Reads what a rule is about: exactly one kind of subject.
final class MatchReader {
  private static final List<String> KINDS = List.of("resource", "grant", "call", "keyFlow");

  private MatchReader() {}

  static Optional<Match> read(Fields fields) {
    List<String> given = KINDS.stream().filter(kind -> fields.node(kind).isPresent()).toList();
    if (given.size() != 1) {
      fields.report("`match` needs exactly one of " + String.join(", ", KINDS), fields.at());
      return Optional.empty();
    }
    return switch (given.getFirst()) {
      case "resource" -> resource(fields);
      case "grant" -> Optional.of(new Match.Grant());
      case "call" -> Optional.of(new Match.Call());
      default -> {
        // A rule that is never asked would look like one that is always kept.
        fields.report("`keyFlow` is reserved: keylint does not follow keys yet", fields.at());
        yield Optional.empty();
      }
    };
  }

  private static Optional<Match> resource(Fields fields) {
    List<String> types = fields.texts("resource");
    for (String type : types) {
      if (!type.matches("[A-Za-z0-9]+(\\.[A-Za-z0-9]+)+(/[A-Za-z0-9]+)+")) {
        fields.report("`" + type + "` is no resource type", fields.at());
      }
    }
    if (types.isEmpty()) {
      fields.report("`resource` needs a resource type", fields.at());
    }
    return Optional.of(new Match.Resource(types));
  }
}
