package dev.keylint.graph.call;

import java.util.Map;
import java.util.Optional;

/// What kind of service an object of Search calls.
enum ModelKind {
  /// A model.
  MODEL,
  /// An endpoint of somebody's own.
  CUSTOM,
  /// Another service of an AI account, such as the one that skills are billed to.
  OTHER;

  /// The types of objects and the members that hold them, in lower case; also the classes that
  /// stand for them in the libraries for Python.
  private static final Map<String, ModelKind> KINDS =
      Map.ofEntries(
          Map.entry("azureopenaiembeddingskill", MODEL),
          Map.entry("chatcompletionskill", MODEL),
          Map.entry("azureopenaiparameters", MODEL),
          Map.entry("azureopenaivectorizerparameters", MODEL),
          Map.entry("amlskill", MODEL),
          Map.entry("amlparameters", MODEL),
          Map.entry("webapiskill", CUSTOM),
          Map.entry("customwebapiparameters", CUSTOM),
          Map.entry("webapivectorizerparameters", CUSTOM),
          Map.entry("aiservicesvisionparameters", OTHER),
          Map.entry("aiservicesvisionvectorizerparameters", OTHER),
          Map.entry("aiservicesbyidentity", OTHER),
          Map.entry("aiservicesaccountidentity", OTHER));

  /// The kind of what has this name; empty for what calls nothing.
  static Optional<ModelKind> of(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }
}
