package dev.keylint.graph.call;

import dev.keylint.text.Keyword;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a call is for, which decides what rights it needs.
public enum Purpose implements Keyword {
  /// Models: chat, embeddings, responses.
  INFERENCE,
  /// The agents and other parts of a Foundry project.
  AGENTS,
  /// Documents of a Search service.
  SEARCH,
  /// Another service that an AI account offers, such as speech, or none of ours.
  OTHER;

  private static final Pattern OTHERS =
      Pattern.compile(
          "SPEECH|TRANSLAT|VISION|DOCUMENT|FORM_?RECOGNI|LANGUAGE|TEXT_?ANALYTICS|CONTENT_?SAFETY"
              + "|CONTENT_?UNDERSTANDING|(^|_)FACE(_|$)|IMMERSIVE|QNA|(^|_)LUIS(_|$)|(^|_)CLU(_|$)");
  private static final Pattern MODEL_NAMES = Pattern.compile("OPEN_?AI|AOAI|GPT");
  private static final Pattern MODELS = Pattern.compile("(/(openai|models|anthropic|v1)(/.*)?|/)");

  /// The purpose of a call, by where it goes and the name of the setting that says so.
  public static Purpose of(CallSite site) {
    Optional<String> setting =
        site.source() == Source.SETTING ? Optional.of(site.evidence().name()) : Optional.empty();
    Endpoint endpoint = site.endpoint();
    Optional<TargetKind> kind = endpoint.target().map(Target::kind);
    if (endpoint.service() == Service.SEARCH || kind.equals(Optional.of(TargetKind.SEARCH))) {
      return SEARCH;
    }
    String path = endpoint.path().chars();
    if (path.startsWith(Endpoint.PROJECTS) || kind.equals(Optional.of(TargetKind.PROJECT))) {
      return AGENTS;
    }
    if (site.source() == Source.SEARCH_OBJECT) {
      return SearchModel.isInference(site.evidence()) && endpoint.mayBeOurs() ? INFERENCE : OTHER;
    }
    boolean another =
        (setting.map(SettingName::words).filter(Purpose::namesAnother).isPresent()
                && endpoint.service() != Service.OPENAI)
            || !MODELS.matcher(path.toLowerCase(Locale.ROOT)).matches();
    boolean ours = endpoint.service().isOurs() || kind.isPresent();
    return (another && endpoint.path().isKnown()) || !ours ? OTHER : INFERENCE;
  }

  private static boolean namesAnother(String words) {
    return OTHERS.matcher(words).find() && !MODEL_NAMES.matcher(words).find();
  }
}
