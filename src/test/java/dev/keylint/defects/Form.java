package dev.keylint.defects;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The ways in which a template can say one defect.
public enum Form {
  PLAIN("as it stands"),
  IN_A_LOOP("in a module that a loop calls"),
  BY_PARAMETER("as the default of a parameter"),
  ARM("in the JSON twin");

  private static final Pattern VALUE = Pattern.compile("(?s)(.*?: )(.*)");

  private final String words;

  Form(String words) {
    this.words = words;
  }

  /// What the form is, for readers.
  public String words() {
    return words;
  }

  /// The path with the defect; nothing where the defect has no such form.
  public Optional<Map<String, String>> files(PathDefect defect) {
    return switch (this) {
      case PLAIN -> Optional.of(edited(defect, defect.replace(), defect.with()));
      case IN_A_LOOP -> Optional.of(looped(edited(defect, defect.replace(), defect.with())));
      case BY_PARAMETER -> byParameter(defect);
      case ARM -> Optional.of(twin(defect));
    };
  }

  private static Map<String, String> looped(Map<String, String> files) {
    Map<String, String> looped = new TreeMap<>(files);
    looped.put("path.bicep", files.get("main.bicep"));
    looped.put(
        "main.bicep", "module it 'path.bicep' = [for i in range(0, 2): { name: 'it-${i}' }]\n");
    return looped;
  }

  private static Optional<Map<String, String>> byParameter(PathDefect defect) {
    Matcher value = VALUE.matcher(defect.with());
    if (defect.type().isPresent() && value.matches()) {
      return Optional.of(
          parameter(
              edited(defect, defect.replace(), value.group(1) + "theValue"),
              defect.type().orElseThrow(),
              value.group(2)));
    }
    String quoted = "'" + defect.replace() + "'";
    return defect.path().text("main.bicep").contains(quoted)
        ? Optional.of(
            parameter(edited(defect, quoted, "theValue"), "string", "'" + defect.with() + "'"))
        : Optional.empty();
  }

  private static Map<String, String> parameter(
      Map<String, String> files, String type, String value) {
    String main = "param theValue " + type + " = " + value + "\n" + files.get("main.bicep");
    files.put("main.bicep", main);
    return files;
  }

  private static Map<String, String> edited(PathDefect defect, String replace, String with) {
    Map<String, String> files = edited(defect, defect.path().bicep(), replace, with);
    for (PathDefect.TextEdit edit : defect.also()) {
      files = edited(defect, files, edit.replace(), edit.with());
    }
    return files;
  }

  private static Map<String, String> edited(
      PathDefect defect, Map<String, String> files, String replace, String with) {
    Map<String, String> edited = new TreeMap<>(files);
    int places = 0;
    for (Map.Entry<String, String> file : files.entrySet()) {
      places += file.getValue().split(Pattern.quote(replace), -1).length - 1;
      edited.put(file.getKey(), file.getValue().replace(replace, with));
    }
    if (places != 1) {
      throw new IllegalArgumentException(
          "%s: `%s` comes %d times in %s".formatted(defect, replace, places, files.keySet()));
    }
    return edited;
  }

  private static Map<String, String> twin(PathDefect defect) {
    Map<String, String> files = defect.path().arm();
    return defect.arm().isEmpty()
        ? edited(defect, files, defect.replace(), defect.with())
        : Map.of("main.json", ArmEdit.apply(defect.arm(), files.get("main.json")));
  }
}
