package dev.keylint.check;

import dev.keylint.graph.Script;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What rules may read of a script.
final class ScriptShape {
  static final Shape<Script> SHAPE =
      new Shape<>(
          "script",
          List.of(
              new Shape.Field<>(
                  "name",
                  FieldType.STRING,
                  "the name of the deployment script, the event of the hook, the name of the step",
                  (script, tell) -> tell.value("name", script.name(), script.at())),
              new Shape.Field<>(
                  "kind",
                  FieldType.STRING,
                  "who runs it: deploymentScript, hook (azd) or step (of a pipeline)",
                  (script, tell) ->
                      tell.value(
                          "kind",
                          new Value.Str(script.kind(), Origin.at(script.at())),
                          script.at())),
              new Shape.Field<>(
                  "commands",
                  FieldType.list(FieldType.STRING),
                  "what it runs, with the files that it calls: one text for each command, without"
                      + " comments and what is only printed; at the end an unknown one for each"
                      + " part that can't be read",
                  ScriptShape::commands)),
          List.of());

  private ScriptShape() {}

  private static Optional<Result> commands(Script script, Telling tell) {
    Place at = tell.place().told("commands", script.evidence(), Origin.at(script.evidence()));
    List<Result> items = new ArrayList<>();
    for (Value command : script.commands()) {
      // What stands in a template is shown where its property is.
      Location shown = script.resource().isPresent() ? script.evidence() : command.origin().at();
      String step = "[" + items.size() + "]";
      Place item = new Place(Optional.of(at), step, shown, Optional.of(command.origin()));
      items.add(tell.facts().result(command, item));
    }
    script
        .unread()
        .forEach(it -> items.add(new Result.Unknown(Optional.empty(), List.of(it), Why.of(at))));
    return Optional.of(new Result.Known(new Datum.Items(items), Why.of(at)));
  }
}
