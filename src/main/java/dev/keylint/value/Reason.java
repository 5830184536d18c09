package dev.keylint.value;

import java.util.List;

/// Why a value is unknown.
public sealed interface Reason {
  /// The reason as a user reads it: its kind, and in parentheses what it is about.
  default String print() {
    return switch (this) {
      case MissingParameter(String name, _, _) -> "MissingParameter(" + name + ")";
      case RuntimeReference(String resource, String path) ->
          "RuntimeReference(" + resource + ", " + path + ")";
      case KeyOf(String resource, String function) -> "KeyOf(" + resource + ", " + function + ")";
      case DeploymentContext(String what) -> "DeploymentContext(" + what + ")";
      case Secret(String parameter) -> "Secret(" + parameter + ")";
      case NonDeterministic _ -> "NonDeterministic";
      case MissingModule(String reference) -> "MissingModule(" + reference + ")";
      case MissingFile(String path) -> "MissingFile(" + path + ")";
      case Unsupported(String construct) -> "Unsupported(" + construct + ")";
      case Failed(String message) -> "Failed(" + message + ")";
      case NotStated(String fact) -> "NotStated(" + fact + ")";
      case Withheld(String what) -> "Withheld(" + what + ")";
      case Rewritten(String resource, _, _) -> "Rewritten(" + resource + ")";
    };
  }

  /// A parameter has neither a value nor a default.
  ///
  /// @param text whether each value that it could have is a text
  /// @param allowed the only values it may take, if that is known
  record MissingParameter(String name, boolean text, List<Value> allowed) implements Reason {
    public MissingParameter {
      allowed = List.copyOf(allowed);
    }

    /// One of which the type is not known.
    public MissingParameter(String name, List<Value> allowed) {
      this(name, false, allowed);
    }
  }

  /// A property that only the running resource has; `resource` is its id in normal form.
  record RuntimeReference(String resource, String path) implements Reason {}

  /// A key or another secret that Azure lists; `resource` is its id in normal form, `function` the
  /// list function.
  record KeyOf(String resource, String function) implements Reason {}

  /// Something of the subscription, resource group or deployment that was not given.
  record DeploymentContext(String what) implements Reason {}

  /// A secure parameter, or a secret taken from a key vault.
  record Secret(String parameter) implements Reason {}

  /// A function that gives another value each time.
  record NonDeterministic(String function) implements Reason {}

  /// An output of a module that is not here.
  record MissingModule(String reference) implements Reason {}

  /// The content of a file that is not here.
  record MissingFile(String path) implements Reason {}

  /// A construct that keylint does not know; a diagnostic says where.
  record Unsupported(String construct) implements Reason {}

  /// An expression that Azure would refuse, as `fail()` or an index past the end; a diagnostic says
  /// where.
  record Failed(String message) implements Reason {}

  /// A property of a resource that one deployment writes more than once.
  ///
  /// @param certain whether all writes are made, whatever conditions turn out to be
  record Rewritten(String resource, boolean certain, Left left) implements Reason {
    /// Why it is not known what the writes leave.
    public sealed interface Left {
      /// Which write is the last is not known.
      record Order() implements Left {}

      /// Whether the last one resets this property, which it does not set, is not known.
      record Reset(String property) implements Left {}

      /// There are more writes than are followed one by one.
      record TooMany(int writes) implements Left {}
    }
  }

  /// A fact, as `the kind of the existing account x`, that neither a template nor a reading of
  /// Azure states.
  record NotStated(String fact) implements Reason {}

  /// Live state that this sign-in could not read, or that Azure withholds from it.
  record Withheld(String what) implements Reason {}
}
