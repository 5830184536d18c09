package dev.keylint.graph.call;

import dev.keylint.value.Alternatives;
import java.util.Optional;

/// What an endpoint is for by the name of its setting alone, where its host does not tell.
public final class NamedFor {
  private NamedFor() {}

  /// `account` (of models and other AI services), `foundry` or `search`; empty when the host tells,
  /// when it is one of several known ones, and for a name that speaks of none of these.
  public static Optional<String> of(String setting, Endpoint endpoint) {
    boolean isOpen =
        endpoint.service() == Service.OPEN
            && Alternatives.ofAllowed(endpoint.host().value()).size() == 1;
    return isOpen
        ? Family.of(setting)
            .map(it ->
                switch (it) {
                  case SEARCH -> "search";
                  case PROJECT -> "foundry";
                  case OPENAI -> "account";
                })
        : Optional.empty();
  }
}
