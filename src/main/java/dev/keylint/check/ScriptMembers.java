package dev.keylint.check;

import dev.keylint.graph.call.SearchKeys;
import dev.keylint.resource.Bodies;
import dev.keylint.resource.Resource;
import dev.keylint.text.Location;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Property;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.HashSet;
import java.util.List;
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
    String field = "searchKeys";
    List<SearchKeys.Key> keys = SearchKeys.of(resource);
    boolean certain = keys.stream().anyMatch(it -> it.held().isTrue());
    if (!certain) {
      for (SearchKeys.Key each : keys) {
        if (each.held() instanceof Answer.Open(List<Value.Unknown> because)) {
          Location at = each.place().at();
          Why why = Why.of(tell.place().told(field, at, Origin.at(at)));
          return new Result.Unknown(Optional.empty(), because, why);
        }
      }
    }
    Found found = new Found(field, tell);
    Set<String> names = new HashSet<>();
    for (SearchKeys.Key each : keys) {
      if (each.held().isTrue() && names.add(each.name())) {
        Location at = each.place().at();
        found.add(each.held(), new Value.Str(each.name(), Origin.at(at)), at);
      }
    }
    return found.result();
  }
}
