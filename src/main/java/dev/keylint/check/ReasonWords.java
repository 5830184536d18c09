package dev.keylint.check;

import dev.keylint.finding.Outcome.Cause;
import dev.keylint.text.Location;
import dev.keylint.value.Reason;
import dev.keylint.value.Shown;
import dev.keylint.value.Term;
import dev.keylint.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a value is not known, and what would decide it, in the reader's words.
public final class ReasonWords {
  static final String LIVE = "`keylint live` reads what is deployed";

  /// How both front ends call what they could not read.
  private static final String UNREAD = "the part behind the syntax error";

  private static final String TWICE = "the choice between two properties ";
  private static final String SEVERAL = "the choice between several ";
  private static final String CASES = "keys that differ by case only";

  private static final Pattern OUTPUT =
      Pattern.compile("properties\\.outputs\\.(\\w+)\\.value(.*)");

  private static final Pattern IN_FILE =
      Pattern.compile("give `[^`]+` a value in a parameter file");

  private ReasonWords() {}

  /// One for each value that would have to be supplied.
  public static List<Cause> of(Value.Unknown unknown) {
    return RootCause.of(unknown).stream().map(ReasonWords::cause).toList();
  }

  /// The same cause where a parameter file gives the parameter by something else that is missing.
  public static Cause given(Cause cause, String by) {
    return cause
        .help()
        .filter(it -> IN_FILE.matcher(it).lookingAt())
        .map(it -> cause.decidedBy(IN_FILE.matcher(it).replaceFirst(Matcher.quoteReplacement(by))))
        .orElse(cause);
  }

  private static Cause cause(Value.Unknown root) {
    Location at = root.origin().at();
    return switch (root.reason()) {
      case Reason.MissingParameter(String name, _, _) -> parameter(name, root);
      case Reason.RuntimeReference(String resource, String path) -> atRunTime(resource, path, at);
      case Reason.KeyOf(String resource, String function) -> key(resource, function, at);
      case Reason.DeploymentContext(String what) -> ContextWords.of(what, root);
      case Reason.Secret(String parameter) ->
          new Cause(
              "`" + parameter + "` is secret, so keylint does not look at its value",
              at,
              Optional.of("look at it by hand: keylint never looks at secrets"));
      case Reason.NonDeterministic(String function) -> byChance(function, at);
      case Reason.MissingModule(String reference) -> module(reference, at);
      case Reason.MissingFile(String path) ->
          new Cause(
              "file `" + path + "` is not here",
              at,
              Optional.of("add the file, or scan a folder that holds it"));
      case Reason.Unsupported(String construct) -> unsupported(construct, at);
      case Reason.Failed(String message) ->
          new Cause(message, at, Optional.of("mend the template there"));
      case Reason.NotStated(String fact) ->
          new Cause(
              fact.replace(" `" + Shown.UNKNOWN + "`", "") + " is not known",
              at,
              Optional.of(live(at)));
      case Reason.Withheld(String what) -> withheld(what, at);
      case Reason.Rewritten it -> rewritten(it, at);
    };
  }

  /// What was read from Azure, reading it again does not tell.
  private static String live(Location at) {
    return at instanceof Location.InAzure
        ? "look at it in Azure: `keylint live` does not read it"
        : LIVE;
  }

  private static Cause unsupported(String construct, Location at) {
    if (construct.startsWith(UNREAD)) {
      return new Cause(
          "what stands behind a syntax error could not be read",
          at,
          Optional.of("mend the syntax error"));
    }
    Optional<String> keepOne = Optional.of("keep one of them");
    if (construct.startsWith(TWICE)) {
      String key = construct.substring(TWICE.length());
      return new Cause(key + " stands here twice, with values that differ", at, keepOne);
    }
    if (construct.startsWith(SEVERAL)) {
      String name = construct.substring(SEVERAL.length());
      return new Cause("which of several " + name + " Azure takes is not known", at, keepOne);
    }
    return construct.startsWith(CASES)
        ? new Cause("which one Azure takes of the " + construct + " is not known", at, keepOne)
        : new Cause(
            "keylint does not evaluate " + construct(construct),
            at,
            Optional.of("a plain value there would decide it"));
  }

