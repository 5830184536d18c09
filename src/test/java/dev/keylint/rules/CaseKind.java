package dev.keylint.rules;

import dev.keylint.cases.Annotation;
import dev.keylint.cases.Annotations;
import dev.keylint.rule.RuleFolder;
import dev.keylint.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A kind of case that the folder of a rule shows, by the signs of it in the files.
enum CaseKind {
  BAD {
    @Override
    boolean isIn(RuleFolder folder) {
      return annotated(folder, Annotation.Kind.RULEID);
    }
  },
  GOOD {
    @Override
    boolean isIn(RuleFolder folder) {
      return annotated(folder, Annotation.Kind.OK);
    }
  },
  UNKNOWN {
    @Override
    boolean isIn(RuleFolder folder) {
      return annotated(folder, Annotation.Kind.UNKNOWN);
    }
  },
  /// Something that is there already.
  EXISTING {
    @Override
    boolean isIn(RuleFolder folder) {
      return shows(folder, "'\\s+existing\\s+=|resourceId\\('[\\w-]+', 'Microsoft\\.");
    }
  },
  /// A module, or a nested deployment.
  MODULE {
    @Override
    boolean isIn(RuleFolder folder) {
      return shows(folder, "(?m)^module |Microsoft\\.Resources/deployments");
    }
  },
  LOOP {
    @Override
    boolean isIn(RuleFolder folder) {
      return shows(folder, "\\[\\s*for \\w+ in |\\[\\s*for \\(|\"copy\": [{\\[]");
    }
  },
  CONDITION {
    @Override
    boolean isIn(RuleFolder folder) {
      return shows(folder, "= if \\(|: if \\(|\"condition\": ");
    }
  },
  /// A parameter without value of which the choices are known.
  CHOICE {
    @Override
    boolean isIn(RuleFolder folder) {
      return shows(folder, "@allowed|\"allowedValues\"");
    }
  },
  BICEP {
    @Override
    boolean isIn(RuleFolder folder) {
      return fails(folder.bicepCases(), folder);
    }
  },
  ARM {
    @Override
    boolean isIn(RuleFolder folder) {
      return fails(folder.armCases(), folder);
    }
  },
  LIVE {
    @Override
    boolean isIn(RuleFolder folder) {
      return fails(folder.liveCases(), folder);
    }
  };

  abstract boolean isIn(RuleFolder folder);

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

  private static boolean shows(RuleFolder folder, String sign) {
    Pattern pattern = Pattern.compile(sign);
    return files(folder).anyMatch(it -> pattern.matcher(it.text()).find());
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
