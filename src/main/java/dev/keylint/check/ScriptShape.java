package dev.keylint.check;

import dev.keylint.graph.Script;
import dev.keylint.text.Location;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What rules may read of a script.
final class ScriptShape {
  private static final char UNKNOWN_PART = '…';

  /// A command of a client of Azure that calls no address, with its words before the first option.
  private static final Pattern DECIDED =
      Pattern.compile(
          "(?is)\\s*(az\\s+(?!rest\\b)[^\\s-][^-"
              + PartialText.HOLE
              + "]*|(Get|New|Set|Remove|Update|Add)-Az\\w+)\\s-.*");

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
                      + " comments and what is only printed, with … for names and ids that are not"
                      + " known; at the end an unknown one for each part that can't be read, but"
                      + " for files that are not here",
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
      items.add(tell.facts().result(shown(command), item));
    }
    for (Value.Unknown it : script.unread()) {
      if (!(it.reason() instanceof Reason.MissingFile)) {
        items.add(new Result.Unknown(Optional.empty(), List.of(it), Why.of(at)));
      }
    }
    return Optional.of(new Result.Known(new Datum.Items(items), Why.of(at)));
  }

  /// What names and ids are put into a command changes nothing about what it does, unless they are
  /// parts of the command itself or of an address.
  private static Value shown(Value command) {
    return PartialText.of(command)
        .filter(text -> !text.isKnown() && DECIDED.matcher(text.chars()).matches())
        .<Value>map(text ->
            new Value.Str(text.chars().replace(PartialText.HOLE, UNKNOWN_PART), command.origin()))
        .orElse(command);
  }
}