  private static Cause byChance(String function, Location at) {
    return new Cause(
        "`" + function + "` has another value in each deployment",
        at,
        Optional.of("write a fixed value"));
  }

  /// A parameter of a module is one that its caller leaves out.
  private static Cause parameter(String name, Value.Unknown root) {
    boolean module =
        root.term() instanceof Term.Call(_, List<Value> arguments) && arguments.size() > 1;
    return new Cause(
        "parameter `" + name + "` has no value",
        root.origin().at(),
        Optional.of(
            module
                ? "pass `" + name + "` where the module is called"
                : "give `" + name + "` a value in a parameter file"));
  }

  private static Cause key(String resource, String function, Location at) {
    // `list` is also how settings and other secrets are read.
    String what = function.equalsIgnoreCase("list") ? "what may be secret" : "a key";
    return new Cause(
        "`" + function + "` gets " + what + " of `" + ShortIds.of(resource) + "`",
        at,
        Optional.of("look at it by hand: keylint never asks for " + what));
  }

  private static Cause atRunTime(String resource, String path, Location at) {
    if (path.isEmpty() && resource.matches("\\w+")) {
      return new Cause("only Azure can evaluate `" + resource + "`", at, Optional.of(live(at)));
    }
    String name = ShortIds.of(resource);
    String owner = name.equals(Shown.UNKNOWN) ? "a resource" : "`" + name + "`";
    String what = path.isEmpty() ? "the state" : path.contains(" ") ? "the " + path : member(path);
    return new Cause("only Azure knows " + what + " of " + owner, at, Optional.of(live(at)));
  }

  private static String member(String path) {
    Matcher output = OUTPUT.matcher(path);
    String shown = output.matches() ? output.group(1) + output.group(2) : path;
    return (output.matches() ? "output " : "") + "`" + Shown.path(shown) + "`";
  }

  private static Cause module(String reference, Location at) {
    if (reference.matches("(?i)https?://.*")) {
      return new Cause(
          "the template `" + reference + "` is not fetched",
          at,
          Optional.of("look at it by hand, or link to it by a `relativePath`"));
    }
    boolean registry = reference.matches("(br|ts)[:/].*");
    return new Cause(
        "module `" + reference + "` is not here",
        at,
        Optional.of(
            registry
                ? "`keylint restore` fetches it"
                : "add the file, or scan a folder that holds it"));
  }

  /// A text of ours that says what, with or without an article; code in it is in backticks.
  private static String construct(String construct) {
    boolean sentence = construct.matches("(a|an|the|how|whether|what|computed) .*");
    return sentence
        ? construct
        : construct.contains(" ") ? "the " + construct : "this `" + construct + "`";
  }

  private static Cause rewritten(Reason.Rewritten reason, Location at) {
    String what =
        "`" + reason.resource() + "` " + (reason.certain() ? "is" : "may be") + " written ";
    return switch (reason.left()) {
      case Reason.Rewritten.Left.Order() ->
          new Cause(
              what + "twice, and which write is the last is not known",
              at,
              Optional.of("say by `dependsOn` which write is the last"));
      case Reason.Rewritten.Left.Reset(String property) ->
          new Cause(
              what
                  + "twice, and whether Azure keeps the `"
                  + property
                  + "` of an earlier write, which the last one does not set, is not known",
              at,
              Optional.of("set `" + property + "` in the last write"));
      case Reason.Rewritten.Left.TooMany(int writes) ->
          new Cause(
              what + writes + " times, and not always alike: so many writes are not followed",
              at,
              Optional.of("write it once"));
    };
  }

  private static Cause withheld(String what, Location at) {
    boolean phrase = what.matches("(a|an|the|what|how|whether|who) .*|.*`.*");
    String words = phrase || at instanceof Location.InAzure ? what : "the " + what;
    return new Cause(
        words
            + (at instanceof Location.InAzure
                ? " could not be read"
                : " can't be told from templates"),
        at,
        Optional.of(
            at instanceof Location.InAzure ? "give the sign-in the right to read it" : LIVE));
  }
}
