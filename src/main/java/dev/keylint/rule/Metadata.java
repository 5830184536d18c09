package dev.keylint.rule;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a rule is called and how it ranks.
///
/// @param id the folder's name in kebab case; it reads as "allow <id>"
/// @param title what is wrong, as a phrase without a full stop
/// @param securitySeverity 0.0 to 10.0: 7.0 and more for an error, 4.0 to 6.9 for a warning; empty
///   when only the level ranks it
/// @param since the version of keylint that brought it
/// @param replacedBy the rule to use instead of a deprecated one
/// @param replaces the rules that say less of a subject that fails: then they say nothing of it
/// @param explains the link of a call's chain that it is about, if it is about one
/// @param optIn whether it is asked only by a run that wants all rules
/// @param frameworks ids of other catalogues, such as `cwe` or `azure-policy`, sorted by catalogue
public record Metadata(
    String id,
    String title,
    Severity severity,
    Optional<Double> securitySeverity,
    Precision precision,
    String since,
    Status status,
    Optional<String> replacedBy,
    List<String> replaces,
    Optional<Explains> explains,
    boolean optIn,
    List<String> tags,
    Map<String, List<String>> frameworks) {
  public Metadata {
    replaces = List.copyOf(replaces);
    tags = List.copyOf(tags);
    frameworks = Collections.unmodifiableMap(new TreeMap<>(frameworks));
  }
}
