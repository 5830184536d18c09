package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What depends on where, by whom and with which variables a template is deployed.
final class ContextWords {
  private static final int LONGEST = 80;
  private static final Set<String> INPUTS =
      Set.of(
          "externalinputs", "externalinput", "readenvvar", "readcliarg", "readenvironmentvariable");

  private ContextWords() {}

  /// @param what the function, and the member of what it gives
  /// @param root the value that is not known
  static Cause of(String what, Value.Unknown root) {
    Location at = root.origin().at();
    String function =
        what.replaceAll("\\(.*", "").replaceFirst("^az\\.", "").toLowerCase(Locale.ROOT);
    if (isInput(function) || (root.term() instanceof Term.Call(String it, _) && isInput(it))) {
      return input(root, at);
    }
    if (!mayBeSaid(function, what)) {
      return new Cause(
          "`" + what + "` is only known when it is deployed", at, Optional.of(ReasonWords.LIVE));
    }
    return function.equals("deployment")
        ? new Cause(
            "`" + what + "` is only known when it is deployed",
            at,
            Optional.of("say it with `--context FILE`: `deploymentName`"))
        : new Cause(
            "`" + what + "` depends on where it is deployed",
            at,
            Optional.of("say where with `--context FILE`: " + keys(function)));
  }

  /// Whether a context file can say it: not the tags of a group, nor where another one is.
  private static boolean mayBeSaid(String function, String what) {
    String member = what.substring(what.lastIndexOf(')') + 1).replaceAll("\\W", "");
    return switch (member.toLowerCase(Locale.ROOT)) {
      case "" -> !function.equals("deployer");
      case "id" -> !function.startsWith("deploy");
      case "name" -> !function.equals("deployer");
      case "location" -> function.equals("resourcegroup") && what.contains("()");
      case "subscriptionid", "tenantid" -> true;
      default -> function.equals("environment");
    };
  }

  /// A function that reads what stands outside of the files.
  private static boolean isInput(String function) {
    return INPUTS.contains(function.toLowerCase(Locale.ROOT));
  }

  private static String keys(String function) {
    return switch (function) {
      case "tenant" -> "`tenantId`";
      case "managementgroup" -> "`managementGroup`";
      case "subscription" -> "`subscriptionId`";
      case "environment" -> "`cloud`";
      default -> "`subscriptionId`, `resourceGroup` and `location`";
    };
  }

  /// A variable of a parameter file, as the file writes it.
  private static Cause input(Value.Unknown root, Location at) {
    Optional<String> written =
        at instanceof Location.InFile(var source, var span)
            ? Optional.of(source.slice(span).strip())
                .filter(it -> it.matches("[A-Za-z][A-Za-z.]*\\([^\\n]*\\)"))
                .filter(it -> it.length() <= LONGEST)
            : Optional.empty();
    String name =
        written.orElseGet(() ->
            root.term() instanceof Term.Call(_, List<Value> arguments)
                    && !arguments.isEmpty()
                    && arguments.getFirst() instanceof Value.Str(String it, _)
                ? it
                : "an input");
    return written.isPresent()
        ? new Cause(
            "`" + name + "` has no value here",
            at,
            Optional.of(
                variable(root)
                    .map(ContextWords::given)
                    .orElse(
                        "give it a default, or scan with a parameter file that holds the value")))
        : new Cause(
            "variable `" + name + "` is only set when it is deployed",
            at,
            Optional.of(
                isVariable(name)
                    ? given(name)
                    : "scan with a parameter file that holds the value"));
  }

  private static String given(String variable) {
    return "`--env " + variable + "=…` says what it is";
  }

  /// The variable that a Bicep parameter file reads, which the user may say.
  private static Optional<String> variable(Value.Unknown root) {
    return root.term() instanceof Term.Call(String function, List<Value> arguments)
            && function.equals("readEnvironmentVariable")
            && !arguments.isEmpty()
            && arguments.getFirst() instanceof Value.Str(String name, _)
            && isVariable(name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private static boolean isVariable(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.startsWith("AZURE_PRINCIPAL_");
  }
}
