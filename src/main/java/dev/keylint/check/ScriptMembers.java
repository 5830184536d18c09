package dev.keylint.check;

import dev.keylint.graph.call.SearchKey;
import dev.keylint.graph.call.SearchKeys;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What rules may read of the texts of scripts and flows.
final class ScriptMembers {
  private static final String UNKNOWN_PART = "…";

  private ScriptMembers() {}

  /// The text of a deployment script, as far as it is written here.
  static Optional<Result> script(Resource script, Telling tell) {
    Optional<Property> content = Bodies.at(script, "properties", "scriptContent");
    if (content.isEmpty()) {
      return Bodies.at(script, "properties", "primaryScriptUri")
          .flatMap(link ->
              tell.perhaps(
                  "script",
                  Doubt.notStated("what the script behind the link does", link.at()),
                  link.at()));
    }
    Property property = content.orElseThrow();
    Value value = property.value();
    if (value instanceof Value.Unknown(_, Reason.MissingFile _, _)) {
      return Optional.empty();
    }
    Optional<PartialText> text = PartialText.of(value).filter(it -> it.chars().length() > 1);
    Value shown =
        text.<Value>map(it ->
                new Value.Str(
                    it.chars().replace(String.valueOf(PartialText.HOLE), UNKNOWN_PART),
                    value.origin()))
            .orElse(value);
    return tell.value("script", shown, property.at());
  }

  /// The members of Search objects that hold a key.
  static Result searchKeys(Resource resource, Telling tell) {
    Found found = new Found("searchKeys", tell);
    Set<String> names = new HashSet<>();
    for (SearchKey each : SearchKeys.of(resource)) {
      Location at = each.place().at();
      if (!each.held().isTrue() || names.add(each.name())) {
        found.addOrOpen(each.held(), new Value.Str(each.name(), Origin.at(at)), at);
      }
    }
    return found.result();
  }
}
