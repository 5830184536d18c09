package dev.keylint.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads what a rule is about: exactly one kind of subject.
final class MatchReader {
  private MatchReader() {}

  static Optional<Match> read(Fields fields) {
    List<Match.Kind> kinds =
        Arrays.stream(Match.Kind.values())
            .filter(kind -> fields.node(kind.word()).isPresent())
            .toList();
    boolean resource = fields.node("resource").isPresent();
    if (kinds.size() + (resource ? 1 : 0) != 1) {
      String all =
          Arrays.stream(Match.Kind.values())
              .map(Match.Kind::word)
              .collect(Collectors.joining(", ", "resource, ", ""));
      fields.report("`match` needs exactly one of " + all, fields.at());
      return Optional.empty();
    }
    return resource ? resource(fields) : Optional.of(new Match.Each(kinds.getFirst()));
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
