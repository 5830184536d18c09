package dev.keylint.rules;

import dev.keylint.cases.Annotation;
import dev.keylint.cases.Annotations;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of case that the folder of a rule shows, by the signs of it in the files.
@SuppressWarnings("ImmutableEnumChecker") // these predicates hold nothing that changes
enum CaseKind {
  BAD(folder -> annotated(folder, Annotation.Kind.RULEID)),
  GOOD(folder -> annotated(folder, Annotation.Kind.OK)),
  UNKNOWN(folder -> annotated(folder, Annotation.Kind.UNKNOWN)),
  /// Something that is there already.
  EXISTING(shows("'\\s+existing\\s+=|resourceId\\('[\\w-]+', 'Microsoft\\.")),
  /// A module, or a nested deployment.
  MODULE(shows("(?m)^module |Microsoft\\.Resources/deployments")),
  LOOP(shows("\\[\\s*for \\w+ in |\\[\\s*for \\(|\"copy\": [{\\[]")),
  CONDITION(shows("= if \\(|: if \\(|\"condition\": ")),
  /// A parameter without value of which the choices are known.
  CHOICE(shows("@allowed|\"allowedValues\"")),
  BICEP(folder -> fails(folder.bicepCases(), folder)),
  ARM(folder -> fails(folder.armCases(), folder)),
  LIVE(folder -> fails(folder.liveCases(), folder));

  private final Predicate<RuleFolder> sign;

  CaseKind(Predicate<RuleFolder> sign) {
    this.sign = sign;
  }

  boolean isIn(RuleFolder folder) {
    return sign.test(folder);
  }

  private static boolean annotated(RuleFolder folder, Annotation.Kind kind) {
    return files(folder)
        .flatMap(it -> Annotations.read(it, folder.name()).all().stream())
        .anyMatch(it -> it.kind() == kind);
  }

  private static boolean fails(Optional<Source> cases, RuleFolder folder) {
    return cases.stream()
        .flatMap(it -> Annotations.read(it, folder.name()).all().stream())
        .anyMatch(it -> it.kind() == Annotation.Kind.RULEID);
  }

  private static Predicate<RuleFolder> shows(String sign) {
    Pattern pattern = Pattern.compile(sign);
    return folder -> files(folder).anyMatch(it -> pattern.matcher(it.text()).find());
  }

  private static Stream<Source> files(RuleFolder folder) {
    List<Source> files = new ArrayList<>();
    folder.bicepCases().ifPresent(files::add);
    folder.module().ifPresent(files::add);
    folder.armCases().ifPresent(files::add);
    folder.liveCases().ifPresent(files::add);
    return files.stream();
  }
}
