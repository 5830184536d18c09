package dev.keylint.check;

import dev.keylint.finding.Change;
import dev.keylint.finding.Fix;
import dev.keylint.finding.Spot;
import dev.keylint.text.Location;
import dev.keylint.value.NormalForm;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The fix of a rule that always fails, in words that a table can hold: what the change is, and the
/// text of the template that it is about.
record Offered(Fix fix) {

  /// Of the first finding.
  ///
  /// @param match what the rule is about
  /// @param fix the edits, as of `rule.yaml`
  static Offered by(Path folder, String match, String fix, String bicep) {
    return by(folder, match, "", fix, bicep);
  }

  /// The same of a rule that has variables.
  ///
  /// @param variables each on one line as of `rule.yaml`, with a comma between them
  static Offered by(Path folder, String match, String variables, String fix, String bicep) {
    var rule =
        Judged.rule(
            "offering",
            """
            match: {%s}
            variables: [%s]
            validations: [{expression: 'false', message: no}]
            fix: {%s, safety: safe}
            """
                .formatted(match, variables, fix));
    return new Offered(new Judged(folder).findings(rule, bicep).getFirst().fix().orElseThrow());
  }

  String title() {
    return fix.title();
  }

  String changes() {
    return fix.changes().stream().map(Offered::words).collect(Collectors.joining("; "));
  }

  private static String words(Change change) {
    return switch (change) {
      case Change.Write(Spot spot, var value) -> spot(spot) + " := " + NormalForm.plain(value);
      case Change.Role(Spot.Written spot, String role) ->
          spot(spot) + " := role " + role.substring(0, 8);
      case Change.Commented(Change inner, _, _) -> words(inner);
      case Change.Remove(Spot.Written spot) -> "remove " + text(spot.member());
      case Change.Exchange(Spot.Written spot, String from, String to) ->
          spot(spot) + " with " + to + " for " + from;
      case Change.Default(Location at, var value) ->
          text(at) + " defaults to " + NormalForm.plain(value);
      case Change.Secure(Location at) -> "secure " + text(at);
      case Change.Refer(Spot spot, var to) -> spot(spot) + " := " + reference(to);
      case Change.OwnName(Spot.Missing spot, Location at) -> spot(spot) + " := name of " + text(at);
      case Change.Setting(Location beside, String name, var to) ->
          name + " := " + reference(to) + " beside " + text(beside);
      case Change.Assign(var principal, var scope, String role, String name) ->
          "assign %s (%s) to %s at %s"
              .formatted(name, role.substring(0, 8), reference(principal), reference(scope));
      case Change.Guid(Location at) -> "guid for " + text(at);
      case Change.Behind(Location at, String text) -> text + " behind " + text(at);
      case Change.Logs(Location at) -> "logs of " + text(at);
      case Change.Zones(Location at, List<String> names) -> names + " into " + text(at);
      case Change.Impossible(String why) -> "none: " + why;
    };
  }

  private static String spot(Spot spot) {
    return switch (spot) {
      case Spot.Written written -> text(written.value());
      case Spot.Missing(Location owner, List<String> path) ->
          String.join(".", path) + " in " + text(owner);
      case Spot.ApiVersion(Location at) -> "version of " + text(at);
    };
  }

  private static String reference(Change.Reference to) {
    return text(to.declaration()) + (to.path().isEmpty() ? "" : "." + to.path());
  }

  /// The head of a declaration without its type, else the text, of an object its braces.
  private static String text(Location at) {
    var file = (Location.InFile) at;
    return file.source()
        .slice(file.span())
        .replaceFirst("(?s)^resource (\\w+) .*", "$1")
        .replaceFirst("(?s)^(module \\w+) .*", "$1")
        .replaceFirst("(?s)^\\{.*}$", "{}");
  }
}
