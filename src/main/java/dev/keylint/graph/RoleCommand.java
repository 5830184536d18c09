package dev.keylint.graph;

import dev.keylint.graph.role.Role;
import dev.keylint.graph.role.RoleBook;
import dev.keylint.text.Lazy;
import dev.keylint.value.Answer;
import dev.keylint.value.Doubt;
import dev.keylint.value.Origin;
import dev.keylint.value.PartialText;
import dev.keylint.value.Shown;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command of a script that assigns a role, be it a list of words in Python, or a command that
/// attaches an identity and gives it a role at once.
///
/// @param role the role that it names by a text of its own; empty when that is said elsewhere
/// @param because why it is not known what it assigns to whom
record RoleCommand(Optional<Role> role, Value.Unknown because) {
  private static final Pattern ASSIGNS =
      Pattern.compile(
          "(?i)\\baz[\\s\"',]+role[\\s\"',]+assignment[\\s\"',]+create\\b"
              + "|\\bNew-AzRoleAssignment\\b"
              + "|roleAssignments/|\\brole_?assignments\\.(begin_)?create");

  /// What attaches an identity, and with `--role` gives it that role.
  private static final Pattern ATTACHES =
      Pattern.compile("(?i)\\bidentity[\\s\"',]+assign\\b|--assign-identity\\b");

  /// Who signs in with a password is none of the identities that a template makes.
  private static final Pattern FOR_USER =
      Pattern.compile(
          "(?i)--assignee-principal-type[\\s=]+['\"]?User\\b|-ObjectType\\s+['\"]?User\\b"
              + "|-SignInName\\b");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)(?:--role[\\s=]+|-RoleDefinitionName\\s+|-RoleDefinitionId\\s+)"
              + "(?:\"([^\"$`]+)\"|'([^'$]+)'|([\\w-]+)(?=\\s|$))");

  /// The commands of a script that assign roles to others than users.
  static List<RoleCommand> of(Script script, Lazy<RoleBook> roles) {
    return script.commands().stream().flatMap(it -> of(script, it, roles).stream()).toList();
  }

  private static Optional<RoleCommand> of(Script script, Value command, Lazy<RoleBook> roles) {
    String text = PartialText.of(command).map(PartialText::chars).orElse("");
    boolean assigns =
        ASSIGNS.matcher(text).find() || (text.contains("--role") && ATTACHES.matcher(text).find());
    if (!assigns || FOR_USER.matcher(text).find()) {
      return Optional.empty();
    }
    String which =
        script.resource().isPresent()
            ? "a script"
            : "the script of `" + Shown.text(script.name()) + "`";
    Value.Unknown because =
        Doubt.notStated("which roles " + which + " assigns", command.origin().at());
    return Optional.of(new RoleCommand(role(text, command.origin(), roles), because));
  }

  private static Optional<Role> role(String text, Origin origin, Lazy<RoleBook> roles) {
    Matcher role = ROLE.matcher(text);
    if (!role.find() || text.indexOf(PartialText.HOLE) >= 0) {
      return Optional.empty();
    }
    for (int group = 1; group <= role.groupCount(); group++) {
      if (role.group(group) != null) {
        return Optional.of(roles.get().named(new Value.Str(role.group(group), origin)));
      }
    }
    return Optional.empty();
  }

  /// Whether it may give what is asked for: never yes, as nobody knows when, whether, and to whom.
  Answer mayGive(Function<Role, Answer> gives) {
    Answer given = role.map(gives).orElseGet(() -> Answer.open(because));
    return given.isFalse() ? given : Answer.open(because);
  }
}
