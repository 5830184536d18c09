package dev.keylint.cli;

import dev.keylint.plan.script.Script;
import dev.keylint.resource.Estate;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.Reason;
import dev.keylint.value.Value;
import java.util.List;

/// The scripts that files have run, as parts of an estate.
final class BesideScripts {
  private BesideScripts() {}

  /// @param elsewhere whether they are judged as a part of another estate
  static List<Estate.Script> of(List<Script> scripts, boolean elsewhere) {
    return scripts.stream().map(it -> of(it, elsewhere)).toList();
  }

  private static Estate.Script of(Script script, boolean elsewhere) {
    return new Estate.Script(
        script.name(),
        script.kind().word(),
        script.commands().stream()
            .<Value>map(it -> new Value.Str(it.text(), Origin.at(it.at())))
            .toList(),
        script.unread().stream().map(BesideScripts::unknown).toList(),
        elsewhere,
        script.at());
  }

  private static Value.Unknown unknown(Script.Unread it) {
    return it.missing()
        .map(path -> Doubt.of(it.text(), new Reason.MissingFile(path), it.at()))
        .orElseGet(() -> Doubt.notStated(it.text(), it.at()));
  }
}
